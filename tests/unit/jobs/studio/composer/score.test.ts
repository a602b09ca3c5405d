import { describe, expect, it } from 'vitest';
import { MUSIC_MOODS } from '#jobs/story/order/options.ts';
import { createRandom } from '#jobs/studio/chance.ts';
import {
  closeVoicing,
  frequencyOf,
  nearestOctave,
  SCALES,
  scalePitches,
} from '#jobs/studio/composer/harmony.ts';
import { MOODS } from '#jobs/studio/composer/moods.ts';
import { composeScore } from '#jobs/studio/composer/score.ts';

describe('harmony', () => {
  it('knows the pitch of A and of its octave', () => {
    expect(frequencyOf(69)).toBe(440);
    expect(frequencyOf(57)).toBe(220);
  });

  it('moves a note by octaves to the nearest place', () => {
    expect(nearestOctave(36, 62)).toBe(60);
    expect(nearestOctave(84, 62)).toBe(60);
    expect(nearestOctave(67, 62)).toBe(67);
  });

  it('voices chords within an octave of their centre', () => {
    const voiced = closeVoicing({ degree: 7, type: 'dominant7' }, 60, 62);
    expect(voiced).toEqual([...voiced].sort((a, b) => a - b));
    for (const pitch of voiced) expect(Math.abs(pitch - 62)).toBeLessThanOrEqual(6);
  });

  it('lists the notes of a scale', () => {
    expect(scalePitches('major', 60, 60, 72)).toEqual([60, 62, 64, 65, 67, 69, 71, 72]);
  });
});

describe('composeScore', () => {
  const scoreOf = (mood: (typeof MUSIC_MOODS)[number], seconds: number) =>
    composeScore(MOODS[mood], seconds, createRandom(2));

  it.each(MUSIC_MOODS)('%s: every note is in the film and in hearing', (mood) => {
    const notes = scoreOf(mood, 40);
    expect(notes.length).toBeGreaterThan(40);
    for (const { time, duration, pitch, level } of notes) {
      expect(time).toBeGreaterThanOrEqual(0);
      expect(time).toBeLessThan(40);
      expect(duration).toBeGreaterThan(0);
      expect(pitch).toBeGreaterThan(27);
      expect(pitch).toBeLessThan(97);
      expect(level).toBeGreaterThanOrEqual(0);
      expect(level).toBeLessThanOrEqual(1);
    }
  });

  it.each(MUSIC_MOODS)('%s: the tune keeps to its scale or to the chord of its bar', (mood) => {
    const recipe = MOODS[mood];
    const scale: readonly number[] = SCALES[recipe.scale];
    const tune = scoreOf(mood, 60).filter(
      ({ instrument, pitch }) => instrument === recipe.lead && pitch >= 67,
    );
    const inScale = tune.filter(({ pitch }) => scale.includes((((pitch - recipe.tonic) % 12) + 12) % 12));
    expect(inScale.length / tune.length).toBeGreaterThan(0.8);
  });

  it('ends at home and lets the last chord ring', () => {
    const notes = scoreOf('joyful', 45).filter(({ instrument }) => instrument === 'bass');
    const last = notes.at(-1);
    expect((last?.pitch ?? 0) % 12).toBe(MOODS.joyful.tonic % 12);
    expect(last?.time).toBeGreaterThan(40);
    expect(last?.time).toBeLessThan(43);
  });

  it('gathers parts as it goes', () => {
    const notes = scoreOf('joyful', 60).filter(({ instrument }) => instrument !== 'pad');
    const within = (from: number, to: number) => notes.filter(({ time }) => time >= from && time < to).length;
    expect(within(20, 30)).toBeGreaterThan(within(0, 10) * 1.2);
  });

  it('rises to an accent and strikes on it, ringing in bright moods, dark in others', () => {
    const marked = (mood: (typeof MUSIC_MOODS)[number]) =>
      composeScore(MOODS[mood], 40, createRandom(2), [0, 12]).slice(scoreOf(mood, 40).length);
    for (const [mood, chime] of [
      ['joyful', 'bell'],
      ['tense', 'felt'],
    ] as const) {
      const notes = marked(mood);
      expect(notes.filter(({ instrument, time }) => instrument === 'drum' && time === 12)).toHaveLength(1);
      const struck = notes.filter(({ instrument, time }) => instrument === chime && time >= 12);
      expect(struck.length).toBeGreaterThanOrEqual(3);
      const rise = notes.filter(({ instrument, time }) => instrument === 'shaker' && time > 1);
      expect(rise.map(({ time }) => time).every((time) => time >= 11 && time < 12)).toBe(true);
      expect(rise.at(-1)?.level).toBeGreaterThan(3 * (rise[0]?.level ?? 1));
      expect(notes.every(({ time }) => time >= 0)).toBe(true);
    }
  });

  it('has something to play in the shortest film', () => {
    expect(scoreOf('calm', 0.5).length).toBeGreaterThan(0);
  });
});
