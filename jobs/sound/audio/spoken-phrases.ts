/** Where somebody speaks: the phrases of a voice track, and how loud a sound is during one. */
import { decibelsToGain } from './decibels';
import { EnergyMeter, powerToLufs } from './loudness';

/** A stretch of speech with its short pauses, in samples; `sounding` are the parts without them. */
export interface Phrase {
  start: number;
  end: number;
  sounding: { start: number; end: number }[];
}

/** Mean level of a hop above which it counts as speech, dBFS. */
const SPEECH_FLOOR_DB = -48;

/** The phrases of a voice track; a silence of more than `longestPause` hops of `hop` samples ends one. */
export function phrasesOf(speech: Float32Array, hop: number, longestPause: number): Phrase[] {
  const threshold = decibelsToGain(SPEECH_FLOOR_DB) ** 2;
  const phrases: Phrase[] = [];
  for (let start = 0; start < speech.length; start += hop) {
    const end = Math.min(speech.length, start + hop);
    let energy = 0;
    for (let index = start; index < end; index++) energy += (speech[index] as number) ** 2;
    if (energy / (end - start) <= threshold) continue;
    const last = phrases.at(-1);
    if (!last || start - last.end > longestPause * hop) {
      phrases.push({ start, end, sounding: [{ start, end }] });
      continue;
    }
    const part = last.sounding.at(-1);
    if (part?.end === start) part.end = end;
    else last.sounding.push({ start, end });
    last.end = end;
  }
  return phrases;
}

/** Measures the loudness of channels together during phrases. */
export interface PhraseMeter {
  /** Ungated K-weighted loudness while the phrase sounds, LUFS. */
  loudnessDuring(phrase: Phrase): number;
}

/**
 * A meter for channels, which are weighted once (ITU-R BS.1770-4) however many phrases are measured.
 * @param hop that the phrases were found by, see `phrasesOf`
 */
export function phraseMeter(channels: readonly Float32Array[], sampleRate: number, hop: number): PhraseMeter {
  const energies = channels.map((channel) => {
    const meter = new EnergyMeter(sampleRate, hop);
    meter.add(channel);
    return meter.energies;
  });
  return {
    loudnessDuring: ({ sounding }) => {
      let energy = 0;
      let length = 0;
      for (const { start, end } of sounding) {
        length += end - start;
        for (const channel of energies) {
          for (let slot = start / hop; slot < end / hop; slot++) energy += channel[slot] ?? 0;
        }
      }
      return powerToLufs(energy / Math.max(1, length));
    },
  };
}
