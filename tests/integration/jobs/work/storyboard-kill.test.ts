/**
 * Processes that edit a storyboard are killed in the midst of it, and no edit that they were told was kept is lost. In
 * the long form, with STORYBOARD_KILLS=200, as many as are named there.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginAttempt, saveScript } from '#jobs/db/attempts/attempt-writes.server.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { createVideo } from '#jobs/db/videos.server.ts';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { changeStoryboard, readDraft } from '#jobs/work/storyboard-commands.server.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

const KILLS = Number(process.env.STORYBOARD_KILLS ?? 20);
/** Processes that edit side by side, each its own video. */
const AT_ONCE = 4;

interface Kept {
  scene: string;
  narration: string;
  revision: number;
}

let databaseUrl: string;
let db: Db;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  databaseUrl = await createDatabase();
  db = openDb(databaseUrl);
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await db.$disconnect();
});

async function newVideo(): Promise<string> {
  const id = crypto.randomUUID();
  await db.$transaction((tx) =>
    createVideo(tx, { id, draft: draftOf(), idempotencyKey: null, requestHash: id }),
  );
  const begun = await beginAttempt(db, id);
  if (!begun) throw new Error('The attempt did not begin.');
  const scenes = [0, 1, 2].map((seed) => ({ narration: `Scene ${seed}.`, imagePrompt: 'A fox.', seed }));
  await saveScript(db, begun.attempt, { title: 'Killed', mood: 'calm', scenes, warning: null });
  return id;
}

/** Has a process edit, and kills it in the midst of what comes after that many edits. @returns what it told of */
async function editUntilKilled(videoId: string, name: string, count: number): Promise<Kept[]> {
  const entry = new URL('../../../support/storyboards/edits-process.ts', import.meta.url);
  const child = fork(entry, [databaseUrl, videoId, name], { execArgv: ['--import', TYPESCRIPT_LOADER] });
  running.add(child);
  const kept: Kept[] = [];
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message) => {
      kept.push(message as Kept);
      if (kept.length === count) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The process ended by itself with ${code}.`)));
  });
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  running.delete(child);
  return kept;
}

/** The storyboard holds each told edit, or one that came after it, and can be gone back through. */
async function expectKept(videoId: string, kept: readonly Kept[], revisionBefore: number): Promise<number> {
  const { board, video } = await readDraft({ db }, videoId);
  const newest = new Map(kept.map((edit) => [edit.scene, edit]));
  // At most one edit more was kept than was told of.
  const untold = video.revision - (kept.at(-1)?.revision ?? revisionBefore);
  expect([0, 1]).toContain(untold);
  expect(kept.map(({ revision }) => revision)).toEqual(kept.map((_, at) => revisionBefore + 1 + at));
  const differing = board.scenes.filter(({ id, narration }) => {
    const told = newest.get(id);
    return told !== undefined && told.narration !== narration;
  });
  expect(differing.length).toBeLessThanOrEqual(untold);
  const steps = await db.storyboardEdit.findMany({ where: { videoId }, orderBy: { id: 'asc' } });
  expect(steps.at(-1)?.revision).toBe(video.revision);
  return video.revision;
}

async function editAndKill(lane: number, kills: number): Promise<number> {
  const videoId = await newVideo();
  const original = (await readDraft({ db }, videoId)).board;
  let revision = 1;
  for (let at = 0; at < kills; at += 1) {
    const kept = await editUntilKilled(videoId, `${lane}-${at}`, 1 + ((at * 7 + lane) % 9));
    revision = await expectKept(videoId, kept, revision);
  }
  const steps = await db.storyboardEdit.count({ where: { videoId } });
  for (let at = 0; at < steps; at += 1) await changeStoryboard({ db }, videoId, { kind: 'undo' });
  if (steps === revision - 1) expect((await readDraft({ db }, videoId)).board).toEqual(original);
  return kills;
}

it('no edit that was told to be kept is lost to a kill', async () => {
  const lanes = Array.from({ length: AT_ONCE }, (_, lane) => editAndKill(lane, Math.ceil(KILLS / AT_ONCE)));
  const killed = await Promise.all(lanes);
  expect(killed.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(KILLS);
}, 1_200_000);
