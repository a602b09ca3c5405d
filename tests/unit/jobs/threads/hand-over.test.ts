import { transferableSymbol, valueSymbol } from 'piscina';
import { describe, expect, it } from 'vitest';
import { handOver } from '#jobs/threads/hand-over.ts';

const movedBuffers = (value: object) =>
  (handOver(value) as unknown as { [transferableSymbol]: ArrayBuffer[] })[transferableSymbol];

describe('handOver', () => {
  it('gives away every byte array of the value, wherever it is, once', () => {
    const picture = new Uint8Array(8);
    const layers = [{ image: new Uint8Array(4) }, { image: picture }];
    expect(movedBuffers({ ok: true, result: { image: picture, layers } })).toEqual([
      picture.buffer,
      layers[0]?.image.buffer,
    ]);
  });

  it('leaves parts of a larger memory to be copied: others may hold the rest of it', () => {
    const shared = new Uint8Array(16);
    expect(movedBuffers({ image: shared.subarray(0, 8) })).toEqual([]);
  });

  it('keeps the value as it is', () => {
    const value = { words: [{ text: 'fox', startMs: 0 }], bytes: new Uint8Array(2), none: null };
    expect((handOver(value) as unknown as { [valueSymbol]: unknown })[valueSymbol]).toBe(value);
  });
});
