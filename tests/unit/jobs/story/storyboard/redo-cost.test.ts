import { describe, expect, it } from 'vitest';
import { filmTariff } from '#jobs/providers/openai/prices/film-tariff.ts';
import { NOTHING_PAID } from '#jobs/story/budget/film-cost.ts';
import { remainingCostUsd } from '#jobs/story/budget/remaining-cost.ts';
import { expectedSceneMs } from '#jobs/story/film/moving.ts';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import { editStoryboard } from '#jobs/story/storyboard/edit-storyboard.ts';
import type { MakingRates } from '#jobs/story/storyboard/making-rates.ts';
import { enginesOf, type MakingPlace, redoCost } from '#jobs/story/storyboard/redo-cost.ts';
import { redoPlan } from '#jobs/story/storyboard/redo-plan.ts';
import { settleVideo } from '#jobs/story/storyboard/settle.ts';
import { storyboardOf } from '#jobs/story/storyboard/storyboard.ts';
import { TakeShelf } from '#jobs/story/storyboard/take.ts';
import { testSettings } from '#tests/support/openai-server/test-settings.ts';
import { CONTEXT, madeVideo } from '#tests/support/storyboards/made-videos.ts';

const video = madeVideo(8);
const idOf = (at: number) => video.scenes[at]?.id ?? '';
const rates: MakingRates = {
  voice: () => 0.1,
  picture: () => 1000,
  segment: () => 10,
  finish: 0.1,
  music: 0.03,
  sound: 0.02,
};
const place: MakingPlace = { cores: 2, assetSlots: 4 };
const tariff = filmTariff(testSettings('https://api.openai.com/v1'));
if (!tariff) throw new Error('There are no prices.');

function costOf(edits: readonly Edit[], { context = CONTEXT, at = place, by = rates } = {}) {
  const board = edits.reduce((found, edit) => editStoryboard(found, edit).after, storyboardOf(video));
  const wanted = settleVideo(video, board, new TakeShelf([]), context);
  const plan = redoPlan(video, wanted, context);
  return { ...redoCost({ wanted, plan, context, rates: by, place: at, tariff }), wanted, plan };
}
const drawAgain = (at: number): Edit => ({
  kind: 'draw-again',
  scene: idOf(at),
  seed: 1000 + at,
  remark: null,
});
const removed = (at: number): Edit => ({ kind: 'remove-scene', scene: idOf(at) });
const say = (at: number, narration: string): Edit => ({
  ...{ kind: 'set-scene', scene: idOf(at), change: { narration } },
});

describe('what an update takes', () => {
  it('has the stretches paid that others draw, each by its seconds, and no others', () => {
    const render = { sceneUsd: 0.5, secondUsd: 0.1 };
    const usdOf = (edits: readonly Edit[], by = NOTHING_PAID) => {
      const board = edits.reduce((found, edit) => editStoryboard(found, edit).after, storyboardOf(video));
      const wanted = settleVideo(video, board, new TakeShelf([]), CONTEXT);
      const plan = redoPlan(video, wanted, CONTEXT);
      return redoCost({ wanted, plan, context: CONTEXT, rates, place, tariff: by }).usd;
    };
    const paid = { ...NOTHING_PAID, render };
    expect(usdOf([drawAgain(3)])).toBe(0);
    expect(usdOf([{ kind: 'set-film', options: { musicLevel: 'loud' } }], paid)).toBe(0);
    // Its own and the next one, which still shows it.
    const scenes = [3, 4].flatMap((at) => video.scenes[at] ?? []);
    const seconds = scenes.reduce((sum, scene) => sum + expectedSceneMs(scene, video.options), 0) / 1000;
    expect(usdOf([drawAgain(3)], paid)).toBeCloseTo(2 * 0.5 + seconds * 0.1, 5);
  });

  it('is nothing where nothing is to be made', () => {
    expect(costOf([])).toMatchObject({ seconds: 0, usd: 0 });
  });

  it('is putting the film together where only the music changes', () => {
    const seconds = costOf([{ kind: 'set-film', options: { music: 'tense' } }]).seconds;
    const filmSeconds = video.scenes.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0) / 1000;
    expect(seconds).toBeGreaterThan(filmSeconds * 0.15);
    expect(seconds).toBeLessThan(filmSeconds * 0.15 + 1);
  });

  it('grows with the picture and the two stretches that show it', () => {
    const none = costOf([{ kind: 'set-film', options: { musicLevel: 'loud' } }]).seconds;
    const filmSeconds = video.scenes.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0) / 1000;
    const one = costOf([drawAgain(3)]).seconds - none + filmSeconds * rates.sound;
    const frames = [3, 4].reduce((sum, at) => sum + ((video.scenes[at]?.durationMs ?? 0) * 30) / 1000, 0);
    expect(one).toBeCloseTo(1 + (frames * 10) / 1000, 1);
  });

  it('mixes the sound beside a picture, and after a voice', () => {
    const wide = { cores: 4, assetSlots: 4 };
    const secondsOf = (soundRate: number, edits: readonly Edit[]) =>
      costOf(edits, { at: wide, by: { ...rates, music: 0, sound: soundRate, segment: () => 0.01 } }).seconds;
    const filmSeconds = video.scenes.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0) / 1000;
    // A second for the picture, half as long for the sound.
    const soundRate = 0.5 / filmSeconds;
    const told = (edits: readonly Edit[]) => secondsOf(soundRate, edits) - secondsOf(0, edits);
    expect(told([drawAgain(3), removed(7)])).toBeCloseTo(0, 2);
    expect(told([say(3, 'Other.')])).toBeGreaterThan(0.4);
  });

  it('is less for a smaller frame', () => {
    const set = (format: string) => costOf([{ kind: 'set-film', options: { format } } as Edit]).seconds;
    expect(set('16:9') - set('1:1')).toBeGreaterThan(1);
  });

  it('shares the cores, and waits for servers as many at a time as there are places', () => {
    const all = video.scenes.map((_, at) => drawAgain(at));
    const four = costOf(all, { at: { cores: 4, assetSlots: 4 } }).seconds;
    const two = costOf(all).seconds;
    expect(two - four).toBeGreaterThan(1.2);
    const served = { ...CONTEXT, waitsFor: { speech: true, pictures: true } };
    expect(costOf(all, { context: served, at: { cores: 2, assetSlots: 12 } }).seconds).toBeLessThan(two);
  });

  it('asks for the rates of the engines that do it', () => {
    const { wanted, plan } = costOf([say(1, 'Other.'), say(2, 'Also.'), drawAgain(1)]);
    expect(enginesOf({ wanted, plan, context: CONTEXT })).toEqual([
      { kind: 'voice', engine: 'builtin v-1' },
      { kind: 'picture', engine: 'builtin p-1' },
      { kind: 'segment', engine: 'c-1' },
    ]);
  });
});

describe('what an update costs', () => {
  const voiceUsd = (narration: string) => {
    const scenes = [{ ...(video.scenes[0] as (typeof video.scenes)[0]), narration, voiceKey: null }];
    return remainingCostUsd(tariff, { ...video, scenes });
  };

  it('is each picture and each voice that is made, by the tariff', () => {
    expect(costOf([drawAgain(3)]).usd).toBeCloseTo(tariff.pictureUsd['9:16'], 6);
    expect(costOf([drawAgain(3), drawAgain(4)]).usd).toBeCloseTo(2 * tariff.pictureUsd['9:16'], 6);
    expect(costOf([say(2, 'Quite other words.')]).usd).toBeCloseTo(voiceUsd('Quite other words.'), 6);
  });

  it('is nothing for captions, pauses, the title, music and what is taken away', () => {
    for (const edit of [
      { kind: 'set-scene', scene: idOf(1), change: { captions: 'A', pauseMs: 300 } },
      { kind: 'set-film', title: 'New', options: { music: 'tense', captions: 'karaoke' } },
      { kind: 'remove-scene', scene: idOf(2) },
      { kind: 'set-scene', scene: idOf(1), change: { picture: { from: 'none' } } },
      { kind: 'set-scene', scene: idOf(1), change: { voice: { voice: 'none' } } },
      {
        kind: 'set-scene',
        scene: idOf(1),
        change: { recording: { hash: 'a'.repeat(24), kind: 'webm', durationMs: 1000 } },
      },
    ] as const) {
      expect(costOf([edit as Edit])).toMatchObject({ usd: 0, plan: { film: true } });
    }
  });

  it('counts what is said, not what is written', () => {
    const sayAs = [{ word: 'sentence', as: 'a very, very much longer way to say it' }];
    const otherwise = costOf([{ kind: 'set-scene', scene: idOf(1), change: { sayAs } }]);
    expect(otherwise.usd).toBeGreaterThan(voiceUsd(video.scenes[1]?.narration ?? ''));
  });

  it('is free where everything is built in', () => {
    const { wanted, plan } = costOf([drawAgain(3)]);
    expect(redoCost({ wanted, plan, context: CONTEXT, rates, place, tariff: null }).usd).toBe(0);
  });
});
