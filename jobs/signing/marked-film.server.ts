/** A film written once more with boxes in front of its media, which are moved back for them. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';
import type { FilmManifest } from './film-manifest.server';
import { manifestBox } from './manifest-box';
import { HEADER_BYTES, readTopBox, type TopBox, UnknownLayoutError, withMediaMoved } from './mp4-boxes';

/** Boxes that tell places in the file in ways that are not mended here: of films in fragments, and of pictures. */
const UNMENDED = new Set(['moof', 'mfra', 'sidx', 'meta']);

/** A box of the film as it is to be: its bytes, or where they lie in the film as it is. */
type Piece = Uint8Array | TopBox;

/**
 * Writes the film with a mark, and signed where there is a manifest for it. Memory holds its index and nothing of its
 * media.
 * @param mark a whole box
 * @throws UnknownLayoutError where the film is built otherwise than ours; StoryError `disk_full` or `disk_read_only`
 */
export async function writeMarked(
  film: string,
  outFile: string,
  { mark, manifest }: { mark: Uint8Array; manifest: FilmManifest | null },
  signal: AbortSignal,
): Promise<void> {
  const file = await open(film);
  try {
    const [first, ...boxes] = await topBoxes(file, (await stat(film)).size);
    if (first?.type !== 'ftyp' || boxes.some(({ type }) => UNMENDED.has(type)))
      throw new UnknownLayoutError('The film is built otherwise than films are here.');
    const reserved = manifest ? manifestBox(new Uint8Array(manifest.length)).length : 0;
    const pieces: Piece[] = [mark];
    for (const box of boxes) {
      const isIndex = box.type === 'moov';
      pieces.push(isIndex ? withMediaMoved(await bytesAt(file, box), reserved + mark.length) : box);
    }
    const head = [await bytesAt(file, first)];
    if (manifest) {
      const hash = await hashedFilm(film, pieces, first.size + reserved, signal);
      head.push(manifestBox(await manifest.signed(hash)));
    }
    await writingToDisk(() =>
      pipeline(bytesOf(film, [...head, ...pieces]), createWriteStream(outFile), { signal }),
    );
  } finally {
    await file.close();
  }
}

/**
 * The hash by which a manifest is bound to its film (`c2pa.hash.bmff.v3`): of each box but the first and the manifest's
 * own, with its place before it.
 */
async function hashedFilm(
  film: string,
  pieces: readonly Piece[],
  start: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const hash = createHash('sha256');
  let at = start;
  for (const piece of pieces) {
    const place = Buffer.alloc(8);
    place.writeBigUInt64BE(BigInt(at));
    hash.update(place);
    for await (const chunk of bytesOf(film, [piece])) {
      signal.throwIfAborted();
      hash.update(chunk);
    }
    at += piece instanceof Uint8Array ? piece.length : piece.size;
  }
  return new Uint8Array(hash.digest());
}

async function* bytesOf(film: string, pieces: readonly Piece[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) yield piece;
    else {
      const { start, size } = piece;
      yield* createReadStream(film, { start, end: start + size - 1 }) as AsyncIterable<Uint8Array>;
    }
  }
}

async function topBoxes(file: FileHandle, fileBytes: number): Promise<TopBox[]> {
  const boxes: TopBox[] = [];
  for (let at = 0; at < fileBytes; ) {
    const size = Math.min(HEADER_BYTES, fileBytes - at);
    const box = readTopBox(await bytesAt(file, { start: at, size }), at, fileBytes);
    boxes.push(box);
    at += box.size;
  }
  return boxes;
}

async function bytesAt(
  file: FileHandle,
  { start, size }: Pick<TopBox, 'start' | 'size'>,
): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(size), 0, size, start);
  if (bytesRead < size) throw new UnknownLayoutError('The film ends in the middle of a box.');
  return buffer;
}
