import { measureLoudness } from '../../jobs/audio/loudness';
import { decodeWav } from '../../jobs/audio/wav';

/** Loudness and true peak of a WAV file's bytes. */
export function measureWav(bytes: Uint8Array): { integratedLufs: number; truePeakDb: number } {
  const { channels, sampleRate } = decodeWav(bytes);
  return measureLoudness(channels, sampleRate);
}
