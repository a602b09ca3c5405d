import { describe, expect, it } from 'vitest';
import { timeByLength, timeByRests } from '#jobs/providers/system/espeak-words.ts';
import { restingSsml, spansBetweenRests } from '#jobs/providers/system/token-marks.ts';

const RATE = 16_000;

/** A sound of steady tones with silences between: [Hz or 0, seconds]… */
function sound(...parts: [frequency: number, seconds: number][]): Float32Array {
  const samples: number[] = [];
  for (const [frequency, seconds] of parts) {
    for (let index = 0; index < seconds * RATE; index++) {
      samples.push(frequency === 0 ? 0 : 0.5 * Math.sin((2 * Math.PI * frequency * index) / RATE));
    }
  }
  return Float32Array.from(samples);
}

describe('a reading with rests', () => {
  it('is asked for in markup that no text can break', () => {
    expect(restingSsml(['<b>Tom', '&', 'Ann'])).toBe(
      '&lt;b&gt;Tom<break time="1000ms"/> &amp;<break time="1000ms"/> Ann',
    );
  });

  it('is cut at the long silences alone', () => {
    const samples = sound([0, 0.2], [400, 0.3], [0, 0.15], [500, 0.1], [0, 1], [300, 0.2], [0, 0.5]);
    const spans = spansBetweenRests(samples, RATE).map(({ start, end }) => [start / RATE, end / RATE]);
    expect(spans).toHaveLength(2);
    expect(spans[0]?.[0]).toBeCloseTo(0.2, 2);
    expect(spans[0]?.[1]).toBeCloseTo(0.75, 2);
    expect(spans[1]?.[0]).toBeCloseTo(1.75, 2);
  });

  it('tells when the words of the natural one are said', () => {
    const natural = { sampleRate: RATE, samples: sound([300, 0.3], [1200, 0.2], [3000, 0.4]) };
    const resting = {
      sampleRate: RATE,
      samples: sound([300, 0.36], [0, 1], [1200, 0.26], [0, 1], [3000, 0.4]),
    };
    const words = timeByRests(natural, resting, ['one', 'two', 'three']);
    const starts = words?.map(({ startMs }) => startMs) ?? [];
    expect(Math.abs((starts[1] ?? 0) - 300)).toBeLessThan(30);
    expect(Math.abs((starts[2] ?? 0) - 500)).toBeLessThan(30);
  });

  it('tells nothing where a word was not said', () => {
    const natural = { sampleRate: RATE, samples: sound([300, 0.5]) };
    expect(timeByRests(natural, natural, ['one', 'two'])).toBeNull();
  });
});

describe('words timed by length', () => {
  it('share the speech', () => {
    expect(timeByLength(['ab', 'abcd'], { startMs: 100, endMs: 800 })).toEqual([
      { text: 'ab', startMs: 100, endMs: 300 },
      { text: 'abcd', startMs: 300, endMs: 700 },
    ]);
  });
});
