/**
 * The flite synthesiser (Carnegie Mellon University; A. W. Black and K. A. Lenzo, "Flite: a small fast
 * run-time synthesis engine", 2001) as a function from plain words to samples and timed phones.
 */
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import { lexiconAddenda } from '#jobs/studio/narrator/text/lexicon.ts';
import { fliteModule } from './flite-module.server';
import { runWasi } from './wasi-program';

/** One speech sound of the synthesised utterance, seconds on its own clock. */
export interface Phone {
  /** Name in the CMU US phone set; `pau` is a pause. */
  name: string;
  start: number;
  end: number;
}

export interface Utterance {
  sampleRate: number;
  samples: Float32Array;
  phones: Phone[];
}

export interface FliteSettings {
  /** Name of a voice inside the program. */
  voice: string;
  /** Factor on every phone's length: above 1 is slower. */
  durationStretch: number;
  /** Mean pitch, Hz. */
  pitchMean: number;
  /** Spread of the pitch around its mean, Hz. */
  pitchSpread: number;
}

export const PAUSE = 'pau';

const OUTPUT_FILE = 'speech.wav';
const LEXICON_FILE = 'addenda.lex';
/** Fastest to load and to run; every voice shares one lexicon, so it serves to look words up. */
const LOOKUP_VOICE = 'kal16';

/**
 * Speaks one sentence of plain words (a–z and apostrophes) with commas where it pauses and a final mark.
 * Throws `Error` when the program fails.
 */
export async function synthesise(sentence: string, settings: FliteSettings): Promise<Utterance> {
  const { files, stdout } = await runFlite([
    ...['-voice', settings.voice],
    '-psdur',
    ...['--setf', `duration_stretch=${settings.durationStretch}`],
    ...['--setf', `int_f0_target_mean=${settings.pitchMean}`],
    ...['--setf', `int_f0_target_stddev=${settings.pitchSpread}`],
    ...['-t', asText(sentence)],
    ...['-o', OUTPUT_FILE],
  ]);
  const bytes = files.get(OUTPUT_FILE);
  if (!bytes) throw new Error('flite wrote no sound.');
  const { sampleRate, channels } = decodeWav(bytes);
  const [samples = new Float32Array(0)] = channels;
  return { sampleRate, samples, phones: parsePhones(stdout) };
}

/**
 * The phones of each word said alone, without pauses. Words are looked up together with a pause between
 * them; if the pauses do not come out one for each word, each is looked up by itself.
 */
export async function pronounce(words: string[]): Promise<string[][]> {
  if (words.length === 0) return [];
  const { stdout } = await runFlite(['-voice', LOOKUP_VOICE, '-ps', '-t', asText(words.join(', ')), 'none']);
  const groups: string[][] = [];
  let current: string[] = [];
  for (const name of [...stdout.trim().split(/\s+/), PAUSE]) {
    if (name !== PAUSE) current.push(name);
    else if (current.length > 0) {
      groups.push(current);
      current = [];
    }
  }
  if (groups.length === words.length) return groups;
  if (words.length === 1) return [groups.flat()];
  const alone: string[][] = [];
  for (const word of words) alone.push(...(await pronounce([word])));
  return alone;
}

async function runFlite(args: string[]) {
  const files = { [LEXICON_FILE]: new TextEncoder().encode(lexiconAddenda()) };
  const result = await runWasi(await fliteModule(), { args: ['-add_lex', LEXICON_FILE, ...args], files });
  if (result.exitCode !== 0) {
    throw new Error(`flite ended with ${result.exitCode}: ${result.stderr.slice(0, 200)}`);
  }
  return result;
}

/** A text with a space in it is taken literally, never as a file's name. */
function asText(sentence: string): string {
  return ` ${sentence} `;
}

/** Reads `name:end name:end …`, seconds. */
function parsePhones(printed: string): Phone[] {
  let start = 0;
  return printed
    .trim()
    .split(/\s+/)
    .filter((entry) => entry.includes(':'))
    .map((entry) => {
      const colon = entry.lastIndexOf(':');
      const phone = { name: entry.slice(0, colon), start, end: Number(entry.slice(colon + 1)) };
      start = phone.end;
      return phone;
    });
}
