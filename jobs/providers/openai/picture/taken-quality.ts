/** Qualities that a server turned out not to take, and what is asked for in their place. */
import { APIError } from 'openai';
import type { ImageSettings } from '#jobs/providers/openai/settings/settings.ts';
import type { PictureQuality } from '#jobs/story/order/options.ts';

/** By server and model. */
const rejected = new Map<string, Set<PictureQuality>>();

/**
 * Asks in the wanted quality, and once more in the nearest one that the server takes: the model may be newer than what
 * is known of it. Null is the model's own. An answer that says no costs nothing.
 */
export async function inTakenQuality<T>(
  { baseUrl, model, quality }: Pick<ImageSettings, 'baseUrl' | 'model' | 'quality'>,
  ask: (quality: PictureQuality | null) => Promise<T>,
): Promise<T> {
  const name = `${baseUrl} ${model}`;
  const known = rejected.get(name) ?? new Set();
  rejected.set(name, known);
  for (let wanted: PictureQuality | null = quality; ; wanted = nextTo(wanted)) {
    if (wanted !== null && known.has(wanted)) continue;
    try {
      return await ask(wanted);
    } catch (error) {
      if (wanted === null || !isAboutQuality(error)) throw error;
      known.add(wanted);
    }
  }
}

function nextTo(quality: PictureQuality | null): PictureQuality | null {
  return quality === 'xhigh' || quality === 'max' ? 'high' : null;
}

function isAboutQuality(error: unknown): boolean {
  if (!(error instanceof APIError) || error.status !== 400) return false;
  // Some servers name it in their words alone.
  return error.param ? error.param === 'quality' : /['"`“]quality['"`”]/.test(error.message);
}
