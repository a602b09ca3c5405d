/** How many words and scenes a film has and how long it is, told before it is made. Pure. */

import { captionWords } from '#jobs/story/film/caption-words.ts';
import { LEAD_IN_MS, READING_FACTORS, toldMs } from '#jobs/story/film/reading-times.ts';
import { type SpeakerKind, speakerKindOf } from '#jobs/story/film/speech.ts';
import type { Speed, VideoOptions } from '#jobs/story/order/options.ts';
import { countWords } from '#jobs/story/order/story-text.ts';
import { paceWords, SENTENCE_REST_MS } from '#remotion/contract/reading-pace.ts';
import type { Word } from '#remotion/contract/story-props.ts';
import { scenesFor, type TargetSeconds, targetSecondsOf, wordsFor } from './film-plan';
import { BREATH_MS, LONGEST_MS, MIN_SCENE_MS, SHORTEST_MS, scenesForMs } from './scene-lengths';

/** What of an order decides on the film's size. */
export interface SizeWish {
  /** The story, or the idea that a model is to write a film of. */
  story: string;
  /** Null lets the story decide. */
  sceneCount: number | null;
  /** Length of a film that a model writes; null where the author's words are kept. */
  targetSeconds: TargetSeconds | null;
  speaker: SpeakerKind;
  speed: Speed;
}

export interface FilmSize {
  words: number;
  scenes: number;
  /** ms */
  durationMs: number;
  /** What is said of it, in UTF-16 units and ms without the silence between scenes. */
  spoken: { characters: number; ms: number };
}

/** What an order with these options wishes for. */
export function wishOf(story: string, options: VideoOptions): SizeWish {
  return {
    story,
    sceneCount: options.scenes ?? null,
    targetSeconds: targetSecondsOf(options),
    speaker: speakerKindOf(options),
    speed: options.speed,
  };
}

/** Letters of a word with its space, where the words are yet to be written. */
const CHARACTERS_PER_WORD = 6;
/** Scenes do not fill as evenly as their sentences are packed here; found on half of the measured stories. */
const UNEVENNESS = 1.03;

/** Size of the film; all zero for a text without words. */
export function filmSize(wish: SizeWish): FilmSize {
  const { story, sceneCount, targetSeconds } = wish;
  const words = countWords(story);
  if (words === 0) return { words: 0, scenes: 0, durationMs: 0, spoken: { characters: 0, ms: 0 } };
  if (targetSeconds !== null) return writtenSize(targetSeconds, sceneCount);
  const read = paceWords(captionWords(story));
  const scenes = sceneCount === null ? scenesOf(read) : askedScenes(read, sceneCount);
  const ms = tellingMs(read, scenes, wish);
  const durationMs = Math.round(Math.max(scenes * MIN_SCENE_MS, ms + scenes * BREATH_MS));
  return { words, scenes, durationMs, spoken: { characters: story.length, ms } };
}

function writtenSize(targetSeconds: TargetSeconds, sceneCount: number | null): FilmSize {
  const words = wordsFor(targetSeconds);
  const scenes = sceneCount ?? scenesFor(targetSeconds);
  const durationMs = targetSeconds * 1000;
  const spoken = { characters: words * CHARACTERS_PER_WORD, ms: durationMs - scenes * BREATH_MS };
  return { words, scenes, durationMs, spoken };
}

/** Scenes into which a story in the author's words is cut where nobody asks for a number. */
export function scenesForStory(story: string): number {
  return scenesOf(paceWords(captionWords(story)));
}

function scenesOf(read: readonly Word[]): number {
  return Math.max(scenesForMs(totalMs(read)), Math.round(packedScenes(read) * UNEVENNESS));
}

/** Not more than the story has room for. */
function askedScenes(read: readonly Word[], wanted: number): number {
  return Math.max(1, Math.min(wanted, Math.floor(totalMs(read) / SHORTEST_MS)));
}

/** Reading with the rest after the last sentence, ms. */
function totalMs(read: readonly Word[]): number {
  return (read.at(-1)?.endMs ?? 0) + SENTENCE_REST_MS;
}

/** How many scenes hold the sentences, when each takes as many as fit. */
function packedScenes(read: readonly Word[]): number {
  let scenes = 0;
  let filledMs = Number.POSITIVE_INFINITY;
  for (const ms of sentenceLengths(read)) {
    // A sentence too long for a scene is cut in halves until its parts fit.
    const parts = 2 ** Math.max(0, Math.ceil(Math.log2(ms / LONGEST_MS)));
    for (let part = 0; part < parts; part++) {
      if (filledMs + ms / parts > LONGEST_MS) {
        scenes += 1;
        filledMs = 0;
      }
      filledMs += ms / parts;
    }
  }
  return scenes;
}

/** Thai and Lao set a space where others end a sentence. */
const PHRASE_END = /[\p{Script=Thai}\p{Script=Lao}]\P{L}*\s$/u;

/** Length of each sentence with the rest after it, ms. */
function sentenceLengths(read: readonly Word[]): number[] {
  const lengths: number[] = [];
  let startMs = 0;
  read.forEach(({ text, endMs }, at) => {
    const next = read[at + 1];
    const isEnd = !next || next.startMs - endMs >= SENTENCE_REST_MS || PHRASE_END.test(text);
    if (!isEnd) return;
    lengths.push(endMs - startMs + SENTENCE_REST_MS);
    startMs = next?.startMs ?? endMs;
  });
  return lengths;
}

/** How long it takes to tell the scenes, ms: where one ends, there is no rest after its sentence. */
function tellingMs(read: readonly Word[], scenes: number, { speaker, speed }: SizeWish): number {
  const readMs = Math.max(0, totalMs(read) - scenes * SENTENCE_REST_MS);
  if (speaker !== 'none') return toldMs(readMs, speed);
  return readMs * READING_FACTORS[speed] + scenes * LEAD_IN_MS;
}
