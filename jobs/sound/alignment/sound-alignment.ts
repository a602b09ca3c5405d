/** The aligner on sound files. */

import { decodeWav } from '#jobs/sound/audio/wav.ts';
import type { Word } from '#remotion/contract/story-props.ts';
import { type MonoSound, timeByReference } from './reference-timing';

/** Word times in one WAV by another one that says the same. */
export async function alignSounds(
  target: Uint8Array,
  reference: Uint8Array,
  referenceWords: readonly Word[],
): Promise<Word[]> {
  return timeByReference(monoSound(target), monoSound(reference), referenceWords).words;
}

/** The first channel of a WAV. */
export function monoSound(wav: Uint8Array): MonoSound {
  const { sampleRate, channels } = decodeWav(wav);
  return { samples: channels[0] ?? new Float32Array(0), sampleRate };
}
