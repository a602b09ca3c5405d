import { open } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import type { Size } from '#jobs/story/film/own/crop.ts';
import { KEPT_PICTURE_SIDE, MAX_PICTURE_PIXELS, MIN_PICTURE_SIDE } from '#jobs/story/film/own/own-limits.ts';
import { FILE_SORTS, type FileSort } from './file-sort';
import { refusal } from './upload-refusal';

const TAKEN = ['png', 'jpeg', 'webp', 'avif'] as const;
const HINT = 'Send a PNG, JPEG, WebP or AVIF picture.';

/** Decoding is given no longer, s. */
const SECONDS = 20;
/** Of what is kept: hardly to be told from what was sent. */
const JPEG = { quality: 93, chromaSubsampling: '4:4:4' } as const;

/** What each sort is that is no picture for a film. */
const HINTS: Partial<Record<FileSort, string>> = {
  svg: 'Drawings may hold programs, so none is taken. Save it as PNG, and send that.',
  heic: 'Save or share it as JPEG, and send that.',
  gif: 'Save the picture that you want as PNG, and send that; a moving one can be sent as a clip (MP4).',
};

/**
 * A person's picture as it is kept: upright, in sRGB, without metadata, on white where it was transparent, and at
 * most `KEPT_PICTURE_SIDE` on its longer side. Its header is judged before anything is decoded.
 * @param sort what the file's first bytes say
 * @throws StoryError `upload_…` that says what is wrong with it
 */
export async function cleanPicture(file: string, sort: FileSort): Promise<{ jpeg: Uint8Array } & Size> {
  if (!TAKEN.some((taken) => taken === sort)) {
    throw refusal(
      'not_a_picture',
      `The file is ${FILE_SORTS[sort]}, and no picture for a film.`,
      HINTS[sort] ?? HINT,
    );
  }
  const head = await readHeader(file);
  judge(head, (head.pages ?? 1) > 1 || (sort === 'png' && (await isMovingPng(file))));
  try {
    const { data, info } = await sharp(file, { limitInputPixels: MAX_PICTURE_PIXELS, failOn: 'error' })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize(KEPT_PICTURE_SIDE, KEPT_PICTURE_SIDE, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg(JPEG)
      .toBuffer({ resolveWithObject: true });
    return { jpeg: data, width: info.width, height: info.height };
  } catch (error) {
    throw damaged(error);
  }
}

async function readHeader(file: string): Promise<Metadata> {
  try {
    return await sharp(file, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw damaged(error);
  }
}

function judge({ width, height, pageHeight }: Metadata, isMoving: boolean): void {
  if (isMoving) {
    throw refusal(
      'picture_moves',
      'The picture is an animation.',
      'Send a still picture, or the animation as a clip (MP4 or WebM).',
    );
  }
  const high = pageHeight ?? height;
  if (width * high > MAX_PICTURE_PIXELS) {
    throw refusal(
      'picture_too_many_pixels',
      `The picture has ${width} × ${high} pixels, which is more than ${MAX_PICTURE_PIXELS / 1e6} million.`,
      `Make it smaller: ${KEPT_PICTURE_SIDE} pixels on its longer side are enough for a film.`,
    );
  }
  if (Math.min(width, high) < MIN_PICTURE_SIDE) {
    throw refusal(
      'picture_too_small',
      `The picture has only ${width} × ${high} pixels and would be a blur in the film.`,
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

function damaged(cause: unknown) {
  return refusal(
    'picture_damaged',
    'The picture is damaged, or a part of it is missing.',
    'Open it on your device to see whether it is whole, save it anew, and send that.',
    cause,
  );
}
