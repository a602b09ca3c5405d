import { measureLoudness } from '#jobs/sound/audio/loudness.ts';
import { decodeWav } from '#jobs/sound/audio/wav.ts';

/** Loudness and true peak of a WAV file's bytes. */
export function measureWav(bytes: Uint8Array): { integratedLufs: number; truePeakDb: number } {
  const { channels, sampleRate } = decodeWav(bytes);
  return measureLoudness(channels, sampleRate);
}
