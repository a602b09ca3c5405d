/**
 * Where each caption word begins and ends in a reading that stops after every one of them.
 *
 * espeak-ng's program does not tell when it says what. But asked to rest at marks of ours, it does so in
 * digital silence, which can be found to the millisecond; the reading is then laid onto the natural one.
 */

/** Rest asked for after each word, s, far above any that espeak-ng makes by itself. */
const REST_SECONDS = 1;
/** A silence this long is one of ours, s. */
const LONG_REST_SECONDS = 0.8;
/** Below this a sample is silence; espeak-ng's silence is exact but for the ends of its filters. */
const SILENCE = 0.002;

/** SSML that says the words with a rest after each but the last. */
export function restingSsml(words: readonly string[]): string {
  return words.map(escapeMarkup).join(`<break time="${REST_SECONDS * 1000}ms"/> `);
}

/** A text for a program that reads SSML, said as it stands. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Positions of a stretch of sound, in samples. */
export interface SoundSpan {
  start: number;
  end: number;
}

/** The stretches of sound between long rests, in order; shorter silences inside them are theirs. */
export function spansBetweenRests(samples: Float32Array, sampleRate: number): SoundSpan[] {
  const longRest = LONG_REST_SECONDS * sampleRate;
  const spans: SoundSpan[] = [];
  for (let index = 0; index < samples.length; index++) {
    if (Math.abs(samples[index] as number) < SILENCE) continue;
    const last = spans.at(-1);
    if (last && index - last.end < longRest) last.end = index + 1;
    else spans.push({ start: index, end: index + 1 });
  }
  return spans;
}
