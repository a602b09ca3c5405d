import { describe, expect, it } from 'vitest';
import { type PlanContext, planVideo } from '#jobs/story/film/plan.ts';
import { UNTOUCHED } from '#jobs/story/film/scene-content.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { arrive } from '#jobs/story/project/arrive.ts';
import { lostWords } from '#jobs/story/project/lost.ts';
import { type Project, readProject } from '#jobs/story/project/project-file.ts';
import { musicKeyOf, type ProjectSource, projectOf } from '#jobs/story/project/project-of.ts';
import { editStoryboard } from '#jobs/story/storyboard/edit-storyboard.ts';
import { redoPlan } from '#jobs/story/storyboard/redo-plan.ts';
import { settleVideo } from '#jobs/story/storyboard/settle.ts';
import { storyboardOf } from '#jobs/story/storyboard/storyboard.ts';
import { type Take, TakeShelf, takesOf } from '#jobs/story/storyboard/take.ts';
import { filesOf, madeVideo } from '#tests/support/handoff/made-video.ts';
import { otherContext, testContext } from '#tests/support/handoff/test-context.ts';
import { readyScene } from '#tests/support/videos.ts';

const NOW = new Date('2026-01-03T00:00:00Z');
const NEW_ID = '00000000-0000-4000-8000-0000000000ff';

function packed(video: Video, patch: Partial<ProjectSource> = {}): Project {
  const { project, names } = projectOf({
    ...{ video, draft: null, versions: [], takes: new TakeShelf([]), origins: new Map() },
    stored: new Map(filesOf(video).map((name) => [name, 10])),
    ...{ context: testContext, now: NOW, mostBytes: 10_000 },
    ...patch,
  });
  const files = names.map((name) => [`assets/${name}`, { bytes: 10, sha256: 'a'.repeat(64) }]);
  const read = readProject(JSON.stringify({ ...project, files: Object.fromEntries(files) }));
  if ('kind' in read) throw new Error('What is written can be read.');
  return read;
}

function home(project: Project, context: PlanContext = testContext, lacking: readonly string[] = []) {
  return arrive(project, {
    ...{ id: NEW_ID, context, now: NOW },
    isThere: (path) => path in project.files && !lacking.some((part) => path.includes(part)),
    sceneId: (old) => old.replace(/^0{8}/, '11111111'),
  });
}

const musicName = (video: Video) => musicKeyOf(video, testContext)?.slice(video.id.length + 1) ?? '';

const isIdle = (video: Video, context: PlanContext) => {
  const { film, scenes } = planVideo(video, context);
  return !film && scenes.every((scene) => !scene.voice && !scene.picture && !scene.segment);
};

/** Everything that the film's look and sound are made of. */
const contents = ({ scenes, title, story, options, mood }: Video) => ({
  ...{ title, story, options, mood },
  scenes: scenes.map(({ narration, words, durationMs, seed, picture, captions }) => ({
    ...{ narration, words, durationMs, seed, picture, captions },
  })),
});

describe('a project', () => {
  it('of before today’s encoding keeps its film, and its stretches are drawn anew with the next edit', () => {
    const video = madeVideo(testContext);
    const { painter: _, ...older } = packed(video);
    const { video: arrived } = home(older);
    expect([arrived.status, arrived.filmHash]).toEqual(['completed', expect.any(String)]);
    const { scenes } = planVideo(arrived, testContext);
    expect(scenes.map(({ voice, picture, segment }) => [voice, picture, segment])).toEqual(
      video.scenes.map(() => [false, false, true]),
    );
  });

  it.each([
    ['the same engines', testContext],
    ['other engines', otherContext],
  ])('comes home to a machine with %s, and nothing of it is to be made', (_which, context) => {
    const video = madeVideo(testContext);
    const { video: arrived, lost, keys } = home(packed(video), context);
    expect(isIdle(arrived, context)).toBe(true);
    expect(contents(arrived)).toEqual(contents(video));
    expect([arrived.status, arrived.filmKey]).toEqual([
      'completed',
      `${NEW_ID}/film-${arrived.filmHash}.mp4`,
    ]);
    expect(lost).toEqual([]);
    expect([...keys.keys()].sort()).toEqual(
      filesOf(video)
        .map((name) => `assets/${name}`)
        .sort(),
    );
    expect([...keys.values()].sort()).toEqual(
      filesOf(arrived)
        .map((name) => `${NEW_ID}/${name}`)
        .sort(),
    );
    expect(arrived.scenes[0]?.id).toMatch(/^11111111-/);
  });

  it('of another shape, with a card of words and a clip, comes home as well', () => {
    const clip = { from: 'clip', hash: 'c'.repeat(24), durationMs: 2000, startMs: 0, sound: 'off' } as const;
    const scenes = [
      readyScene(0, { picture: { from: 'none' }, pauseMs: 300 }),
      readyScene(1, { picture: { ...clip, hasSound: false, focus: { x: 0, y: 1 } }, captions: 'Shown.' }),
      readyScene(2, { recording: { hash: 'd'.repeat(24), kind: 'webm', durationMs: 900 } }),
    ];
    const video = madeVideo(testContext, { scenes });
    const more = [`upload-${clip.hash}.mov`, `upload-${'d'.repeat(24)}.webm`];
    const film = video.scenes[1]?.pictureKey?.slice(video.id.length + 1).replace('.jpg', '.mp4') ?? '';
    const beside = [film, film.replace('.mp4', '.wav')];
    const names = [...filesOf(video), ...more, ...beside, 'upload-eeeeeeeeeeeeeeeeeeeeeeee.mov'];
    const project = packed(video, { stored: new Map(names.map((name) => [name, 10])) });
    const { video: arrived, keys } = home(project, otherContext);
    expect(isIdle(arrived, otherContext)).toBe(true);
    // A clip's still is told by its name, and its film and sound lie beside it.
    const still = arrived.scenes[1]?.pictureKey ?? '';
    expect(still).toMatch(/\/clip-[0-9a-f]{24}\.jpg$/);
    expect(beside.map((name) => keys.get(`assets/${name}`))).toEqual([
      ...['.mp4', '.wav'].map((ending) => still.replace('.jpg', ending)),
    ]);
    expect(more.map((name) => keys.get(`assets/${name}`))).toEqual(more.map((name) => `${NEW_ID}/${name}`));
    // Nobody's file is left out, or brought along for nothing.
    expect(Object.keys(project.files)).toHaveLength(names.length - 1);
  });

  it('leaves what was out of date so', () => {
    const video = madeVideo(testContext);
    const project = packed(video, { context: { ...otherContext, engines: { ...testContext.engines } } });
    const { video: arrived } = home(project, testContext);
    const plan = planVideo(arrived, testContext);
    expect(plan.scenes).toEqual(video.scenes.map(() => ({ voice: false, picture: false, segment: true })));
    expect([plan.film, arrived.status]).toEqual([true, 'completed']);
  });

  it('keeps edits a draft, and their plan', () => {
    const video = madeVideo(testContext);
    const board = storyboardOf(video);
    const draft = editStoryboard(board, {
      kind: 'set-scene',
      scene: video.scenes[1]?.id ?? '',
      change: { narration: 'Other words.' },
    }).after;
    const { video: arrived, draft: kept, takes } = home(packed(video, { draft }), otherContext);
    expect(kept?.scenes.map(({ narration }) => narration)).toEqual([
      ...[board.scenes[0]?.narration, 'Other words.', board.scenes[2]?.narration],
    ]);
    if (!kept) throw new Error('There is a draft.');
    const wanted = settleVideo(arrived, kept, new TakeShelf(takes), otherContext);
    const { lines } = redoPlan(arrived, wanted, otherContext);
    expect(lines.map(({ what, position }) => [what, position])).toEqual([
      ['voice', 1],
      ['stretch', 1],
    ]);
  });

  it('brings earlier versions and takes along: to go back makes nothing', () => {
    const older = madeVideo(testContext);
    const video = madeVideo(testContext, {
      scenes: older.scenes.map((scene) => ({ ...scene, imagePrompt: `${scene.imagePrompt} At night.` })),
      options: { ...videoOptionsSchema.parse({}), captions: 'big' },
    });
    const takes = [...older.scenes, ...video.scenes].flatMap((scene) =>
      takesOf(scene).map((take): Take => ({ ...take, at: NOW })),
    );
    const editions = [video, older].map((of, at) => ({
      ...of,
      ...{ number: 2 - at, storyboard: storyboardOf(of), at: NOW },
    }));
    const stored = new Map([...filesOf(older), ...filesOf(video)].map((name) => [name, 10]));
    const source = { versions: editions, takes: new TakeShelf(takes), stored };
    const arrival = home(packed(video, source), otherContext);
    expect(arrival.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(arrival.versions[0]?.filmHash).toBe(arrival.video.filmHash);
    const [, first] = arrival.versions;
    if (!first) throw new Error('There are two versions.');
    const back = settleVideo(arrival.video, first.storyboard, new TakeShelf(arrival.takes), otherContext);
    expect(isIdle({ ...back, filmHash: first.filmHash }, otherContext)).toBe(true);
    expect(isIdle(arrival.video, otherContext)).toBe(true);

    // What there is no room for is an earlier film, never what the film itself is made of.
    const room = filesOf(video).length * 10 + older.scenes.length * 30;
    const narrow = packed(video, { ...source, mostBytes: room });
    expect(narrow.versions.map(({ film }) => film !== null)).toEqual([true, false]);
    expect(isIdle(home(narrow).video, testContext)).toBe(true);
    expect(home(narrow).versions.map(({ number }) => number)).toEqual([2]);
  });

  it('finds a picture that was taken back by its name of old', () => {
    const [first, ...rest] = madeVideo(testContext).scenes;
    const hash = first?.pictureHash ?? '';
    const scenes = [{ ...first, ...UNTOUCHED, seed: 7, picture: { from: 'take', hash } } as const, ...rest];
    const video = madeVideo(testContext, { scenes: scenes as Video['scenes'] });
    const { video: arrived } = home(packed(video), otherContext);
    expect(arrived.scenes[0]?.pictureHash).toBe(hash);
    expect(isIdle(arrived, otherContext)).toBe(true);
  });

  it('keeps apart what has one name here and had two there', () => {
    const voices = [null, { voice: 'slt' }].map((voice) => ({ voice }));
    const same = voices.map(({ voice }, at) => readyScene(at, { narration: 'The same.', voice }));
    const video = madeVideo(testContext, { scenes: same });
    // An engine that knows no voices: both lines are one to it.
    const project = packed(video);
    const bare = project.board.storyboard.scenes.map((scene) => ({ ...scene, voice: null }));
    const board = { ...project.board, storyboard: { ...project.board.storyboard, scenes: bare } };
    const { video: arrived } = home({ ...project, board }, otherContext);
    const [a, b] = arrived.scenes;
    expect(a?.voiceHash).toBe(b?.voiceHash);
    expect(a?.voiceKey).not.toBe(b?.voiceKey);
    expect(isIdle(arrived, otherContext)).toBe(true);
  });

  it('takes the composed music along under this machine’s name', () => {
    const video = madeVideo(testContext);
    const project = packed(video);
    expect(project.music).toBeNull();
    const names = packed(video, {
      stored: new Map([...filesOf(video), musicName(video)].map((name) => [name, 10])),
    });
    const { keys } = home(names, otherContext);
    expect(keys.get(names.music ?? '')).toMatch(new RegExp(`^${NEW_ID}/music-[0-9a-f]{24}\\.wav$`));
  });

  it('knows by what its assets were made', () => {
    const video = madeVideo(testContext);
    const hash = video.scenes[0]?.voiceHash ?? '';
    const origin = { engine: 'narrator', model: 'n-1', madeAt: NOW.toISOString(), costUsd: 0.25 };
    const project = packed(video, { origins: new Map([[hash, origin]]) });
    expect(project.takes.find((take) => take.hash === hash)?.origin).toEqual(origin);
    const { origins, video: arrived } = home(project, otherContext);
    expect(origins.get(arrived.scenes[0]?.voiceHash ?? '')).toEqual(origin);
  });

  it('says what is missing, keeps the words, and has the film where that is whole', () => {
    const video = madeVideo(testContext);
    const voice = video.scenes[1]?.voiceHash ?? '';
    const layer = `picture-${video.scenes[2]?.pictureHash}.layer-0`;
    const { video: arrived, lost } = home(packed(video), otherContext, [voice, layer]);
    expect(lost).toEqual([
      { what: 'voice', position: 1 },
      { what: 'picture', position: 2 },
    ]);
    expect(lostWords(lost)).toBe(
      'Missing or damaged in the file: the voice of scene 2 and the picture of scene 3.',
    );
    expect(arrived.scenes.map(({ narration }) => narration)).toEqual(video.scenes.map((s) => s.narration));
    expect(planVideo(arrived, otherContext).scenes.map((s) => [s.voice, s.picture])).toEqual([
      ...[
        [false, false],
        [true, false],
        [false, true],
      ],
    ]);
    expect(arrived.status).toBe('completed');
    const filmless = home(packed(video), otherContext, ['film-']);
    expect([filmless.video.status, filmless.video.filmKey]).toEqual(['cancelled', null]);
    expect(lostWords(filmless.lost)).toBe('Missing or damaged in the file: the finished film.');
  });

  it('of which only the story is there comes home to be made', () => {
    const video = { ...madeVideo(testContext), scenes: [], filmHash: null, filmKey: null };
    const { video: arrived } = home(packed(video));
    expect([arrived.status, arrived.story, arrived.scenes]).toEqual(['cancelled', video.story, []]);
  });
});
