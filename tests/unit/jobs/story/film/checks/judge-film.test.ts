import { describe, expect, it } from 'vitest';
import { expectedFilm } from '#jobs/story/film/checks/expected-film.ts';
import type { CaptionMeasures, FilmMeasures } from '#jobs/story/film/checks/film-measures.ts';
import { judgeFilm } from '#jobs/story/film/checks/judge-film.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { readyScene, videoOf } from '#tests/support/videos.ts';

/** Two scenes of two seconds each. */
function filmOf(patch: Partial<Video> = {}, change: (scene: Scene) => Partial<Scene> = () => ({})) {
  const scenes = [0, 1].map((position) => {
    const scene = readyScene(position, { narration: 'This is.' });
    return { ...scene, ...change(scene) };
  });
  const film = expectedFilm(videoOf({ status: 'completed', scenes, ...patch }));
  if (!film) throw new Error('The film is not whole.');
  return film;
}

/** Measures of a film that is as it should be. */
function sound(): FilmMeasures {
  return {
    picture: { frames: 120, black: [], still: [], flashing: [], redFlashing: [], damaged: [] },
    sound: {
      ...{ durationMs: 4000, integratedLufs: -15, wantedLufs: -15, clipped: [] },
      momentary: Array.from({ length: 37 }, () => -16),
    },
    captions: [],
  };
}

const CAPTION: CaptionMeasures = {
  ...{ scene: 0, text: 'This is.', atMs: 100, toMs: 900, isInPlace: true, contrastAtMs: 300 },
  ...{ seen: { left: 0.3, top: 0.68, width: 0.4, height: 0.08 }, contrast: 12, wanted: 3, onFace: 0 },
};

const told = (measures: FilmMeasures, film = filmOf()) =>
  judgeFilm(measures, film).map(({ check, severity, atMs, scene }) => [check, severity, atMs, scene]);

describe('a film', () => {
  it('that is as it should be has nothing found', () => {
    expect(told({ ...sound(), captions: [CAPTION] })).toEqual([]);
  });

  it('that cannot be read has that alone', () => {
    expect(told({ picture: null, sound: null, captions: [] })).toEqual([
      ['film_unreadable', 'wrong', 0, null],
    ]);
  });

  it('is to be as long as its scenes, and its sound as its picture', () => {
    const { picture, ...rest } = sound();
    const withFrames = (frames: number) => ({ ...rest, picture: picture && { ...picture, frames } });
    expect(told(withFrames(117))).toEqual([['frames_missing', 'wrong', 3900, null]]);
    expect(told(withFrames(121))).toEqual([['length_differs', 'wrong', 4000, null]]);
    const short = rest.sound && { ...rest.sound, durationMs: 3800 };
    expect(told({ ...rest, picture, sound: short })).toEqual([['length_differs', 'wrong', 3800, null]]);
  });

  it('of which nothing says what it should be is not judged', () => {
    expect(expectedFilm(videoOf({ scenes: [readyScene(0, { durationMs: null })] }))).toBeNull();
    expect(expectedFilm(videoOf())).toBeNull();
  });

  it('may not be black but at its end, nor still while words are said', () => {
    const { picture, ...rest } = sound();
    const seen = (part: Partial<NonNullable<FilmMeasures['picture']>>) => ({
      ...rest,
      picture: picture && { ...picture, ...part },
    });
    expect(told(seen({ black: [{ atMs: 2100, toMs: 2600 }] }))).toEqual([
      ['picture_black', 'wrong', 2100, 1],
    ]);
    expect(told(seen({ black: [{ atMs: 3300, toMs: 4000 }] }))).toEqual([]);
    const pictureLayers = [{ key: 'v/far.webp', depth: 0, life: 'still' as const }];
    const layered = filmOf({}, () => ({ pictureLayers }));
    const still = (atMs: number, toMs: number) => seen({ still: [{ atMs, toMs }] });
    expect(told(still(950, 2250), layered)).toEqual([['picture_frozen', 'wrong', 950, 0]]);
    expect(told(still(950, 2050), layered)).toEqual([]);
    // A flat picture may stand, but for its captions.
    expect(told(still(950, 2250))).toEqual([]);
    expect(told(still(950, 2600))).toEqual([['picture_frozen', 'wrong', 950, 0]]);
    // What is black is told once.
    const both = { black: [{ atMs: 100, toMs: 1500 }], still: [{ atMs: 133, toMs: 1500 }] };
    expect(told(seen(both))).toEqual([['picture_black', 'wrong', 100, 0]]);
  });

  it('is to be heard, where it has a voice or music', () => {
    const { sound: heard, ...rest } = sound();
    const quiet = (from: number, to: number) => ({
      ...rest,
      sound: heard && {
        ...heard,
        momentary: heard.momentary.map((lufs, at) => (at >= from && at < to ? -70 : lufs)),
      },
    });
    expect(told({ ...rest, sound: null })).toEqual([['sound_missing', 'wrong', 0, null]]);
    expect(told(quiet(0, 37))).toEqual([['sound_missing', 'wrong', 0, null]]);
    expect(told(quiet(20, 30))).toEqual([['sound_silent', 'wrong', 2000, 1]]);
    expect(told(quiet(10, 18))).toEqual([]);
    const mute = filmOf({ options: videoOptionsSchema.parse({ voice: 'none', music: 'none' }) });
    expect(told({ ...rest, sound: null }, mute)).toEqual([]);
  });

  it('is as loud as films are', () => {
    const { sound: heard, ...rest } = sound();
    const at = (integratedLufs: number) => ({ ...rest, sound: heard && { ...heard, integratedLufs } });
    expect(told(at(-16.9))).toEqual([]);
    expect(told(at(-18))).toEqual([['loudness_off', 'wrong', 0, null]]);
    expect(told(at(-12))).toEqual([['loudness_off', 'wrong', 0, null]]);
  });

  it('has captions that can be read where nothing covers them', () => {
    const withCaption = (patch: Partial<CaptionMeasures>) => ({
      ...sound(),
      captions: [{ ...CAPTION, ...patch }],
    });
    expect(told(withCaption({ contrast: 2.4 }))).toEqual([['captions_faint', 'wrong', 300, 0]]);
    expect(told(withCaption({ seen: null }))).toEqual([['captions_faint', 'wrong', 100, 0]]);
    const low = { left: 0.3, top: 0.9, width: 0.4, height: 0.08 };
    expect(told(withCaption({ seen: low, isInPlace: false }))).toEqual([
      ['captions_outside', 'wrong', 100, 0],
    ]);
    const wide = { left: 0.3, top: 0.6, width: 0.65, height: 0.08 };
    expect(told(withCaption({ seen: wide }))).toEqual([['captions_outside', 'wrong', 100, 0]]);
    expect(told(withCaption({ isInPlace: false }))).toEqual([['captions_misplaced', 'look', 100, 0]]);
    expect(told(withCaption({ onFace: 0.9 }))).toEqual([['captions_on_face', 'look', 100, 0]]);
  });

  it('tells pages that follow each other with one fault once', () => {
    const pages = [0, 1, 2].map((page) => ({
      ...CAPTION,
      ...{ atMs: page * 500, toMs: page * 500 + 450, contrastAtMs: page * 500 + 100, contrast: 1.5 },
    }));
    const [finding, ...others] = judgeFilm({ ...sound(), captions: pages }, filmOf());
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ check: 'captions_faint', atMs: 100, toMs: 1450 });
  });

  it('has the words of its text at times that go on', () => {
    const words = (...times: [text: string, startMs: number, endMs: number][]) =>
      filmOf({}, ({ position }) =>
        position === 1 ? { words: times.map(([text, startMs, endMs]) => ({ text, startMs, endMs })) } : {},
      );
    expect(told(sound(), words(['This', 100, 400], ['was.', 400, 900]))).toEqual([
      ['words_differ', 'wrong', 2400, 1],
    ]);
    expect(told(sound(), words(['This', 500, 900], ['is.', 100, 400]))).toEqual([
      ['words_untimely', 'wrong', 2100, 1],
    ]);
    expect(told(sound(), words(['This', 100, 400], ['is.', 400, 2600]))).toEqual([
      ['words_untimely', 'wrong', 2400, 1],
    ]);
  });

  it('has captions that can be read in their time', () => {
    const narration =
      'A long and winding sentence of very many words that nobody can read in two seconds of a film.';
    const texts = narration.split(' ');
    const fast = texts.map((text, at) => ({ text, startMs: at * 100, endMs: at * 100 + 100 }));
    const film = filmOf({}, ({ position }) => (position === 0 ? { narration, words: fast } : {}));
    expect(told(sound(), film)).toEqual([['captions_too_fast', 'look', 0, 0]]);
  });

  it('says what it had to make do with', () => {
    const fault = { code: 'refused', message: 'It was refused.', hint: 'Press Fix.', retryable: true };
    const film = filmOf({ note: fault }, ({ position }) => (position === 1 ? { voiceError: fault } : {}));
    expect(told(sound(), film)).toEqual([
      ['film_degraded', 'look', 0, null],
      ['scene_degraded', 'look', 2000, 1],
    ]);
  });

  it('is told of any one check a few times at most', () => {
    const { picture, ...rest } = sound();
    const black = Array.from({ length: 20 }, (_, at) => ({ atMs: at * 100, toMs: at * 100 + 500 }));
    expect(judgeFilm({ ...rest, picture: picture && { ...picture, black } }, filmOf())).toHaveLength(8);
  });
});
