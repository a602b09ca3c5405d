/** Which size to ask a picture model for. */

import { drawsAnySize } from '#jobs/providers/openai/settings/catalogue.ts';
import { FORMATS, type FormatName } from '#remotion/contract/story-props.ts';

/** px */
export interface PictureSize {
  width: number;
  height: number;
}

/** The three sizes that every picture model knows. */
const COMMON_SIZES: Record<FormatName, PictureSize> = {
  '9:16': { width: 1024, height: 1536 },
  '1:1': { width: 1024, height: 1024 },
  '16:9': { width: 1536, height: 1024 },
};

/** Exactly the film's shape, with sides that are multiples of 16, at two thirds of the film's pixels. */
const SHAPED_SIZES: Record<FormatName, PictureSize> = {
  '9:16': { width: 864, height: 1536 },
  '1:1': { width: 1024, height: 1024 },
  '16:9': { width: 1536, height: 864 },
};

/** The size to ask for: the film's own shape where the model draws any, else the nearest common one. */
export function requestSize(model: string, format: FormatName, resolution: 'standard' | 'full'): PictureSize {
  if (!drawsAnySize(model)) return COMMON_SIZES[format];
  if (resolution === 'standard') return SHAPED_SIZES[format];
  const { width, height } = FORMATS[format];
  return { width: upTo16(width), height: upTo16(height) };
}

function upTo16(side: number): number {
  return Math.ceil(side / 16) * 16;
}

/** Least side of a picture that can be scaled up to a film without blurring, px. */
const SHORTEST_SIDE = 512;
/** Most of a picture that may be lost when it is cut to the film's shape. */
const LARGEST_LOSS = 0.5;

/** Why a picture of that size cannot fill the film, as a clause, or null. */
export function sizeFault(size: PictureSize, format: FormatName): string | null {
  const { width, height } = size;
  if (Math.min(width, height) < SHORTEST_SIDE) return `the picture is too small (${width} × ${height} px)`;
  const wanted = FORMATS[format].width / FORMATS[format].height;
  const given = width / height;
  const kept = Math.min(wanted / given, given / wanted);
  return kept < 1 - LARGEST_LOSS ? `the picture has the wrong shape (${width} × ${height} px)` : null;
}
