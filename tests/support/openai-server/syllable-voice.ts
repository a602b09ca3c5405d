/**
 * A toy voice with the rhythm of speech: one voiced burst for each syllable (harmonics of a gliding pitch
 * through three resonances that depend on the letters), noise for the consonants before it, pauses at
 * punctuation. Its word times are exact.
 */
export interface SpokenText {
  /** Full scale at ±1. */
  samples: Float32Array;
  /** Hz */
  sampleRate: number;
  words: { text: string; startMs: number; endMs: number }[];
}

const SAMPLE_RATE = 24_000;
const SYLLABLE_MS = 170;
const CONSONANT_MS = 45;
const EDGE_MS = 120;
const FORMANTS: Record<string, [number, number, number]> = {
  a: [730, 1090, 2440],
  e: [530, 1840, 2480],
  i: [270, 2290, 3010],
  o: [570, 840, 2410],
  u: [300, 870, 2240],
};

export function speakSyllables(text: string, speed: number): SpokenText {
  const tokens = text.split(/\s+/u).filter((token) => /[\p{L}\p{N}]/u.test(token));
  const words: SpokenText['words'] = [];
  const plan: { startMs: number; vowel: string; seed: number }[] = [];
  let at = EDGE_MS;
  for (const token of tokens) {
    const startMs = at;
    for (const vowel of vowelsOf(token)) {
      plan.push({ startMs: at, vowel, seed: token.length });
      at += (CONSONANT_MS + SYLLABLE_MS) / speed;
    }
    words.push({ text: token, startMs, endMs: at });
    at += (/[.!?]\W*$/.test(token) ? 380 : /[,;:]\W*$/.test(token) ? 180 : 0) / speed;
  }
  const samples = new Float32Array(Math.round(((at + EDGE_MS) / 1000) * SAMPLE_RATE));
  for (const syllable of plan) addSyllable(samples, syllable, speed);
  return { samples, sampleRate: SAMPLE_RATE, words };
}

function vowelsOf(token: string): string[] {
  const groups = token.toLowerCase().match(/[aeiouy]+/g) ?? ['e'];
  return groups.map((group) => group[0] ?? 'e');
}

function addSyllable(
  samples: Float32Array,
  { startMs, vowel, seed }: { startMs: number; vowel: string; seed: number },
  speed: number,
): void {
  const start = Math.round((startMs / 1000) * SAMPLE_RATE);
  const noiseLength = Math.round((CONSONANT_MS / speed / 1000) * SAMPLE_RATE);
  let state = seed * 7919 + start;
  for (let index = 0; index < noiseLength; index++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    samples[start + index] = (state / 0x3fff_ffff - 1) * 0.05;
  }
  const length = Math.round((SYLLABLE_MS / speed / 1000) * SAMPLE_RATE);
  const formants = FORMANTS[vowel] ?? [500, 1500, 2500];
  for (let harmonic = 1; harmonic <= 24; harmonic++) {
    const pitch = 130 * harmonic;
    const gain =
      formants.reduce((sum, formant) => sum + 1 / (1 + ((pitch - formant) / 120) ** 2), 0) / harmonic ** 0.3;
    for (let index = 0; index < length; index++) {
      const envelope = Math.sin((Math.PI * index) / length) ** 0.5;
      const position = start + noiseLength + index;
      if (position >= samples.length) break;
      samples[position] =
        (samples[position] as number) +
        0.12 * gain * envelope * Math.sin((2 * Math.PI * pitch * index) / SAMPLE_RATE);
    }
  }
}
