/**
 * Who says the quoted lines of a story, by what stands around them: “…,” said Mara; the fox replied, “…”; Pia opened
 * her bag. “…” What is not told stays with the teller. Pure.
 */
import { type SpeechPart, speechParts } from './quoted-speech';
import { AFTER, BEFORE, type Mention, subjectOf } from './speech-verbs';

/** Somebody who says lines. */
export interface StorySpeaker {
  /** As the story names them first, without an article. */
  name: string;
  /** By the pronouns that stand for them; null where none does. */
  gender: 'female' | 'male' | null;
}

export interface SaidLine {
  text: string;
  /** Null for nobody who is told. */
  speaker: StorySpeaker | null;
}

/** For each scene its quoted lines, in their order. */
export type SaidBy = readonly (readonly SaidLine[])[];

/** @param narrations of a film's scenes, in their order */
export function saidBy(narrations: readonly string[]): SaidBy {
  const people = new People();
  const parts = narrations.flatMap((narration, scene) =>
    speechParts(narration, true).map((part) => ({ ...part, scene })),
  );
  const lines: SaidLine[][] = narrations.map(() => []);
  /** Of the lines before, in a row without anything told that is more than a tag. */
  let dialogue: (StorySpeaker | null)[] = [];
  for (const [at, part] of parts.entries()) {
    if (!part.isQuoted) continue;
    const before = parts[at - 1];
    const after = parts[at + 1];
    const told = before && !before.isQuoted ? before.text : '';
    if (told !== '' && !isTag(told)) people.hear(told);
    const speaker = whoSays(
      { line: part.text, told, after, isQuotedBefore: before?.isQuoted === true },
      people,
      dialogue,
    );
    if (told !== '' && !isTag(told)) dialogue = [];
    dialogue.push(speaker);
    lines[part.scene]?.push({ text: part.text, speaker });
  }
  return lines;
}

/** All who say something, in the order of their first lines. */
export function speakersIn(said: SaidBy): { speaker: StorySpeaker; lines: number; first: string }[] {
  const found = new Map<StorySpeaker, { speaker: StorySpeaker; lines: number; first: string }>();
  for (const line of said.flat()) {
    if (!line.speaker) continue;
    const before = found.get(line.speaker);
    if (before) before.lines += 1;
    else found.set(line.speaker, { speaker: line.speaker, lines: 1, first: line.text });
  }
  return [...found.values()];
}

interface Surroundings {
  line: string;
  /** What is told before it; empty where another line is. */
  told: string;
  after: SpeechPart | undefined;
  isQuotedBefore: boolean;
}

/** A line that ends its sentence: what begins with a capital after it is another one. */
const FULL_STOP = /[.。]["”“’»」』]?$/u;

function whoSays(
  { line, told, after, isQuotedBefore }: Surroundings,
  people: People,
  dialogue: readonly (StorySpeaker | null)[],
): StorySpeaker | null {
  const isFollowed = after && !after.isQuoted && !(FULL_STOP.test(line) && /^\p{Lu}/u.test(after.text));
  const tagAfter = isFollowed ? AFTER.mention(after.text) : null;
  // A tag between two lines belongs to the one before it, unless it leads on to the next by a comma or colon.
  const tagBefore = told === '' ? null : BEFORE.mention(told);
  if (tagBefore) return people.find(tagBefore);
  if (tagAfter) return people.find(tagAfter);
  // “…?” asked Tom. “…”: the same goes on.
  if (told !== '' && isTag(told)) return dialogue.at(-1) ?? null;
  // Pia opened her bag. “…”
  if (told !== '') return ENDED.test(told) ? people.actor(told) : null;
  // In turn: the one before the last goes on.
  return isQuotedBefore ? (dialogue.at(-2) ?? null) : null;
}

/** What runs on into quotation marks names something and says nothing: the sign read “…”. */
const ENDED = /[.!?…]$/u;

/** Whether what is told only says who has spoken. */
function isTag(told: string): boolean {
  return AFTER.mention(told) !== null && !/[.!?。]\s+\S/u.test(told);
}

/** Whoever the story has named so far. */
class People {
  readonly #known: StorySpeaker[] = [];
  /** The newest first. */
  #newest: StorySpeaker[] = [];

  /** Takes note of whom a passage names, so that a pronoun after it finds them. */
  hear(told: string): void {
    for (const sentence of told.split(/(?<=[.!?…])\s+/u)) {
      const subject = subjectOf(sentence);
      if (subject) this.#note(subject);
    }
  }

  /** Whom a tag means. */
  find(mention: Mention): StorySpeaker | null {
    if (mention.kind === 'teller') return null;
    if (mention.kind === 'name') return this.#note(mention);
    const fits = this.#newest.filter(({ gender }) => gender === null || gender === mention.gender);
    const found = fits.find(({ gender }) => gender === mention.gender && mention.gender !== null) ?? fits[0];
    if (!found) return null;
    // Somebody of whom nothing is known yet stands nearer than somebody who was called so long ago.
    const nearest =
      this.#newest.indexOf(fits[0] as StorySpeaker) < this.#newest.indexOf(found) ? fits[0] : found;
    return this.#meet(nearest as StorySpeaker, mention.gender);
  }

  /** Who acts in the last sentence of a passage, if that is somebody who has a name in the story. */
  actor(told: string): StorySpeaker | null {
    const last = told.split(/(?<=[.!?…])\s+/u).at(-1) ?? '';
    const subject = subjectOf(last);
    return subject ? this.find(subject) : null;
  }

  #note(mention: Mention): StorySpeaker | null {
    if (mention.kind === 'pronoun') return this.find(mention);
    if (mention.kind === 'teller') return null;
    const known = this.#known.find(({ name }) => isSameSpeaker(name, mention.name));
    if (known) return this.#meet(known, mention.gender);
    const speaker: StorySpeaker = { name: mention.name, gender: mention.gender };
    this.#known.push(speaker);
    return this.#meet(speaker, mention.gender);
  }

  #meet(speaker: StorySpeaker, gender: StorySpeaker['gender']): StorySpeaker {
    speaker.gender ??= gender;
    this.#newest = [speaker, ...this.#newest.filter((other) => other !== speaker)];
    return speaker;
  }
}

/** “the keeper” is “the old keeper”, “Tom” is “brother Tom”: the last word counts. */
export function isSameSpeaker(a: string, b: string): boolean {
  const last = (name: string) => name.split(' ').at(-1)?.toLowerCase() ?? '';
  return last(a) === last(b);
}
