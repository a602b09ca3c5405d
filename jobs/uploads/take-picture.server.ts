import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { type CagedModule, packageUrl, runCagedModule } from '#jobs/cage/caged-module.server.ts';
import type { PictureAnswer, PictureRequest } from '#jobs/cage/picture-cleaner.ts';
import { toFault } from '#jobs/story/film/fault.ts';
import type { Size } from '#jobs/story/film/own/crop.ts';
import {
  KEPT_PICTURE_SIDE,
  MAX_PICTURE_PIXELS,
  MAX_UPLOAD_BYTES,
  MIN_PICTURE_SIDE,
} from '#jobs/story/film/own/own-limits.ts';
import { FILE_SORTS, type FileSort, fileSortOf } from './file-sort';
import { tooDemanding } from './too-demanding';
import { refusal } from './upload-refusal';

const TAKEN = ['png', 'jpeg', 'webp', 'avif'] as const;
const HINT = 'Send a PNG, JPEG, WebP or AVIF picture.';

/** Of what is kept, of 100: hardly to be told from what was sent. */
const QUALITY = 93;

/** Where a picture is decoded. */
const PICTURE_CAGE = {
  module: createRequire(import.meta.url).resolve('#jobs/cage/picture-cleaner.ts'),
  timeMs: 20_000,
  // No file is written. For pictures of the most pixels, in the costliest ways of packing them, 1 GB is too little.
  limits: { memoryMb: 2048, processorS: 60, fileMb: 0 },
  answerBytes: 96 * 1024 * 1024,
} satisfies Partial<CagedModule>;
export type PictureCage = typeof PICTURE_CAGE;

/** What each sort is that is no picture for a film. */
const HINTS: Partial<Record<FileSort, string>> = {
  svg: 'Drawings may hold programs, so none is taken. Save it as PNG, and send that.',
  heic: 'Save or share it as JPEG, and send that.',
  gif: 'Save the picture that you want as PNG, and send that; a moving one can be sent as a clip (MP4).',
};

/**
 * A person's picture as it is kept: upright, in sRGB, without metadata, on white where it was transparent, and at
 * most `KEPT_PICTURE_SIDE` on its longer side. Of one that is too large nothing is decoded, and none is decoded in
 * this process.
 * @param sort what the file's first bytes say
 * @param cage another than the usual one
 * @throws StoryError `upload_…` that says what is wrong with it; the signal's reason once it is aborted
 */
export async function cleanPicture(
  file: string,
  sort: FileSort,
  signal: AbortSignal,
  cage: PictureCage = PICTURE_CAGE,
): Promise<{ jpeg: Uint8Array } & Size> {
  if (!TAKEN.some((taken) => taken === sort)) {
    throw refusal(
      'not_a_picture',
      `The file is ${FILE_SORTS[sort]}, and no picture for a film.`,
      HINTS[sort] ?? HINT,
    );
  }
  const request: PictureRequest = {
    sharp: packageUrl('sharp'),
    maxBytes: MAX_UPLOAD_BYTES.picture,
    maxPixels: MAX_PICTURE_PIXELS,
    side: KEPT_PICTURE_SIDE,
    quality: QUALITY,
  };
  try {
    const answer = await runCagedModule({ ...cage, request, inputs: [file] }, signal);
    const { head, made, jpeg } = readAnswer(answer);
    if (!head) throw new Error('It has no header that can be read.');
    judge(head, head.pages > 1 || (sort === 'png' && (await isMovingPng(file))));
    if (!made) throw new Error('It cannot be read to its end.');
    return { jpeg, ...made };
  } catch (error) {
    throw unread(error, signal);
  }
}

const sizeShape = { width: z.number().int().positive(), height: z.number().int().positive() };
const answerSchema: z.ZodType<PictureAnswer> = z.object({
  head: z.object({ ...sizeShape, pages: z.number().int().positive() }).nullable(),
  made: z.object(sizeShape).nullable(),
});

/** What came out of the cage is believed no more than what went in. */
function readAnswer(answer: Buffer): PictureAnswer & { jpeg: Buffer } {
  const end = answer.indexOf('\n');
  const said = answerSchema.parse(JSON.parse(answer.toString('utf8', 0, end)));
  const jpeg = answer.subarray(end + 1);
  const { made } = said;
  const isFit =
    made === null || (Math.max(made.width, made.height) <= KEPT_PICTURE_SIDE && fileSortOf(jpeg) === 'jpeg');
  if (!isFit) throw new Error('The cage’s answer is no picture.');
  return { ...said, jpeg };
}

function judge({ width, height }: Size, isMoving: boolean): void {
  if (isMoving) {
    throw refusal(
      'picture_moves',
      'The picture is an animation.',
      'Send a still picture, or the animation as a clip (MP4 or WebM).',
    );
  }
  if (width * height > MAX_PICTURE_PIXELS) {
    throw refusal(
      'picture_too_many_pixels',
      `The picture has ${width} × ${height} pixels, which is more than ${MAX_PICTURE_PIXELS / 1e6} million.`,
      `Make it smaller: ${KEPT_PICTURE_SIDE} pixels on its longer side are enough for a film.`,
    );
  }
  if (Math.min(width, height) < MIN_PICTURE_SIDE) {
    throw refusal(
      'picture_too_small',
      `The picture has only ${width} × ${height} pixels and would be a blur in the film.`,
      `Send one of at least ${MIN_PICTURE_SIDE} pixels on each side.`,
    );
  }
}

/** Whether a PNG says before its pixels that it has more than one frame. */
async function isMovingPng(file: string): Promise<boolean> {
  const opened = await open(file);
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(4096), 0, 4096, 0);
    const text = buffer.toString('latin1', 0, bytesRead);
    const [control, pixels] = [text.indexOf('acTL'), text.indexOf('IDAT')];
    return control > 0 && (pixels < 0 || control < pixels);
  } finally {
    await opened.close();
  }
}

function unread(error: unknown, signal: AbortSignal): unknown {
  signal.throwIfAborted();
  if (toFault(error).code.startsWith('upload_')) return error;
  return (
    tooDemanding('picture', error) ??
    refusal(
      'picture_damaged',
      'The picture is damaged, or a part of it is missing.',
      'Open it on your device to see whether it is whole, save it anew, and send that.',
      error,
    )
  );
}
