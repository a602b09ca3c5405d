/**
 * Which characters a WOFF2 font has, read from its `cmap` table.
 *
 * After the W3C's "WOFF File Format 2.0" (table directory, UIntBase128) and the OpenType specification's
 * `cmap` formats 4 and 12, the two that fonts for the web use.
 */
import { brotliDecompressSync } from 'node:zlib';

const HEADER_BYTES = 48;
const SIGNATURE = 0x774f4632;
/** Indexes into the specification's list of known tags. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
/** In place of an index: the tag itself follows. */
const OTHER_TAG = 63;

/** Code points of the font, ascending. @throws Error when the file is no WOFF2 or has no usable `cmap`. */
export function woff2Characters(file: Buffer): number[] {
  if (file.readUInt32BE(0) !== SIGNATURE) throw new Error('This is no WOFF2 file.');
  const tableCount = file.readUInt16BE(12);
  let at = HEADER_BYTES;
  let offset = 0;
  let cmap: { from: number; length: number } | null = null;
  const readLength = () => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  for (let table = 0; table < tableCount; table++) {
    const flags = file.readUInt8(at++);
    const tag = flags & 0x3f;
    const version = flags >> 6;
    if (tag === OTHER_TAG) at += 4;
    let length = readLength();
    // Version 3 means "as it was" for these two, 0 for all others.
    const isTransformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0;
    if (isTransformed) length = readLength();
    if (tag === CMAP) cmap = { from: offset, length };
    offset += length;
  }
  if (!cmap) throw new Error('The font has no cmap table.');
  const tables = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  return cmapCharacters(tables.subarray(cmap.from, cmap.from + cmap.length));
}

function cmapCharacters(cmap: Buffer): number[] {
  const characters = new Set<number>();
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + record * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) for (const character of segmentCharacters(table)) characters.add(character);
    if (format === 12) for (const character of groupCharacters(table)) characters.add(character);
  }
  if (characters.size === 0) throw new Error('The font’s cmap has no table of format 4 or 12.');
  return [...characters].sort((a, b) => a - b);
}

/** Format 4: segments with a delta, or with an array of glyphs, for the basic plane. */
function* segmentCharacters(table: Buffer): Generator<number> {
  const doubled = table.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled];
  for (let at = 0; at < doubled; at += 2) {
    const start = table.readUInt16BE(starts + at);
    const delta = table.readUInt16BE(deltas + at);
    const offset = table.readUInt16BE(offsets + at);
    for (let code = start; code <= table.readUInt16BE(ends + at); code++) {
      if (code === 0xffff) break;
      const place = offsets + at + offset + 2 * (code - start);
      const glyph = offset === 0 ? (code + delta) & 0xffff : table.readUInt16BE(place);
      if (glyph !== 0) yield code;
    }
  }
}

/** Format 12: groups of consecutive characters, for every plane. */
function* groupCharacters(table: Buffer): Generator<number> {
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const start = table.readUInt32BE(16 + group * 12);
    const end = table.readUInt32BE(16 + group * 12 + 4);
    for (let code = start; code <= end; code++) yield code;
  }
}
