import type { TestVoice } from './speech';
import { type SpokenText, speakSyllables } from './syllable-voice';

/** What all texts sound like: as much of it as a text needs. */
const SOUND = speakSyllables(
  'One fox and then one more woke up in the deep snow of the old mill and ran home.',
  1,
);
/** As hurried as speech can be believed. */
const LETTERS_PER_SECOND = 14;
const SHORTEST_S = 0.6;
/** Lengths differ by this much, so that a transcription can tell what it hears. */
const STEP_SAMPLES = 8;
/** The end of a sentence is quiet. */
const FADE_SAMPLES = 960;

/**
 * A voice that takes hardly any time: the same sound for every text, its words spread over it, but of another
 * length for each text, so that no two sounds are equal.
 */
export function shortVoice(): TestVoice {
  const spoken = new Map<string, SpokenText>();
  return (text) => {
    const known = spoken.get(text);
    if (known) return known;
    const speech = speak(text, spoken.size * STEP_SAMPLES);
    spoken.set(text, speech);
    return speech;
  };
}

function speak(text: string, moreSamples: number): SpokenText {
  const { sampleRate } = SOUND;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const length = Math.round(Math.max(SHORTEST_S, letters / LETTERS_PER_SECOND) * sampleRate) + moreSamples;
  const samples = new Float32Array(length);
  samples.set(SOUND.samples.subarray(0, length));
  for (let index = 0; index < FADE_SAMPLES; index++)
    samples[length - 1 - index] =
      (samples[length - 1 - index] ?? 0) * Math.max(0, index / FADE_SAMPLES - 0.4);
  const tokens = text.split(/\s+/u).filter((token) => /[\p{L}\p{N}]/u.test(token));
  const stepMs = ((length / sampleRate) * 1000) / tokens.length;
  const words = tokens.map((token, index) => ({
    text: token,
    startMs: index * stepMs,
    endMs: (index + 1) * stepMs,
  }));
  return { samples, sampleRate, words };
}
