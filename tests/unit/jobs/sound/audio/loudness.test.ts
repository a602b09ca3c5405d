import { describe, expect, it } from 'vitest';
import {
  integratedLoudness,
  kWeighting,
  measureLoudness,
  momentaryLoudness,
} from '#jobs/sound/audio/loudness.ts';
import { truePeakDb } from '#jobs/sound/audio/true-peak.ts';
import { joined, noise, sine } from './signals';

const at997 = (levelDb: number, seconds: number, rate = 48_000) =>
  sine({ frequency: 997, levelDb, seconds, rate });
const stereo = (samples: Float32Array) => [samples, samples];

describe('kWeighting', () => {
  it('gives the coefficients that BS.1770-4 tabulates for 48 kHz', () => {
    const [shelf, pass] = kWeighting(48_000);
    expect(shelf.b0).toBeCloseTo(1.53512485958697, 10);
    expect(shelf.b1).toBeCloseTo(-2.69169618940638, 10);
    expect(shelf.b2).toBeCloseTo(1.19839281085285, 10);
    expect(shelf.a1).toBeCloseTo(-1.69065929318241, 10);
    expect(shelf.a2).toBeCloseTo(0.73248077421585, 10);
    expect(pass.a1).toBeCloseTo(-1.99004745483398, 10);
    expect(pass.a2).toBeCloseTo(0.99007225036621, 10);
  });
});

describe('measureLoudness', () => {
  it('calls a 997 Hz sine at 0 dBFS in one of two channels −3.01 LUFS (BS.1770-4, Annex 1)', () => {
    const left = at997(0, 5);
    expect(measureLoudness([left, new Float32Array(left.length)], 48_000).integratedLufs).toBeCloseTo(
      -3.01,
      2,
    );
  });

  it.each([48_000, 44_100, 32_000, 96_000])('calls a stereo sine at −23 dBFS −23 LUFS at %i Hz', (rate) => {
    const { integratedLufs, truePeakDb: peak } = measureLoudness(stereo(at997(-23, 5, rate)), rate);
    expect(integratedLufs).toBeCloseTo(-23, 1);
    expect(peak).toBeCloseTo(-23, 1);
  });

  it('gains 3.01 LU when mono is played by two speakers', () => {
    const samples = at997(-20, 3);
    const mono = integratedLoudness([samples], 48_000);
    expect(integratedLoudness(stereo(samples), 48_000) - mono).toBeCloseTo(3.01, 2);
  });

  it('follows the level decibel by decibel', () => {
    const loud = integratedLoudness(stereo(noise(144_000, 0.4)), 48_000);
    const soft = integratedLoudness(stereo(noise(144_000, 0.04)), 48_000);
    expect(loud - soft).toBeCloseTo(20, 2);
  });

  // EBU Tech 3341, minimum requirements, cases 3 and 4: −36, −23, −36 dBFS, and with −72 dBFS around.
  it('leaves quiet stretches out by the relative gate', () => {
    const programme = joined(at997(-36, 10), at997(-23, 60), at997(-36, 10));
    expect(integratedLoudness(stereo(programme), 48_000)).toBeCloseTo(-23, 1);
  });

  it('leaves silence out by the absolute gate', () => {
    const programme = joined(at997(-72, 10), at997(-36, 10), at997(-23, 60), at997(-36, 10), at997(-72, 10));
    expect(integratedLoudness(stereo(programme), 48_000)).toBeCloseTo(-23, 1);
  });

  it('finds 20, 26 and 20 dB down in the proportions of EBU Tech 3341 case 5', () => {
    const programme = joined(at997(-26, 20), at997(-20, 20.1), at997(-26, 20));
    expect(integratedLoudness(stereo(programme), 48_000)).toBeCloseTo(-23, 1);
  });

  it('hears highs more and lows less than the middle', () => {
    const of = (frequency: number) =>
      integratedLoudness(stereo(sine({ frequency, levelDb: -20, seconds: 2 })), 48_000);
    expect(of(8000) - of(997)).toBeCloseTo(3.3, 0);
    expect(of(40)).toBeLessThan(of(997) - 5);
  });

  it('answers silence and nothing at all with numbers', () => {
    const silent = { integratedLufs: -70, truePeakDb: -120 };
    expect(measureLoudness(stereo(new Float32Array(48_000)), 48_000)).toEqual(silent);
    expect(measureLoudness([new Float32Array(0)], 48_000)).toEqual(silent);
    expect(measureLoudness([], 48_000)).toEqual(silent);
  });

  it('measures something shorter than one block', () => {
    expect(integratedLoudness(stereo(at997(-23, 0.2)), 48_000)).toBeCloseTo(-23, 0);
  });

  it('refuses more channels than two', () => {
    const silent = new Float32Array(10);
    expect(() => measureLoudness([silent, silent, silent], 48_000)).toThrow(RangeError);
  });
});

describe('momentaryLoudness', () => {
  it('gives a value for each 100 ms from the first whole block', () => {
    const values = momentaryLoudness(stereo(joined(at997(-40, 1), at997(-20, 1))), 48_000);
    expect(values).toHaveLength(17);
    expect(values[0]).toBeCloseTo(-40, 0);
    expect(values.at(-1)).toBeCloseTo(-20, 1);
  });
});

describe('truePeakDb', () => {
  it('finds the peak between samples', () => {
    // At a quarter of the rate and 45° off, every sample lies 3.01 dB under the peak.
    const between = sine({ frequency: 12_000, levelDb: -6, seconds: 0.5, phase: Math.PI / 4 });
    expect(Math.max(...between)).toBeCloseTo(10 ** (-9.01 / 20), 3);
    expect(truePeakDb([between], -120)).toBeGreaterThan(-6.2);
    expect(truePeakDb([between], -120)).toBeLessThan(-5.7);
  });

  it('takes the louder channel', () => {
    expect(truePeakDb([at997(-30, 0.5), at997(-12, 0.5)], -120)).toBeCloseTo(-12, 1);
  });

  it('finds a short peak far from the loud stretches that come before', () => {
    const click = new Float32Array(1000);
    click[700] = 0.9;
    expect(truePeakDb([joined(at997(-20, 0.3), click)], -120)).toBeCloseTo(20 * Math.log10(0.9), 1);
  });
});
