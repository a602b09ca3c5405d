/** A film goes from one machine to another, and plays there without anything being made. */
import { writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDraft } from '#jobs/db/storyboard.server.ts';
import { readTakes } from '#jobs/db/takes.server.ts';
import { keepVersion, listVersions } from '#jobs/db/versions.server.ts';
import { findVideo, listHistory } from '#jobs/db/videos.server.ts';
import { planVideo } from '#jobs/story/film/plan.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { projectSchema } from '#jobs/story/project/project-file.ts';
import { provenanceSchema } from '#jobs/story/provenance/provenance-file.ts';
import { redoPlan } from '#jobs/story/storyboard/redo-plan.ts';
import { settleVideo } from '#jobs/story/storyboard/settle.ts';
import { exportProject } from '#jobs/work/handoff/export-project.server.ts';
import { packAssets, writeTimeline } from '#jobs/work/handoff/film-files.server.ts';
import { importProject } from '#jobs/work/handoff/import-project.server.ts';
import { changeStoryboard } from '#jobs/work/storyboard-commands.server.ts';
import { type Machine, openMachine } from '#tests/support/handoff/machine.ts';
import { readZip } from '#tests/support/handoff/zips.ts';

/** The film with music, and the one without. */
const FILM = 'fd44389e-75eb-42d0-b492-0dfc46679df3';
const OTHER_FILM = '44047eca-89d2-46b3-a7f5-b9f02185cf77';
/** What an asset was made by, as the ledger tells it. */
const CALL = '00000000-0000-4000-8000-0000000000ca';

let from: Machine;
let to: Machine;
beforeAll(async () => {
  [from, to] = await Promise.all([openMachine({ withFilms: true }), openMachine()]);
  await from.db.$transaction((tx) => keepVersion(tx, FILM, null));
  const video = await videoOn(from, FILM);
  await from.db.providerCall.create({
    data: {
      ...{ id: CALL, videoId: FILM, scene: 0, kind: 'voice', provider: 'openai', model: 'speaker-9' },
      ...{ inputHash: video.scenes[0]?.voiceHash ?? '', state: 'settled', costUsd: 0.125 },
      ...{ answeredAt: new Date(), endedAt: new Date('2026-11-20T10:00:00Z') },
    },
  });
});
afterAll(async () => {
  await Promise.all([from.close(), to.close()]);
});

async function videoOn({ db }: Machine, id: string): Promise<Video> {
  const video = await findVideo(db, id);
  if (!video) throw new Error(`There is no video ${id}.`);
  return video;
}

async function carry(id: string, source: Machine, target: Machine) {
  const bytes = await buffer((await exportProject(source, id)).stream);
  const file = await target.storage.scratchPath('zip');
  await writeFile(file, bytes);
  return importProject(target, file);
}

async function redone({ db, plan }: Machine, id: string) {
  const draft = await findDraft(db, id);
  if (!draft) throw new Error(`There is no video ${id}.`);
  const context = await plan();
  const wanted = settleVideo(draft.video, draft.board, await readTakes(db, id), context);
  const { lines, film } = redoPlan(draft.video, wanted, context);
  return { film, lines: lines.map(({ what, position }) => [what, position]), isEdited: draft.isEdited };
}

describe('a project', () => {
  it.each([FILM, OTHER_FILM])('plays on an empty machine, and nothing is made: %s', async (id) => {
    const { videoId, lost } = await carry(id, from, to);
    expect(lost).toEqual([]);
    const [was, is] = [await videoOn(from, id), await videoOn(to, videoId)];
    const plan = planVideo(is, await to.plan());
    expect(plan.film).toBe(false);
    expect(plan.scenes.every(({ voice, picture, segment }) => !voice && !picture && !segment)).toBe(true);
    expect([is.status, is.story, is.title]).toEqual(['completed', was.story, was.title]);
    for (const key of ['filmKey', 'audioKey', 'posterKey', 'srtKey', 'vttKey'] as const) {
      expect(is[key]?.startsWith(`${videoId}/`)).toBe(true);
      const [then, now] = [from.storage.read(was[key] ?? ''), to.storage.read(is[key] ?? '')];
      expect(Buffer.compare(Buffer.from(await then), Buffer.from(await now)), key).toBe(0);
    }
    for (const [at, scene] of is.scenes.entries()) {
      expect(scene.words).toEqual(was.scenes[at]?.words);
      for (const { key } of scene.pictureLayers ?? []) expect(await to.storage.has(key)).toBe(true);
    }
    const [first, ...rest] = await listHistory(to.db, videoId);
    expect([first?.message, rest]).toEqual(['Taken in from a project file.', []]);
    expect(await redone(to, videoId)).toEqual({ film: false, lines: [], isEdited: false });
  });

  it('brings its versions and the names of its engines, and can be carried on', async () => {
    const { videoId } = await carry(FILM, from, to);
    const video = await videoOn(to, videoId);
    expect((await listVersions(to.db, videoId)).map(({ number, filmHash }) => [number, filmHash])).toEqual([
      [1, video.filmHash],
    ]);
    const files = await readZip(await buffer((await exportProject(to, videoId)).stream));
    const project = projectSchema.parse(JSON.parse(String(files.get('project.json'))));
    expect(project.takes.find(({ kind }) => kind === 'voice')?.origin).toEqual({
      ...{ engine: 'openai', model: 'speaker-9', costUsd: 0.125, madeAt: '2026-11-20T10:00:00.000Z' },
    });
    expect(project.music).not.toBeNull();
    expect([...files.keys()].sort()).toEqual(
      ['project.json', 'provenance.json', ...Object.keys(project.files)].sort(),
    );
    const { film, parts } = provenanceSchema.parse(JSON.parse(String(files.get('provenance.json'))));
    // Nobody signed it when it was made, and nobody signs what others made.
    expect(film).toMatchObject({ hash: video.filmHash, isMadeWithAi: true, signedBy: null });
    expect(parts.find(({ what, scene }) => what === 'voice' && scene === 1)).toMatchObject({
      ...{ provider: 'openai', model: 'speaker-9', costUsd: 0.125, prompt: video.scenes[0]?.narration },
    });
    // Twice on one machine are two videos.
    const again = await carry(videoId, to, to);
    expect(again.videoId).not.toBe(videoId);
    expect((await redone(to, again.videoId)).lines).toEqual([]);
  });

  it('keeps an edit a draft', async () => {
    const scene = (await videoOn(from, FILM)).scenes[0]?.id ?? '';
    const edit = { kind: 'set-scene', scene, change: { narration: 'Quite other words.' } } as const;
    await changeStoryboard(from, FILM, { kind: 'edit', edit });
    const { videoId } = await carry(FILM, from, to);
    const draft = await findDraft(to.db, videoId);
    expect([draft?.isEdited, draft?.board.scenes[0]?.narration]).toEqual([true, 'Quite other words.']);
    expect(draft?.video.scenes[0]?.narration).not.toBe('Quite other words.');
    expect(await redone(to, videoId)).toEqual(await redone(from, FILM));
    expect((await redone(to, videoId)).lines[0]).toEqual(['voice', 0]);
    await changeStoryboard(from, FILM, { kind: 'discard' });
    await changeStoryboard(to, videoId, { kind: 'discard' });
    expect(await redone(to, videoId)).toEqual({ film: false, lines: [], isEdited: false });
  });

  it('comes home to other engines as well, and nothing is made there either', async () => {
    const other = { name: 'other', model: 'o-1' };
    const plan = async () => {
      const context = await to.plan();
      const engines = { ...context.engines, speech: other, pictures: other, music: other };
      return { ...context, engines, speechIn: () => other, picturesIn: () => other, compositionVersion: 'x' };
    };
    const { videoId } = await carry(FILM, from, { ...to, plan });
    expect(await redone({ ...to, plan }, videoId)).toEqual({ film: false, lines: [], isEdited: false });
  });

  it('does not hold what is not there any more', async () => {
    await expect(exportProject(from, '00000000-0000-4000-8000-00000000dead')).rejects.toMatchObject({
      code: 'video_not_found',
    });
    const { videoId } = await carry(FILM, from, to);
    const { scenes } = await videoOn(to, videoId);
    await to.storage.put(scenes[0]?.pictureKey ?? '', new Uint8Array());
    const files = await readZip(await buffer((await exportProject(to, videoId)).stream));
    const { takes, board } = projectSchema.parse(JSON.parse(String(files.get('project.json'))));
    expect(takes.some(({ kind, hash }) => kind === 'picture' && hash === scenes[0]?.pictureHash)).toBe(false);
    expect(board.holdings[0]?.picture).toBeNull();
  });
});

describe('all files of a film', () => {
  it('have names for people, and timelines that fit them', async () => {
    const files = await readZip(await buffer((await packAssets(from, FILM)).stream));
    const names = [...files.keys()].filter((name) => !name.includes('-layer-')).sort();
    expect(names).toEqual([
      ...['01-picture.jpg', '01-scene.ts', '01-voice.wav', '01-words.json', 'captions.srt', 'captions.vtt'],
      ...['film-sound.wav', 'film.mp4', 'music.wav', 'poster.jpg', 'story.txt', 'timeline.fcpxml'],
      'timeline.otio',
    ]);
    const video = await videoOn(from, FILM);
    const film = await from.storage.read(video.filmKey ?? '');
    expect(files.get('film.mp4')?.equals(film)).toBe(true);
    expect(JSON.parse(String(files.get('01-words.json')))).toEqual(video.scenes[0]?.words);
    expect(String(files.get('story.txt'))).toContain(video.story);
    for (const format of ['otio', 'fcpxml'] as const) {
      const { text } = await writeTimeline(from, FILM, format);
      expect(text).toBe(String(files.get(`timeline.${format}`)));
    }
    const otio = String(files.get('timeline.otio'));
    const media = [...otio.matchAll(/"target_url": "([^"]+)"/g)].map(([, url]) =>
      decodeURIComponent(url ?? ''),
    );
    expect(new Set(media)).toEqual(new Set(['01-picture.jpg', '01-voice.wav', 'music.wav']));
  });

  it('are there before the film is; its timeline once the voices are', async () => {
    const { videoId } = await carry(FILM, from, to);
    await to.db.scene.updateMany({ where: { videoId }, data: { voiceKey: null, durationMs: null } });
    await expect(writeTimeline(to, videoId, 'otio')).rejects.toMatchObject({ code: 'timeline_not_ready' });
    const files = await readZip(await buffer((await packAssets(to, videoId)).stream));
    expect([files.has('01-picture.jpg'), files.has('timeline.otio')]).toEqual([true, false]);
  });
});
