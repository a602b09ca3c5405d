import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { passesWithCare } from '#jobs/ports/renderer.ts';
import { inThread } from '#jobs/render/canvas/in-thread.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

const MODULES = {
  ends: 'export default () => process.exit(3);',
  breaks: 'export default () => new Promise(() => setImmediate(() => { throw new Error("It broke."); }));',
  lives: 'export default () => 7;',
};
let folder: string;
const fileOf = (name: keyof typeof MODULES) => join(folder, `${name}.mjs`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-threads-'));
  for (const name of Object.keys(MODULES) as (keyof typeof MODULES)[])
    await writeFile(fileOf(name), MODULES[name]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each(['ends', 'breaks'] as const)(
  'a thread that %s in the middle of its task is a fault that may pass, and the next task has another',
  async (name) => {
    const pool = new Piscina({ filename: fileOf(name), maxThreads: 1, minThreads: 0 });
    try {
      const { port1, port2 } = new MessageChannel();
      const fault = await inThread(pool, { port: port2 }).catch((thrown: unknown) => thrown);
      port1.close();
      expect(fault).toBeInstanceOf(StoryError);
      expect(fault).toMatchObject({ code: 'painter_died' });
      expect(passesWithCare(fault as StoryError)).toBe(true);
      expect(await pool.run(null, { filename: fileOf('lives') })).toBe(7);
    } finally {
      await pool.destroy();
    }
  },
  60_000,
);
