/**
 * A room: eight delay lines that feed each other through an orthogonal matrix, with the highs damped
 * (feedback delay network, J.-M. Jot and A. Chaigne 1991; Hadamard matrix by fast butterflies).
 */
import type { Stereo } from './stereo';

/** Delay lengths at 48 kHz, samples: mutually prime, so that echoes do not coincide. */
const DELAYS = [1327, 1559, 1787, 2003, 2309, 2663, 2957, 3361] as const;
const LINES = DELAYS.length;
const MATRIX_SCALE = 1 / Math.sqrt(LINES);

export interface Room {
  /** Time in which the sound falls by 60 dB, seconds. */
  decaySeconds: number;
  /** Share of room in the result, 0 to 1. */
  wet: number;
}

/** Adds the room to a stereo sound, in place. */
export function addReverb({ left, right }: Stereo, rate: number, { decaySeconds, wet }: Room): void {
  const lengths = DELAYS.map((delay) => Math.round((delay * rate) / 48_000));
  const lines = lengths.map((length) => new Float32Array(length));
  const gains = lengths.map((length) => 10 ** ((-3 * length) / (rate * decaySeconds)));
  const positions = new Int32Array(LINES);
  const damped = new Float64Array(LINES);
  const values = new Float64Array(LINES);
  const dry = 1 - 0.4 * wet;
  for (let index = 0; index < left.length; index++) {
    const inLeft = left[index] as number;
    const inRight = right[index] as number;
    let outLeft = 0;
    let outRight = 0;
    for (let line = 0; line < LINES; line++) {
      const echo = (lines[line] as Float32Array)[positions[line] as number] as number;
      const smooth = (damped[line] as number) + 0.55 * (echo - (damped[line] as number));
      damped[line] = smooth;
      values[line] = smooth * (gains[line] as number);
      if (line % 2 === 0) outLeft += echo;
      else outRight += echo;
    }
    mixByHadamard(values);
    for (let line = 0; line < LINES; line++) {
      const position = positions[line] as number;
      const fed = (values[line] as number) * MATRIX_SCALE + 0.35 * (line % 2 === 0 ? inLeft : inRight);
      (lines[line] as Float32Array)[position] = fed;
      positions[line] = position + 1 === lengths[line] ? 0 : position + 1;
    }
    left[index] = inLeft * dry + outLeft * wet;
    right[index] = inRight * dry + outRight * wet;
  }
}

function mixByHadamard(values: Float64Array): void {
  for (let width = 1; width < LINES; width *= 2) {
    for (let start = 0; start < LINES; start += width * 2) {
      for (let index = start; index < start + width; index++) {
        const a = values[index] as number;
        const b = values[index + width] as number;
        values[index] = a + b;
        values[index + width] = a - b;
      }
    }
  }
}
