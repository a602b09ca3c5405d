import { describe, expect, it } from 'vitest';
import {
  engineName,
  ratesOf,
  type SceneMakingTime,
  tallFrames,
} from '#jobs/story/storyboard/making-rates.ts';

const drawn = (tookMs: number, engine = 'builtin p-1'): SceneMakingTime => ({
  ...{ kind: 'picture', engine, amount: 1, tookMs, sceneId: 's-1' },
});
const stretch = (sceneId: string, tookMs: number): SceneMakingTime => ({
  ...{ kind: 'segment', engine: 'c-1', amount: 100, tookMs, sceneId },
});

describe('frames', () => {
  it.each([
    ['9:16', 120],
    ['16:9', 120],
    ['1:1', 68],
  ] as const)('of %s count by their pixels', (format, tall) => {
    expect(tallFrames(120, format)).toBe(tall);
  });
});

describe('rates', () => {
  it('are the median of what was measured, by kind and engine', () => {
    const rates = ratesOf({
      makings: [
        ...[drawn(1000), drawn(90_000), drawn(1200), drawn(7000, 'openai gpt')],
        { kind: 'voice', engine: 'builtin p-1', amount: 4000, tookMs: 200, sceneId: 's-1' },
        stretch('s-1', 1500),
      ],
      finishes: [
        { durationMs: 10_000, tookMs: 1000, musicMs: null, soundMs: 500 },
        { durationMs: 20_000, tookMs: 4000, musicMs: 600, soundMs: null },
      ],
    });
    expect(rates.picture('builtin p-1')).toBe(1200);
    expect(rates.picture('openai gpt')).toBe(7000);
    expect(rates.voice('builtin p-1')).toBeCloseTo(0.05);
    expect(rates.segment('c-1', null)).toBe(15);
    expect(rates.finish).toBeCloseTo(0.15);
    expect(rates.music).toBeCloseTo(0.03);
    expect(rates.sound).toBeCloseTo(0.05);
  });

  it('of a stretch are those of its scene, by its newest three, where it was drawn before', () => {
    const makings = [
      ...[stretch('s-1', 3000), stretch('s-2', 1000), stretch('s-1', 3200), stretch('s-1', 3400)],
      ...[stretch('s-1', 9000), stretch('s-1', 9000), stretch('s-2', 1100)],
    ];
    const { segment } = ratesOf({ makings, finishes: [] });
    expect(segment('c-1', 's-1')).toBe(32);
    expect(segment('c-1', 's-2')).toBe(10.5);
    expect(segment('c-1', 's-3')).toBe(32);
    expect(segment('c-1', null)).toBe(32);
  });

  it('are those of a usual machine where nothing was measured', () => {
    const usual = ratesOf({ makings: [], finishes: [] });
    for (const rate of [
      usual.voice('x'),
      usual.picture('x'),
      usual.segment('x', null),
      usual.finish,
      usual.music,
      usual.sound,
    ]) {
      expect(rate).toBeGreaterThan(0);
    }
    expect(ratesOf({ makings: [{ ...drawn(5), amount: 0 }], finishes: [] }).picture('builtin p-1')).toBe(
      usual.picture('x'),
    );
  });

  it('tell engines apart by name and version', () => {
    expect(engineName({ name: 'builtin', model: 'p-1' })).toBe('builtin p-1');
  });
});
