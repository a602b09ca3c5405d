import { encodeWav } from './wav';

/** A quiet 440 Hz tone as WAV: sound enough to be listened to, with no word in it. */
export function quietTone(durationMs: number): Uint8Array {
  const sampleRate = 16_000;
  const samples = Float32Array.from(
    { length: (sampleRate * durationMs) / 1000 },
    (_, index) => 0.1 * Math.sin((2 * Math.PI * 440 * index) / sampleRate),
  );
  return encodeWav({ sampleRate, channels: [samples] });
}
