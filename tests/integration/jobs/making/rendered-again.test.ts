import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo } from '#jobs/db/videos.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import type { RenderCare, Renderer } from '#jobs/ports/renderer.ts';
import { openSharedRenderer } from '#tests/support/shared-renderer.ts';
import { draftOf } from '#tests/support/stories.ts';
import { openTestWorkshop, type TestWorkshop, TWO_SCENES } from '#tests/support/workshop.ts';

let test: TestWorkshop;
beforeAll(async () => {
  test = await openTestWorkshop({ renderer: await openSharedRenderer() });
});
afterAll(() => test.close());

/** Kills the encoder that this process has started to write into a folder. @returns whether one ran */
function killEncoder(folder: string): boolean {
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return parent === String(process.pid) && command.includes('ffmpeg') && command.includes(folder);
      } catch {
        // Ended meanwhile.
        return false;
      }
    });
  for (const pid of found) process.kill(Number(pid), 'SIGKILL');
  return found.length > 0;
}

/** Makes a film of two scenes, the first one's encoder being killed in its middle so often. */
async function attempt(kills: number) {
  const id = crypto.randomUUID();
  const draft = draftOf(undefined, { style: 'silhouette', format: '1:1', music: 'none' });
  await test.db.$transaction((tx) => createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }));
  const begun = await beginAttempt(test.db, id);
  if (!begun) throw new Error('There is nothing to work on.');
  const rendered: { scene: string; care: RenderCare | undefined }[] = [];
  let killed = 0;
  const real = test.workshop.renderer;
  const renderer: Renderer = {
    ...real,
    renderSegment: (props, outFile, onFrames, signal, care) => {
      const scene = props.scene.words.at(-1)?.text ?? '';
      rendered.push({ scene, care });
      let isHit = false;
      const onSome = (done: number) => {
        if (scene === 'lantern.' && killed < kills && !isHit) {
          isHit = killEncoder(dirname(outFile));
          if (isHit) killed += 1;
        }
        onFrames(done);
      };
      return real.renderSegment(props, outFile, onSome, signal, care);
    },
  };
  const script = { identity: { name: 'fixed', model: 'two' }, writeScript: async () => TWO_SCENES };
  const workshop = { ...test.workshop, renderer, providers: { ...test.workshop.providers, script } };
  const error = await makeFilm(workshop, begun, {
    signal: new AbortController().signal,
    lastChance: false,
  }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { error, killed, rendered, video: await findVideo(test.db, id) };
}

describe.runIf(process.platform === 'linux')('a stretch of film whose encoder is killed', () => {
  it('is rendered once more with less, it alone, and the film is made in the same attempt', async () => {
    const { error, killed, rendered, video } = await attempt(1);
    expect([error, killed]).toEqual([null, 1]);
    expect(rendered).toHaveLength(3);
    expect(rendered).toEqual(
      expect.arrayContaining([
        { scene: 'lantern.', care: 'usual' },
        { scene: 'lantern.', care: 'least' },
        { scene: 'glowed.', care: 'usual' },
      ]),
    );
    expect(video).toMatchObject({ status: 'completed', error: null, fence: 1 });
  });

  it('fails the attempt with its reason when that happens again, and the other stretch is kept', async () => {
    const { error, killed, rendered, video } = await attempt(2);
    expect(error).toMatchObject({
      code: 'encoder_died',
      retryable: true,
      message: expect.stringContaining('SIGKILL'),
    });
    expect([killed, rendered.length]).toEqual([2, 3]);
    expect(video?.scenes.map(({ segmentKey }) => segmentKey !== null)).toEqual([false, true]);
  });
});
