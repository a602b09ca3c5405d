/**
 * Runs in the cage, see `runCagedModule`: reads the header of the picture at its standard input and, where it is within
 * bounds, writes it anew. Answers with a line of JSON (`PictureAnswer`) and, where there is one, the new picture.
 */
import { nothing, openSharp, readInput, readRequest, writeAnswer } from './caged-sharp.ts';

export interface PictureRequest {
  /** Where sharp is, as `packageUrl` says. */
  sharp: string;
  /** No more are read. */
  maxBytes: number;
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

const request = readRequest<PictureRequest>();
const sharp = await openSharp(request.sharp);
const input = readInput(request.maxBytes);
const head = await readHead();
const isWithin = head !== null && head.width * head.height <= request.maxPixels;
const made = isWithin ? await clean() : null;
const answer: PictureAnswer = { head, made: made && { width: made.info.width, height: made.info.height } };
writeAnswer(Buffer.from(`${JSON.stringify(answer)}\n`));
if (made) writeAnswer(made.data);

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
