import { describe, expect, it } from 'vitest';
import { decodeWav, durationMsOf, encodeWav, WavFormatError } from '#jobs/sound/audio/wav.ts';

const stereo = {
  sampleRate: 44_100,
  channels: [new Float32Array([0, 0.5, -0.5, 0.25]), new Float32Array([1, -1, 0.125, 0])],
};

/** A WAV with chunks in the order given; `data` holds two samples unless told. */
function wavOf(...chunks: [id: string, content: Uint8Array, size?: number][]): Uint8Array {
  const parts: number[] = [...ascii('WAVE')];
  for (const [id, content, size = content.length] of chunks) {
    parts.push(...ascii(id), ...uint32(size), ...content);
    if (content.length % 2 === 1) parts.push(0);
  }
  return new Uint8Array([...ascii('RIFF'), ...uint32(parts.length), ...parts]);
}

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const uint32 = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24];
const format = (encoding: number, bits: number, channels = 1) =>
  new Uint8Array([encoding, 0, channels, 0, ...uint32(16_000), ...uint32(32_000), 2, 0, bits, 0]);
const twoSamples = new Uint8Array([0, 64, 0, 192]);

describe('encodeWav and decodeWav', () => {
  it('give back what was written, to one part in 32768', () => {
    const { sampleRate, channels } = decodeWav(encodeWav(stereo));
    expect(sampleRate).toBe(44_100);
    expect([...(channels[0] ?? [])]).toEqual([0, 0.5, -0.5, 0.25]);
    expect(channels[1]?.[0]).toBeCloseTo(1, 4);
    expect(channels[1]?.[1]).toBe(-1);
  });

  it('write the header that players read', () => {
    const bytes = encodeWav(stereo);
    const view = new DataView(bytes.buffer);
    expect(bytes).toHaveLength(44 + 16);
    expect(view.getUint32(4, true)).toBe(bytes.length - 8);
    expect(view.getUint16(22, true)).toBe(2);
    expect(view.getUint32(24, true)).toBe(44_100);
    expect(view.getUint32(28, true)).toBe(44_100 * 4);
    expect(view.getUint16(34, true)).toBe(16);
    expect(view.getUint32(40, true)).toBe(16);
  });

  it('clip what is beyond full scale instead of letting it wrap', () => {
    const loud = encodeWav({ sampleRate: 8000, channels: [new Float32Array([3, -3])] });
    const [channel] = decodeWav(loud).channels;
    expect(channel?.[0]).toBeGreaterThan(0.999);
    expect(channel?.[1]).toBe(-1);
  });

  it('refuse channels of different lengths and no channel', () => {
    const uneven = [new Float32Array(2), new Float32Array(3)];
    expect(() => encodeWav({ sampleRate: 8000, channels: uneven })).toThrow(RangeError);
    expect(() => encodeWav({ sampleRate: 8000, channels: [] })).toThrow(RangeError);
  });

  it('tell the length in ms', () => {
    expect(durationMsOf({ sampleRate: 48_000, channels: [new Float32Array(24_000)] })).toBe(500);
  });

  it('read bytes that lie inside a larger buffer', () => {
    const wav = encodeWav(stereo);
    const larger = new Uint8Array(wav.length + 7);
    larger.set(wav, 3);
    expect(decodeWav(larger.subarray(3, 3 + wav.length)).channels[0]?.[1]).toBe(0.5);
  });
});

describe('decodeWav', () => {
  it('skips chunks that it does not know, of odd length too', () => {
    const wav = wavOf(
      ['LIST', new Uint8Array([1, 2, 3])],
      ['fmt ', format(1, 16)],
      ['fact', new Uint8Array(4)],
      ['data', twoSamples],
    );
    expect([...(decodeWav(wav).channels[0] ?? [])]).toEqual([0.5, -0.5]);
  });

  it('reads the extensible form of PCM', () => {
    const extensible = new Uint8Array(40);
    extensible.set(format(0xfe, 16));
    extensible[1] = 0xff;
    extensible[24] = 1;
    expect(decodeWav(wavOf(['fmt ', extensible], ['data', twoSamples])).channels[0]).toHaveLength(2);
  });

  it('reads as far as the file goes when the size is a streaming placeholder', () => {
    const wav = wavOf(['fmt ', format(1, 16)], ['data', twoSamples, 0xffffffff]);
    expect(decodeWav(wav).channels[0]).toHaveLength(2);
  });

  it('leaves out half a sample at the end', () => {
    const wav = wavOf(['fmt ', format(1, 16)], ['data', new Uint8Array([0, 64, 7])]);
    expect(decodeWav(wav).channels[0]).toHaveLength(1);
  });

  it('reads a file without any sample', () => {
    expect(decodeWav(wavOf(['fmt ', format(1, 16)], ['data', new Uint8Array(0)])).channels[0]).toHaveLength(
      0,
    );
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['an MP3', new Uint8Array([...ascii('ID3'), ...new Uint8Array(40)])],
    ['another RIFF', new Uint8Array([...ascii('RIFF'), 4, 0, 0, 0, ...ascii('AVI ')])],
    ['8 bits', wavOf(['fmt ', format(1, 8)], ['data', twoSamples])],
    ['floating point', wavOf(['fmt ', format(3, 32)], ['data', twoSamples])],
    ['no channels', wavOf(['fmt ', format(1, 16, 0)], ['data', twoSamples])],
    ['no data', wavOf(['fmt ', format(1, 16)])],
    ['data before its format', wavOf(['data', twoSamples], ['fmt ', format(1, 16)])],
    ['a format cut short', wavOf(['fmt ', new Uint8Array(6)], ['data', twoSamples])],
  ])('refuses %s', (_what, bytes) => {
    expect(() => decodeWav(bytes)).toThrow(WavFormatError);
  });
});
