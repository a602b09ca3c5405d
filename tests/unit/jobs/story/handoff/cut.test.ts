import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sceneLengthMs } from '#jobs/story/film/film-props.ts';
import { shownWords } from '#jobs/story/film/scene-speech.ts';
import { cuesOf } from '#jobs/story/film/subtitles.ts';
import { cutOf } from '#jobs/story/handoff/cut.ts';
import { filmAssets, listAssets, sceneNumber } from '#jobs/story/handoff/film-assets.ts';
import { framesToMs, sceneFrames } from '#remotion/contract/timing.ts';
import { cutFilm, filmCut } from '#tests/support/handoff/cut-film.ts';
import { testContext } from '#tests/support/handoff/test-context.ts';
import { readyScene, videoOf } from '#tests/support/videos.ts';

const cutted = (video = cutFilm()) => {
  const { cut } = filmCut(video);
  if (!cut) throw new Error('All lengths are known.');
  return cut;
};
const track = (role: string) => cutted().tracks.find((one) => one.role === role)?.pieces ?? [];

describe('the files of a film', () => {
  it('have names for people', () => {
    expect(
      listAssets(filmCut().assets)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      ...[
        '01-picture.jpg',
        '01-voice.wav',
        '02-clip.mp4',
        '02-clip.wav',
        '02-picture.jpg',
        '02-upload.mov',
        '02-voice.wav',
      ],
      ...['03-voice.wav', '04-picture.jpg', '04-voice.wav', 'film.mp4', 'music.wav'],
    ]);
  });

  it('are not named where they are not there', () => {
    expect(listAssets(filmAssets(cutFilm(), new Set(['voice-0.wav']), testContext))).toEqual([
      { name: '01-voice.wav', key: '00000000-0000-4000-8000-000000000001/voice-0.wav' },
    ]);
  });

  it('sort as the scenes do', () => {
    expect([sceneNumber(0, 9), sceneNumber(9, 99), sceneNumber(9, 100)]).toEqual(['01', '10', '010']);
  });
});

describe('a cut', () => {
  it('shows each scene’s picture, its clip from where it begins and again, or nothing', () => {
    expect(track('picture').map(({ media, from, frames }) => [media?.name ?? null, from, frames])).toEqual([
      ['01-picture.jpg', 0, 61],
      ['02-clip.mp4', 15, 30],
      ['02-clip.mp4', 15, 30],
      ['02-clip.mp4', 15, 15],
      [null, 0, 100],
      ['04-picture.jpg', 0, 60],
    ]);
  });

  it('lets voices speak from the beginning of their scenes, unless a clip is heard instead', () => {
    expect(track('voice').map(({ media, frames }) => [media?.name ?? null, frames])).toEqual([
      ['01-voice.wav', 51],
      [null, 10],
      [null, 75],
      ['03-voice.wav', 51],
      [null, 49],
      ['04-voice.wav', 51],
      [null, 9],
    ]);
    expect(track('clip-sound').map(({ media, frames }) => [media?.name ?? null, frames])).toEqual([
      [null, 61],
      ...[30, 30, 15].map((frames) => ['02-clip.wav', frames]),
      [null, 100],
      [null, 60],
    ]);
  });

  it('repeats music that is shorter than the film', () => {
    expect(track('music').map(({ frames }) => frames)).toEqual([60, 60, 60, 60, 56]);
  });

  it('has no track of which nothing would be heard', () => {
    const { tracks } = cutted(cutFilm({ music: 'none', voice: 'none' }));
    expect(tracks.map(({ role }) => role)).toEqual(['picture', 'clip-sound']);
  });

  it('is not there while a scene has no voice', () => {
    const video = cutFilm();
    const scenes = video.scenes.map((scene, at) => (at === 1 ? { ...scene, words: null } : scene));
    expect(filmCut({ ...video, scenes }).cut).toBeNull();
    expect(filmCut({ ...video, scenes: [] }).cut).toBeNull();
  });

  it('has its captions where the caption file has them', () => {
    const { scenes, options } = cutFilm();
    const timed = scenes.map((scene) => ({
      words: shownWords(scene) ?? [],
      durationMs: sceneLengthMs(scene) ?? 0,
    }));
    const cues = cuesOf(timed, options.format);
    expect(cutted().captions).toHaveLength(cues.length);
    for (const [at, { start, frames, text }] of cutted().captions.entries()) {
      expect(text).toBe(cues[at]?.text);
      // To half a frame.
      expect(Math.abs(framesToMs(start) - (cues[at]?.startMs ?? 0))).toBeLessThanOrEqual(1000 / 60 + 0.01);
      expect(Math.abs(framesToMs(start + frames) - (cues[at]?.endMs ?? 0))).toBeLessThanOrEqual(
        1000 / 60 + 0.01,
      );
    }
  });

  it('is as long as the film on every track, whatever the lengths', () => {
    const length = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(length, length), { minLength: 1, maxLength: 12 }), (lengths) => {
        const video = videoOf({
          scenes: lengths.map(([durationMs], at) =>
            readyScene(at, { durationMs, voiceKey: `v/voice-${at}.wav` }),
          ),
        });
        const stored = new Set(lengths.map((_, at) => `voice-${at}.wav`));
        const assets = filmAssets({ ...video, id: 'v' }, stored, testContext);
        const names = lengths.map(([, ms], at): [string, number] => [
          `${sceneNumber(at, lengths.length)}-voice.wav`,
          ms,
        ]);
        const cut = cutOf(video, assets, new Map(names));
        const total = lengths.reduce((sum, [durationMs]) => sum + sceneFrames(durationMs), 0);
        expect(cut?.total).toBe(total);
        for (const { pieces } of cut?.tracks ?? []) {
          expect(pieces.reduce((sum, { frames }) => sum + frames, 0)).toBe(total);
          expect(pieces.every(({ frames, from }) => frames > 0 && from >= 0)).toBe(true);
          for (const { media, from, frames } of pieces) {
            if (media?.frames) expect(from + frames).toBeLessThanOrEqual(media.frames);
          }
        }
      }),
    );
  });
});
