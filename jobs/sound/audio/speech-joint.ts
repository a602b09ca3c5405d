/** Speech of several voices as one: each part after the one before, with a breath between them. */
import type { Word } from '#remotion/contract/story-props.ts';
import { resample } from './resample';
import { decodeWav, encodeWav } from './wav';

/** Between two voices, ms. */
const TURN_MS = 140;
/** Hz */
const RATE = 48_000;

export interface SpokenPart {
  /** WAV of any rate. */
  audio: Uint8Array;
  /** On the part's own clock. */
  words: readonly Word[];
}

/** Joins parts to one mono WAV of 48 kHz; the words' times are those of the whole, ms. */
export function joinSpeech(parts: readonly SpokenPart[]): { audio: Uint8Array; words: Word[] } {
  const pieces: Float32Array[] = [];
  const words: Word[] = [];
  let samples = 0;
  for (const [at, part] of parts.entries()) {
    if (at > 0) {
      const pause = new Float32Array((TURN_MS * RATE) / 1000);
      pieces.push(pause);
      samples += pause.length;
    }
    const startMs = (samples * 1000) / RATE;
    words.push(
      ...part.words.map((word) => ({
        text: word.text,
        startMs: word.startMs + startMs,
        endMs: word.endMs + startMs,
      })),
    );
    const { sampleRate, channels } = decodeWav(part.audio);
    const piece = resample(channels[0] ?? new Float32Array(0), sampleRate, RATE);
    pieces.push(piece);
    samples += piece.length;
  }
  const whole = new Float32Array(samples);
  let from = 0;
  for (const piece of pieces) {
    whole.set(piece, from);
    from += piece.length;
  }
  return { audio: encodeWav({ sampleRate: RATE, channels: [whole] }), words };
}
