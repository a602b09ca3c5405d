/** Where in a sound something is said. */

/** ms on the sound's own clock. */
export interface TimeSpan {
  startMs: number;
  endMs: number;
}

const FRAME_MS = 10;
/** Quieter than this against the loudest stretch counts as silence, as a ratio of amplitudes (−35 dB). */
const SILENCE_RATIO = 10 ** (-35 / 20);

/** From the first to the last 10 ms that is not silence; the whole of a sound that is all silence. */
export function speechSpan(samples: Float32Array, sampleRate: number): TimeSpan {
  const levels = frameLevels(samples, sampleRate);
  const threshold = levels.reduce((loudest, level) => Math.max(loudest, level), 0) * SILENCE_RATIO;
  const durationMs = (samples.length / sampleRate) * 1000;
  const first = levels.findIndex((level) => level > threshold);
  if (first < 0) return { startMs: 0, endMs: durationMs };
  const last = levels.findLastIndex((level) => level > threshold);
  return { startMs: first * FRAME_MS, endMs: Math.min(durationMs, (last + 1) * FRAME_MS) };
}

/** Root mean square of every 10 ms. */
function frameLevels(samples: Float32Array, sampleRate: number): number[] {
  const size = Math.max(1, Math.round((sampleRate * FRAME_MS) / 1000));
  return Array.from({ length: Math.ceil(samples.length / size) }, (_, frame) => {
    const part = samples.subarray(frame * size, (frame + 1) * size);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
  });
}
