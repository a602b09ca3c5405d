/** The boxes of an MP4 file, as far as a box is to be put in front of its media. Pure. */

/** A box of the file's own level. Bytes. */
export interface TopBox {
  type: string;
  start: number;
  size: number;
}

/** Most bytes that a box's size and type take. */
export const HEADER_BYTES = 16;

/** A file in which nothing can be put without spoiling it. */
export class UnknownLayoutError extends Error {
  override readonly name = 'UnknownLayoutError';
}

/**
 * Reads where a box of the file's own level ends.
 * @param header its first bytes, up to `HEADER_BYTES`
 * @param start where in the file they stand
 * @param fileBytes of the whole file
 * @throws UnknownLayoutError where no box can stand there
 */
export function readTopBox(header: Uint8Array, start: number, fileBytes: number): TopBox {
  if (header.length < 8) throw new UnknownLayoutError('The file ends in the middle of a box.');
  const view = viewOf(header);
  const told = view.getUint32(0);
  const type = typeAt(header, 4);
  if (told === 1 && header.length < HEADER_BYTES)
    throw new UnknownLayoutError('The file ends in the middle of a box.');
  const size = told === 0 ? fileBytes - start : told === 1 ? Number(view.getBigUint64(8)) : told;
  if (size < 8 || start + size > fileBytes)
    throw new UnknownLayoutError(`The box ${type} is longer than the file.`);
  return { type, start, size };
}

/** Boxes between the film's index and its tables of offsets. */
const ON_THE_WAY = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl']);

/**
 * A film's index for media that stand further back.
 * @param moov the whole box
 * @param by how much further, bytes
 * @throws UnknownLayoutError where an offset has no room for it
 */
export function withMediaMoved(moov: Uint8Array, by: number): Uint8Array {
  const moved = moov.slice();
  const move = (start: number, end: number) => {
    for (let at = start; at < end; ) {
      const { type, size } = readTopBox(moved.subarray(at, Math.min(at + HEADER_BYTES, end)), at, end);
      if (ON_THE_WAY.has(type)) move(at + 8, at + size);
      else if (type === 'stco' || type === 'co64') moveOffsets(moved.subarray(at, at + size), type, by);
      at += size;
    }
  };
  move(0, moved.length);
  return moved;
}

/** @param table a whole box: header, version and flags, how many, and the offsets */
function moveOffsets(table: Uint8Array, type: 'stco' | 'co64', by: number): void {
  const view = viewOf(table);
  const width = type === 'stco' ? 4 : 8;
  const count = view.getUint32(12);
  if (16 + count * width > table.length) throw new UnknownLayoutError('A table of offsets is cut short.');
  for (let at = 16; at < 16 + count * width; at += width) {
    if (type === 'co64') view.setBigUint64(at, view.getBigUint64(at) + BigInt(by));
    else {
      const offset = view.getUint32(at) + by;
      if (offset > 0xffff_ffff) throw new UnknownLayoutError('The film is too long for its offsets.');
      view.setUint32(at, offset);
    }
  }
}

/** A box that says by a UUID what it holds. @param uuid 32 hexadecimal digits */
export function uuidBox(uuid: string, content: Uint8Array): Uint8Array {
  const box = new Uint8Array(24 + content.length);
  viewOf(box).setUint32(0, box.length);
  box.set(new TextEncoder().encode('uuid'), 4);
  box.set(uuidBytes(uuid), 8);
  box.set(content, 24);
  return box;
}

/** The UUID that a box of that kind begins with, as 32 hexadecimal digits; null for any other box. */
export function uuidOf(box: Uint8Array): string | null {
  if (box.length < 24 || typeAt(box, 4) !== 'uuid') return null;
  return [...box.subarray(8, 24)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param uuid 32 hexadecimal digits */
function uuidBytes(uuid: string): Uint8Array {
  return Uint8Array.from(uuid.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function typeAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
