/**
 * Runs in the cage, see `runCagedModule`: reads the header of the picture at its standard input and, where it is within
 * bounds, writes it anew. Answers with a line of JSON (`PictureAnswer`) and, where there is one, the new picture.
 */
import { readSync, writeSync } from 'node:fs';
import type Sharp from 'sharp';

export interface PictureRequest {
  /** Where sharp is, as `packageUrl` says. */
  sharp: string;
  /** Of more pixels nothing is decoded. */
  maxPixels: number;
  /** Longest side of the new picture, px. */
  side: number;
  /** Of JPEG, 1 to 100. */
  quality: number;
}

/** What is known of a picture: its header, and the size of the new one; nothing of one that cannot be read. */
export interface PictureAnswer {
  head: { width: number; height: number; pages: number } | null;
  /** Null where none was made. */
  made: { width: number; height: number } | null;
}

const INPUT = 0;
const OUTPUT = 1;
const PIECE_BYTES = 256 * 1024;

/** Readers of the kinds that are taken; whatever else libvips reads is none of them, whatever it says it is. */
const READERS = ['Png', 'Jpeg', 'Webp', 'Heif'].map((kind) => `VipsForeignLoad${kind}`);

const request = JSON.parse(process.argv[2] ?? '') as PictureRequest;
const { default: sharp } = (await import(request.sharp)) as { default: typeof Sharp };
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: READERS });

const input = readInput();
const head = await readHead();
const isWithin = head !== null && head.width * head.height <= request.maxPixels;
const made = isWithin ? await clean() : null;
const answer: PictureAnswer = { head, made: made && { width: made.info.width, height: made.info.height } };
write(Buffer.from(`${JSON.stringify(answer)}\n`));
if (made) write(made.data);

async function readHead(): Promise<PictureAnswer['head']> {
  try {
    const found = await sharp(input, { limitInputPixels: false }).metadata();
    return { width: found.width, height: found.pageHeight ?? found.height, pages: found.pages ?? 1 };
  } catch (error) {
    return nothing(error);
  }
}

/** Upright, in sRGB, without metadata, on white where it was transparent. Null where it cannot be read to its end. */
async function clean() {
  try {
    return await sharp(input, { limitInputPixels: request.maxPixels, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize(request.side, request.side, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ quality: request.quality, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true });
  } catch (error) {
    return nothing(error);
  }
}

/** Of a picture that cannot be read nothing is known; where memory was short, that is no fault of the picture's. */
function nothing(error: unknown): null {
  if (/memory|alloc/i.test(String(error))) throw error;
  return null;
}

function readInput(): Buffer {
  const pieces: Buffer[] = [];
  for (;;) {
    const piece = Buffer.alloc(PIECE_BYTES);
    const bytes = readSync(INPUT, piece);
    if (bytes === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, bytes));
  }
}

function write(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(OUTPUT, bytes, at);
}
