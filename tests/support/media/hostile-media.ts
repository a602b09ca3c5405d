/** Files made to do harm: small ones that grow, and such that name other files or addresses. */
import { crc32, deflateSync } from 'node:zlib';

/** A PNG in black and white, whole, of which every byte can be decoded. Sides in px. */
export function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(1, 8);
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Boxes of an MP4 on the way to where its media are said to lie (ISO/IEC 14496-12, section 8.7.2). */
const WAY = ['moov', 'trak', 'mdia', 'minf', 'dinf', 'dref'];
/** Bytes of `dref` before its entries. */
const DREF_HEAD = 8;

/**
 * The film with its media said to lie elsewhere.
 * @param mp4 with its index at the end, as ffmpeg writes it
 * @param entry of `dref`: `url ` with an address, or `alis` with the path of a file as QuickTime writes it
 */
export function elsewhere(mp4: Buffer, entry: Buffer): Buffer {
  return replaced(mp4, WAY, (dref) => Buffer.concat([dref.subarray(0, DREF_HEAD), entry]));
}

function replaced(
  boxes: Buffer,
  [name, ...rest]: readonly string[],
  change: (inside: Buffer) => Buffer,
): Buffer {
  const made: Buffer[] = [];
  for (let at = 0; at < boxes.length; ) {
    const size = boxes.readUInt32BE(at);
    const type = boxes.toString('latin1', at + 4, at + 8);
    const inside = boxes.subarray(at + 8, at + size);
    made.push(
      type === name
        ? box(type, rest.length === 0 ? change(inside) : replaced(inside, rest, change))
        : boxes.subarray(at, at + size),
    );
    at += size;
  }
  return Buffer.concat(made);
}

export function box(type: string, inside: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inside.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, inside]);
}

/** An alias record of QuickTime, as far as ffmpeg reads it: a path from the root of a volume. */
export function alias(path: string): Buffer {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const record = Buffer.alloc(150);
  // Version and flags of the entry, then the record’s own length.
  record.writeUInt16BE(150, 8);
  record.writeUInt8(6, 14);
  record.write('Volume', 15, 'latin1');
  record.writeUInt8(name.length, 54);
  record.write(name, 55, 'latin1');
  // How many folders up and down.
  record.writeInt16BE(1, 130);
  record.writeInt16BE(1, 132);
  const kind = Buffer.alloc(4);
  kind.writeInt16BE(2, 0);
  kind.writeInt16BE(path.length, 2);
  const end = Buffer.from('ffff0000', 'hex');
  return box('alis', Buffer.concat([record, kind, Buffer.from(path, 'latin1'), end]));
}
