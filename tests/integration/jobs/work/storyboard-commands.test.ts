/** Storyboards that are changed while films are made of them, with real rows, jobs and files. */
import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAttempt, patchScene, saveScript } from '#jobs/db/attempts/attempt-writes.server.ts';
import { lockDraft } from '#jobs/db/storyboard.server.ts';
import { readTakes } from '#jobs/db/takes.server.ts';
import { listVersions, MAX_VERSIONS } from '#jobs/db/versions.server.ts';
import { listHistory } from '#jobs/db/videos.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import { storyboardOf } from '#jobs/story/storyboard/storyboard.ts';
import { cancelVideo, requestProcessing } from '#jobs/work/commands.server.ts';
import { PROCESS_VIDEO } from '#jobs/work/process-video.ts';
import { requeueOrphans } from '#jobs/work/reconcile.server.ts';
import {
  changeStoryboard,
  EditConflict,
  readDraft,
  type StoryboardRequest,
  updateFilm,
} from '#jobs/work/storyboard-commands.server.ts';
import { type CountedHouse, openCountedHouse } from '#tests/support/storyboards/counted-house.ts';

let house: CountedHouse;
beforeAll(async () => {
  house = await openCountedHouse();
});
afterAll(() => house.close());
beforeEach(() => {
  house.beforePicture = async () => {};
});

const log = pino({ level: 'silent' });
const ask = (id: string, request: StoryboardRequest, revision: number | null = null) =>
  changeStoryboard(house.backend, id, request, revision);
const edit = (id: string, asked: Edit, revision: number | null = null) =>
  ask(id, { kind: 'edit', edit: asked }, revision);
const say = (scene: string, narration: string): Edit => ({ kind: 'set-scene', scene, change: { narration } });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof StoryError ? error.code : `another error: ${error}`),
  );

async function filmOf(scenes = 3, options = {}): Promise<{ id: string; scenes: string[] }> {
  const id = await house.submit(scenes, options);
  await house.work();
  const video = await house.videoOf(id);
  if (video.status !== 'completed') throw new Error(`The film is ${video.status}: ${video.error?.message}`);
  return { id, scenes: video.scenes.map((scene) => scene.id) };
}

/** What the engines make while something is done. */
async function madeDuring(work: () => Promise<unknown>) {
  for (const list of Object.values(house.asked)) list.length = 0;
  await work();
  // What is made side by side is made in any order.
  for (const list of Object.values(house.asked)) list.sort();
  return structuredClone(house.asked);
}
const NOTHING = { voices: [], pictures: [], stretches: [] };

async function update(id: string): Promise<void> {
  await updateFilm(house.backend, id);
  await house.work();
}

describe('an edit', () => {
  it('is a draft beside the film, and undone it is none', async () => {
    const { id, scenes } = await filmOf();
    const before = await house.videoOf(id);
    const { revision } = await edit(id, say(scenes[0] ?? '', 'Other words.'));
    expect(revision).toBe(before.revision + 1);
    const draft = await readDraft(house.backend, id);
    expect(draft).toMatchObject({ isEdited: true, canUndo: true, canRedo: false });
    expect(draft.board.scenes[0]?.narration).toBe('Other words.');
    expect((await house.videoOf(id)).scenes).toEqual(before.scenes);

    await ask(id, { kind: 'undo' });
    expect(await readDraft(house.backend, id)).toMatchObject({
      isEdited: false,
      canUndo: false,
      canRedo: true,
      board: storyboardOf(before),
    });
    expect(await house.db.video.count({ where: { id, draft: { not: {} } } })).toBe(0);
    expect(await codeOf(ask(id, { kind: 'undo' }))).toBe('no_step');
    await ask(id, { kind: 'redo' });
    expect((await readDraft(house.backend, id)).board).toEqual(draft.board);
    expect(await codeOf(ask(id, { kind: 'redo' }))).toBe('no_step');
    await ask(id, { kind: 'discard' });
    expect(await readDraft(house.backend, id)).toMatchObject({ isEdited: false, canUndo: true });
  });

  it('of one scene alone can be reverted', async () => {
    const { id, scenes } = await filmOf();
    const [first = '', second = ''] = scenes;
    const before = storyboardOf(await house.videoOf(id));
    await edit(id, say(first, 'Other words.'));
    await edit(id, say(second, 'These stay.'));
    await ask(id, { kind: 'revert', scene: first });
    const { board } = await readDraft(house.backend, id);
    expect(board.scenes[0]).toEqual(before.scenes[0]);
    expect(board.scenes[1]?.narration).toBe('These stay.');
    const added = randomUUID();
    await edit(id, { kind: 'duplicate-scene', scene: first, id: added });
    await ask(id, { kind: 'revert', scene: added });
    expect((await readDraft(house.backend, id)).board).toEqual(board);
  });

  it('gives quoted lines a voice of their own, in turn with the teller’s', async () => {
    const { id, scenes } = await filmOf(2);
    const [first = ''] = scenes;
    await edit(id, say(first, 'The owl said, “Come in,” and smiled.'));
    await edit(id, { kind: 'set-scene', scene: first, change: { quoteVoice: { voice: 'rms' } } });
    const made = await madeDuring(() => update(id));
    expect(made.voices).toEqual(['The owl said,', 'and smiled.', '“Come in,”']);
    const [scene] = (await house.videoOf(id)).scenes;
    const words = scene?.words ?? [];
    expect(words.map(({ text }) => text)).toEqual(['The', 'owl', 'said,', '“Come', 'in,”', 'and', 'smiled.']);
    for (const [at, word] of words.entries()) {
      expect(word.startMs).toBeGreaterThanOrEqual(words[at - 1]?.endMs ?? 0);
    }
    // Another voice for nobody changes nothing.
    await edit(id, { kind: 'set-scene', scene: scenes[1] ?? '', change: { quoteVoice: { voice: 'awb' } } });
    expect(await madeDuring(() => update(id))).toEqual(NOTHING);
  });

  it('of what is only seen keeps the sound, and of what is heard has it mixed anew', async () => {
    const { id, scenes } = await filmOf(2);
    const soundOf = async () => (await house.videoOf(id)).audioKey ?? '';
    const first = await soundOf();
    await edit(id, { kind: 'set-scene', scene: scenes[0] ?? '', change: { captions: 'Shown otherwise.' } });
    await update(id);
    expect(await soundOf()).toBe(first);
    await edit(id, { kind: 'set-scene', scene: scenes[0] ?? '', change: { pauseMs: 900 } });
    await update(id);
    const paused = await soundOf();
    expect(paused).not.toBe(first);
    await edit(id, say(scenes[1] ?? '', 'A wholly different ending, and a longer one.'));
    await update(id);
    const second = await soundOf();
    expect(second).not.toBe(paused);
    await edit(id, { kind: 'set-film', options: { musicLevel: 'loud' } });
    await update(id);
    expect(await soundOf()).not.toBe(second);
    expect((await house.videoOf(id)).status).toBe('completed');
    // Each is a version's own still.
    for (const key of [first, paused, second, await soundOf()])
      expect(await house.storage.has(key)).toBe(true);
  });

  it('that changes nothing is no step, and raises no revision', async () => {
    const { id, scenes } = await filmOf(1);
    const { revision, scenes: told } = await house.videoOf(id);
    expect(await edit(id, say(scenes[0] ?? '', told[0]?.narration ?? ''))).toEqual({ revision });
    expect(await readDraft(house.backend, id)).toMatchObject({ isEdited: false, canUndo: false });
  });

  it('of somebody else’s part is told with both texts, and of another part is merged in silence', async () => {
    const { id, scenes } = await filmOf();
    const [first = '', second = ''] = scenes;
    const { revision } = await house.videoOf(id);
    await edit(id, say(first, 'Hers.'), revision);
    const met = await edit(id, say(first, 'His.'), revision).catch((error: unknown) => error);
    expect(met).toBeInstanceOf(EditConflict);
    if (!(met instanceof EditConflict)) return;
    expect(met.parts).toEqual([`${first}.narration`]);
    expect(met.board.scenes[0]?.narration).toBe('Hers.');
    await edit(id, say(second, 'His.'), revision);
    await edit(id, { kind: 'set-film', title: 'Theirs' }, revision);
    const { board } = await readDraft(house.backend, id);
    expect(board.scenes.map(({ narration }) => narration).slice(0, 2)).toEqual(['Hers.', 'His.']);
    expect(board.title).toBe('Theirs');
    // On what they see now it stands.
    await edit(id, say(first, 'His.'), met.revision + 2);
    expect((await readDraft(house.backend, id)).board.scenes[0]?.narration).toBe('His.');
  });

  it('on a text that was taken back since, and edited over, is told too', async () => {
    const { id, scenes } = await filmOf(2);
    const [first = '', second = ''] = scenes;
    const { revision } = await edit(id, say(first, 'Hers.'));
    await ask(id, { kind: 'undo' });
    await edit(id, say(second, 'Elsewhere.'));
    expect(await codeOf(edit(id, say(first, 'His, on hers.'), revision))).toBe('edit_conflict');
  });

  it('is made by many at once without one being lost', async () => {
    const { id, scenes } = await filmOf(4);
    const { revision } = await house.videoOf(id);
    const answers = await Promise.all(
      scenes.flatMap((scene) => [
        edit(id, say(scene, `Said of ${scene}.`), revision),
        edit(id, { kind: 'set-scene', scene, change: { pauseMs: 500 } }, revision),
      ]),
    );
    expect(new Set(answers.map((answer) => answer.revision)).size).toBe(8);
    const { board } = await readDraft(house.backend, id);
    for (const scene of board.scenes) {
      expect(scene).toMatchObject({ narration: `Said of ${scene.id}.`, pauseMs: 500 });
    }
  });

  it('can be taken back and forth a hundred times and more', async () => {
    const { id, scenes } = await filmOf(1);
    const before = storyboardOf(await house.videoOf(id));
    for (let at = 0; at < 120; at += 1) await edit(id, say(scenes[0] ?? '', `Text ${at}.`));
    const { board } = await readDraft(house.backend, id);
    for (let at = 0; at < 120; at += 1) await ask(id, { kind: 'undo' });
    expect(await readDraft(house.backend, id)).toMatchObject({ isEdited: false, board: before });
    for (let at = 0; at < 120; at += 1) await ask(id, { kind: 'redo' });
    expect((await readDraft(house.backend, id)).board).toEqual(board);
  });

  it('says what is not there', async () => {
    const { id, scenes } = await filmOf(1);
    const [scene = ''] = scenes;
    const picture = { from: 'take' as const, hash: 'a'.repeat(24) };
    expect(await codeOf(edit(id, { kind: 'set-scene', scene, change: { picture } }))).toBe('take_gone');
    expect(await codeOf(edit(id, say(randomUUID(), 'Nobody’s.')))).toBe('edit_scene_gone');
    expect(await codeOf(ask(id, { kind: 'restore', version: 7 }))).toBe('version_gone');
    expect(await codeOf(edit(randomUUID(), say(scene, 'No.')))).toBe('video_not_found');
    const unwritten = await house.submit(1);
    expect(await codeOf(edit(unwritten, { kind: 'set-film', title: 'New' }))).toBe('storyboard_missing');
    await house.work();
  });
});

describe('updating the film', () => {
  it('makes exactly what differs; what stays is the same to the byte and inode', async () => {
    const { id, scenes } = await filmOf(4);
    const before = await filesOf(id);
    const film = await house.videoOf(id);
    await edit(id, say(scenes[1] ?? '', 'Other words are told.'));
    await edit(id, { kind: 'draw-again', scene: scenes[3] ?? '', seed: 7, remark: null });
    await updateFilm(house.backend, id);
    const queued = await house.videoOf(id);
    expect(queued).toMatchObject({ status: 'assets_missing', filmKey: film.filmKey });
    expect(queued.fence).toBeGreaterThan(film.fence);
    expect(await jobsOf(id)).toBe(1);
    expect(await readDraft(house.backend, id)).toMatchObject({ isEdited: false, canUndo: true });
    expect((await listHistory(house.db, id)).at(-1)?.message).toBe(
      'Updating the film: 1 voice and 1 picture to be made.',
    );
    expect(await madeDuring(() => house.work())).toEqual({
      voices: ['Other words are told.'],
      pictures: ['Picture 3. 7'],
      stretches: ['Other words are told.', 'Sentence 3 is told.'],
    });
    const made = await house.videoOf(id);
    expect(made.status).toBe('completed');
    expect(made.filmKey).not.toBe(film.filmKey);
    const after = await filesOf(id);
    for (const at of [0, 2]) {
      for (const key of ['voiceKey', 'pictureKey', 'segmentKey'] as const) {
        const file = made.scenes[at]?.[key] ?? '';
        expect(file).toBe(film.scenes[at]?.[key]);
        expect(after.get(file)).toEqual(before.get(file));
        expect(before.get(file)).toBeDefined();
      }
    }
    expect(await codeOf(updateFilm(house.backend, id))).toBe('nothing_to_update');
  });

  it('finds again what was made before: nothing is made after an undo, or of a copy', async () => {
    const { id, scenes } = await filmOf(3);
    const [first = ''] = scenes;
    const film = await house.videoOf(id);
    await edit(id, say(first, 'Other words are told.'));
    await edit(id, { kind: 'draw-again', scene: first, seed: 7, remark: null });
    await update(id);
    await ask(id, { kind: 'undo' });
    await ask(id, { kind: 'undo' });
    expect(await madeDuring(() => update(id))).toEqual(NOTHING);
    const back = await house.videoOf(id);
    expect(back.scenes).toEqual(film.scenes);
    expect(back.filmKey).toBe(film.filmKey);
    await edit(id, { kind: 'duplicate-scene', scene: scenes[2] ?? '', id: randomUUID() });
    const copied = await madeDuring(() => update(id));
    expect(copied).toMatchObject({ voices: [], pictures: [] });
    const picturesOf = (await readTakes(house.db, id)).picturesOf(first);
    expect(picturesOf).toHaveLength(2);
  });

  it('makes a removed scene stay removed, and what changed its place only draws its neighbours', async () => {
    const { id, scenes } = await filmOf(4);
    await edit(id, { kind: 'remove-scene', scene: scenes[1] ?? '' });
    await edit(id, { kind: 'move-scene', scene: scenes[3] ?? '', after: null });
    expect(await madeDuring(() => update(id))).toMatchObject({ voices: [], pictures: [] });
    const { scenes: made } = await house.videoOf(id);
    expect(made.map((scene) => scene.id)).toEqual([scenes[3], scenes[0], scenes[2]]);
    expect(made.map(({ position }) => position)).toEqual([0, 1, 2]);
  });

  it('of a film in the making ends the attempt, and goes on with what is still wanted', async () => {
    const id = await house.submit(3);
    let isEdited = false;
    house.beforePicture = async (prompt, signal) => {
      if (prompt !== 'Picture 2.' || isEdited) return;
      isEdited = true;
      const [, second, third] = (await house.videoOf(id)).scenes;
      await edit(id, say(second?.id ?? '', 'Told otherwise now.'));
      await edit(id, { kind: 'remove-scene', scene: third?.id ?? '' });
      await updateFilm(house.backend, id);
      // Held up until the attempt has felt it.
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    };
    const made = await madeDuring(() => house.work());
    expect(isEdited).toBe(true);
    const video = await house.videoOf(id);
    expect(video).toMatchObject({ status: 'completed', error: null });
    expect(video.scenes.map(({ narration }) => narration)).toEqual([
      'Sentence 0 is told.',
      'Told otherwise now.',
    ]);
    // Nothing twice, and nothing of the scene that is gone but what was said before it went.
    expect(new Set(made.voices).size).toBe(made.voices.length);
    expect(made.pictures.map((drawn) => drawn.split('.')[0]).sort()).toEqual(['Picture 0', 'Picture 1']);
    expect(await jobsOf(id)).toBe(0);
  });

  it('again and again while attempts write does not stand in their way', async () => {
    const id = await house.submit(6);
    let updates = 0;
    house.beforePicture = async () => {
      if (updates >= 12) return;
      updates += 1;
      const at = updates;
      const { scenes } = await house.videoOf(id);
      await edit(id, say(scenes[at % 6]?.id ?? '', `Told for the ${at}th time.`));
      await updateFilm(house.backend, id);
    };
    await house.work();
    const video = await house.videoOf(id);
    expect(video).toMatchObject({ status: 'completed', error: null });
    expect(storyboardOf(video)).toEqual((await readDraft(house.backend, id)).board);
    expect(updates).toBeGreaterThanOrEqual(6);
  });

  it('lets an attempt end what it writes, or they would wait for each other', async () => {
    const id = await house.submit(1);
    const begun = await beginAttempt(house.db, id);
    if (!begun) throw new Error('There is nothing to work on.');
    const scenes = [{ narration: 'Sentence 0 is told.', imagePrompt: 'Picture 0.', seed: 1 }];
    const script = { title: 'Locked', mood: 'calm' as const, scenes, warning: null };
    const [scene] = (await saveScript(house.db, begun.attempt, script)).scenes;
    if (!scene) throw new Error('There is no scene.');
    await house.db.$transaction(async (tx) => {
      await lockDraft(tx, id);
      const made = { segmentHash: 'a'.repeat(24), segmentKey: `${id}/segment.ts` };
      await patchScene(house.db, begun.attempt, scene, made);
    });
    expect((await house.videoOf(id)).scenes[0]?.segmentHash).toBe('a'.repeat(24));
    await house.work();
    expect(await house.videoOf(id)).toMatchObject({ status: 'completed' });
  });

  it('asks for a picture again that was given up, once another one is wanted', async () => {
    house.beforePicture = async (prompt) => {
      if (prompt === 'Picture 1.') {
        throw new StoryError({ code: 'refused', message: 'Refused.', hint: 'Change it.', retryable: false });
      }
    };
    const { id, scenes } = await filmOf(2);
    expect((await house.videoOf(id)).scenes[1]?.error?.code).toBe('refused');
    await edit(id, { kind: 'set-scene', scene: scenes[1] ?? '', change: { imagePrompt: 'Milder.' } });
    await update(id);
    expect((await house.videoOf(id)).scenes[1]).toMatchObject({
      error: null,
      pictureKey: expect.any(String),
    });
  });
});

describe('versions', () => {
  it('are kept of each finished film, can be restored for nothing, and are ten', async () => {
    const { id, scenes } = await filmOf(2);
    const [first = ''] = scenes;
    const film = await house.videoOf(id);
    await edit(id, say(first, 'The second version.'));
    await update(id);
    const [second, original] = await listVersions(house.db, id);
    expect([second?.number, original?.number]).toEqual([2, 1]);
    expect(original).toMatchObject({ filmKey: film.filmKey, storyboard: storyboardOf(film) });
    await ask(id, { kind: 'restore', version: 1 });
    expect(await madeDuring(() => update(id))).toEqual(NOTHING);
    expect(await house.videoOf(id)).toMatchObject({ filmKey: film.filmKey, title: film.title });
    for (let at = 0; at < MAX_VERSIONS; at += 1) {
      await edit(id, { kind: 'set-scene', scene: first, change: { pauseMs: 100 + at } });
      await update(id);
    }
    const kept = await listVersions(house.db, id);
    expect(kept).toHaveLength(MAX_VERSIONS);
    expect(kept[0]?.number).toBe(MAX_VERSIONS + 3);
    for (const { filmKey, audioKey } of kept)
      for (const key of [filmKey, audioKey]) expect(await house.storage.has(key)).toBe(true);
    // Those that made room are swept away; what a step back refers to is not.
    for (const key of [film.filmKey, film.audioKey, second?.filmKey, second?.audioKey])
      expect(await house.storage.has(key ?? '')).toBe(false);
    while ((await readDraft(house.backend, id)).canUndo) await ask(id, { kind: 'undo' });
    expect(await madeDuring(() => update(id))).toEqual(NOTHING);
    expect(storyboardOf(await house.videoOf(id))).toEqual(storyboardOf(film));
  });

  it('leave no file behind that nothing refers to', async () => {
    const { id, scenes } = await filmOf(2);
    await edit(id, say(scenes[0] ?? '', 'Soon forgotten.'));
    await update(id);
    const forgotten = (await house.videoOf(id)).scenes[0];
    await ask(id, { kind: 'undo' });
    await edit(id, say(scenes[1] ?? '', 'Told instead.'));
    await house.db.version.deleteMany({ where: { videoId: id } });
    await update(id);
    expect(await house.storage.has(forgotten?.voiceKey ?? '')).toBe(false);
    expect(await house.storage.has(forgotten?.segmentKey ?? '')).toBe(false);
    expect((await readTakes(house.db, id)).find('voice', forgotten?.voiceHash ?? '')).toBeNull();
    const video = await house.videoOf(id);
    for (const key of video.scenes.flatMap((scene) => [scene.voiceKey, scene.pictureKey, scene.segmentKey])) {
      expect(await house.storage.has(key ?? '')).toBe(true);
    }
    for (const key of [video.filmKey, video.audioKey, video.posterKey, video.srtKey, video.vttKey]) {
      expect(await house.storage.has(key ?? '')).toBe(true);
    }
  });
});

describe('a storyboard that is looked at first', () => {
  it('holds the film until a person goes on', async () => {
    const id = await house.submit(2, { review: 'storyboard' });
    expect(await madeDuring(() => house.work())).toEqual(NOTHING);
    expect(await house.videoOf(id)).toMatchObject({ status: 'script_generated', held: true });
    expect(await requestProcessing(house.backend, id, 'page')).toEqual({ queued: false });
    await house.db
      .$executeRaw`UPDATE video SET updated_at = now() - interval '1 minute' WHERE id = ${id}::uuid`;
    await requeueOrphans({ db: house.db, boss: house.backend.boss, log });
    expect(await jobsOf(id)).toBe(0);
    expect(await beginAttempt(house.db, id)).toBeNull();
    const [scene] = (await house.videoOf(id)).scenes;
    await edit(id, say(scene?.id ?? '', 'Looked at.'));
    expect(await requestProcessing(house.backend, id, 'person')).toEqual({ queued: true });
    await house.work();
    expect(await house.videoOf(id)).toMatchObject({ status: 'completed', held: false });
  });

  it('goes on with the edits by an update', async () => {
    const id = await house.submit(2, { review: 'storyboard' });
    await house.work();
    const [scene] = (await house.videoOf(id)).scenes;
    await edit(id, say(scene?.id ?? '', 'Looked at.'));
    const made = await madeDuring(() => update(id));
    expect(made.voices).toEqual(['Looked at.', 'Sentence 1 is told.']);
    expect(await house.videoOf(id)).toMatchObject({ status: 'completed', held: false });
  });

  it('can be cancelled, and gone on with after that', async () => {
    const id = await house.submit(1, { review: 'storyboard' });
    await house.work();
    await cancelVideo(house.backend, id);
    expect(await requestProcessing(house.backend, id, 'person')).toEqual({ queued: true });
    await house.work();
    expect(await house.videoOf(id)).toMatchObject({ status: 'completed', held: false });
  });
});

/** Bytes and inode of each stored file of a video. */
async function filesOf(id: string): Promise<Map<string, { inode: number; bytes: string }>> {
  const folder = join(house.storage.root, id);
  const names = await readdir(folder);
  const entries = names.map(async (name) => {
    const bytes = (await readFile(join(folder, name))).toString('base64');
    return [`${id}/${name}`, { inode: (await stat(join(folder, name))).ino, bytes }] as const;
  });
  return new Map(await Promise.all(entries));
}

async function jobsOf(id: string): Promise<number> {
  const jobs = await house.backend.boss.findJobs(PROCESS_VIDEO, { key: id });
  return jobs.filter(({ state }) => ['created', 'retry', 'active'].includes(state)).length;
}
