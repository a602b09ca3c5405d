import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifestBox, manifestsIn } from '#jobs/signing/manifest-box.ts';
import { readTopBox, UnknownLayoutError, uuidBox, withMediaMoved } from '#jobs/signing/mp4-boxes.ts';

function box(type: string, ...contents: (Uint8Array | Buffer)[]): Buffer {
  const content = Buffer.concat(contents);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

function offsets(kind: 'stco' | 'co64', values: readonly number[]): Buffer {
  const width = kind === 'stco' ? 4 : 8;
  const table = Buffer.alloc(8 + values.length * width);
  table.writeUInt32BE(values.length, 4);
  for (const [at, value] of values.entries())
    if (kind === 'stco') table.writeUInt32BE(value, 8 + at * 4);
    else table.writeBigUInt64BE(BigInt(value), 8 + at * 8);
  return box(kind, table);
}

const track = (table: Buffer) =>
  box('trak', box('tkhd', Buffer.alloc(5)), box('mdia', box('minf', box('stbl', box('stsz'), table))));

describe('an index for media that stand further back', () => {
  it('has every offset moved, and nothing else', () => {
    const values = fc.array(fc.integer({ min: 0, max: 0x7fff_ffff }), { maxLength: 20 });
    fc.assert(
      fc.property(values, values, fc.integer({ min: 0, max: 100_000 }), (first, second, by) => {
        const moov = (move: number) => {
          const moved = (list: number[]) => list.map((value) => value + move);
          return box(
            'moov',
            box('mvhd', Buffer.from('stco')),
            track(offsets('stco', moved(first))),
            track(offsets('co64', moved(second))),
          );
        };
        expect(Buffer.from(withMediaMoved(moov(0), by))).toEqual(moov(by));
      }),
    );
  });

  it('is refused where an offset has no room for it, or its table is cut short', () => {
    const full = box('moov', track(offsets('stco', [0xffff_fff0])));
    expect(() => withMediaMoved(full, 16)).toThrow(UnknownLayoutError);
    const cut = box('stco', Buffer.from([0, 0, 0, 0, 0, 0, 0, 9]));
    expect(() => withMediaMoved(box('moov', track(cut)), 16)).toThrow(UnknownLayoutError);
  });
});

describe('a box of the file’s own level', () => {
  it('ends where it says, in whichever of three ways', () => {
    expect(readTopBox(box('free', Buffer.alloc(4)), 100, 200)).toEqual({
      type: 'free',
      start: 100,
      size: 12,
    });
    const large = Buffer.from('000000016d6461740000000000000040', 'hex');
    expect(readTopBox(large, 100, 200)).toEqual({ type: 'mdat', start: 100, size: 64 });
    const last = Buffer.from('000000006d646174', 'hex');
    expect(readTopBox(last, 100, 200)).toEqual({ type: 'mdat', start: 100, size: 100 });
  });

  it('is none where it is longer than the file, or shorter than its own head', () => {
    for (const head of ['0000', '000000046d646174', '000000706d646174', '000000016d646174']) {
      expect(() => readTopBox(Buffer.from(head, 'hex'), 100, 200)).toThrow(UnknownLayoutError);
    }
  });
});

describe('the manifests of a film', () => {
  const manifests = Uint8Array.from([1, 2, 3, 4]);
  const head = Buffer.concat([box('ftyp', Buffer.from('isom')), manifestBox(manifests), box('moov')]);

  it('are found before its media', () => {
    expect(manifestsIn(head)).toEqual(Buffer.from(manifests));
  });

  it('are none in any other file, nor where they are cut off', () => {
    const other = uuidBox('be7acfcb97a942e89c71999491e3afac', manifests);
    for (const bytes of [Buffer.alloc(0), Buffer.from('{"scenes": []}'), other, head.subarray(0, 50)])
      expect(manifestsIn(bytes)).toBeNull();
  });
});
