/** One sentence spoken: its sounds, its words' times and where it pauses. */
import { type FliteSettings, PAUSE, synthesise } from './engine/flite';
import { type ExpectedPhone, wordOfPhones } from './engine/phone-alignment';
import { pronunciations } from './engine/pronunciations';

/** A word to be spoken. */
export interface ScriptWord {
  /** Lower case a–z and apostrophes. */
  text: string;
  /** Index of the caption token that it belongs to. */
  token: number;
  /** Silence wanted after it, ms; 0 runs on. */
  pauseMs: number;
}

/** A stretch of sound between two pauses. */
export interface SpeechRun {
  samples: Float32Array;
  /** Samples before the first phone and after the last: the sound's own onset and decay. */
  leadIn: number;
  tail: number;
  words: TimedWord[];
  /** Silence wanted after the last phone, ms. */
  pauseMs: number;
}

export interface TimedWord {
  token: number;
  /** Sample positions in the run. */
  start: number;
  end: number;
}

export interface SpokenUtterance {
  sampleRate: number;
  runs: SpeechRun[];
}

/** How much of the pause around a run is kept for the sound's onset and decay, seconds. */
const LEAD_IN = 0.03;
const TAIL = 0.06;

/** Speaks one sentence; `mark` is the full stop, question mark or exclamation mark at its end. */
export async function speakUtterance(
  words: ScriptWord[],
  mark: string,
  settings: FliteSettings,
): Promise<SpokenUtterance> {
  const text = words.map((word, index) => {
    const isLast = index === words.length - 1;
    return word.text + (isLast ? mark : word.pauseMs > 0 ? ',' : '');
  });
  const { samples, sampleRate, phones } = await synthesise(text.join(' '), settings);
  const expected = await expectedPhones(words);
  const owners = wordOfPhones(
    expected,
    phones.map(({ name }) => name),
  );

  const runs: SpeechRun[] = [];
  let first = 0;
  while (first < phones.length) {
    if (phones[first]?.name === PAUSE) {
      first++;
      continue;
    }
    let end = first;
    while (end < phones.length && phones[end]?.name !== PAUSE) end++;
    const speech = phones.slice(first, end);
    const start = speech[0]?.start ?? 0;
    const stop = speech.at(-1)?.end ?? start;
    const before = Math.min(LEAD_IN, (start - (phones[first - 1]?.start ?? start)) / 2);
    const after = Math.min(TAIL, ((phones[end]?.end ?? stop) - stop) / 2);
    const from = Math.round((start - before) * sampleRate);
    const to = Math.min(samples.length, Math.round((stop + after) * sampleRate));
    const lastWord = words[owners[end - 1] ?? 0];
    runs.push({
      samples: samples.slice(from, to),
      leadIn: Math.round(before * sampleRate),
      tail: Math.max(0, to - Math.round(stop * sampleRate)),
      words: timedWords(
        speech,
        owners.slice(first, end),
        words,
        (time) => Math.round(time * sampleRate) - from,
      ),
      pauseMs: lastWord?.pauseMs ?? 0,
    });
    first = end;
  }
  return { sampleRate, runs };
}

async function expectedPhones(words: ScriptWord[]): Promise<ExpectedPhone[]> {
  const sounds = await pronunciations(words.map(({ text }) => text));
  const expected: ExpectedPhone[] = [{ name: PAUSE, word: 0 }];
  words.forEach(({ pauseMs }, word) => {
    for (const name of sounds[word] ?? []) expected.push({ name, word });
    if (pauseMs > 0 || word === words.length - 1) expected.push({ name: PAUSE, word });
  });
  return expected;
}

/** Joins the phones of each token into one time from its first to its last. */
function timedWords(
  speech: { start: number; end: number }[],
  owners: number[],
  words: ScriptWord[],
  toSample: (time: number) => number,
): TimedWord[] {
  const timed: TimedWord[] = [];
  speech.forEach((phone, index) => {
    const token = words[owners[index] ?? 0]?.token ?? 0;
    const last = timed.at(-1);
    if (last?.token === token) last.end = toSample(phone.end);
    else timed.push({ token, start: toSample(phone.start), end: toSample(phone.end) });
  });
  return timed;
}
