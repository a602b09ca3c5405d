/** Whether a scene's words are those of its narration, at times at which they can be said and read. Pure. */

import { captionWords } from '#jobs/story/film/caption-words.ts';
import { readingMs } from '#jobs/story/film/reading-times.ts';
import type { Word } from '#remotion/contract/story-props.ts';
import type { ExpectedFilm, ExpectedScene } from './expected-film';
import type { Finding } from './film-finding';

/** A word may end this long after its scene, ms: times are rounded. */
const LEEWAY_MS = 60;
/** Captions are judged over at least so long, ms: single words come as quickly as they are said. */
const READING_WINDOW_MS = 2000;
/** How much quicker than a calm reader captions may go: about 26 characters a second in English. */
const MOST_PACE = 1.75;

export function judgeWords({ scenes }: ExpectedFilm): Finding[] {
  return scenes.flatMap((scene, position) => [
    ...differing(scene, position),
    ...untimely(scene, position),
    ...tooFast(scene, position),
  ]);
}

function differing({ narration, said, startMs, endMs }: ExpectedScene, scene: number): Finding[] {
  const written = lettersOf(captionWords(narration).join(' '));
  const timed = lettersOf(said.map(({ text }) => text).join(' '));
  if (written === timed) return [];
  const apart = [...written].findIndex((letter, at) => letter !== timed[at]);
  let letters = 0;
  const word = said.find(({ text }) => {
    letters += lettersOf(text).length;
    return letters > apart;
  });
  return [
    {
      ...{
        check: 'words_differ',
        severity: 'wrong',
        scene,
        atMs: startMs + (word?.startMs ?? 0),
        toMs: endMs,
      },
      message: 'The words whose times are known are not those of the scene’s text.',
      hint: 'Change the scene’s words, or have them spoken again, and update the film.',
    },
  ];
}

function untimely({ said, startMs, endMs }: ExpectedScene, scene: number): Finding[] {
  const at = said.findIndex((word, index) => {
    const before = said[index - 1];
    const isBackwards = word.endMs < word.startMs || (before !== undefined && word.startMs < before.startMs);
    return isBackwards || startMs + word.endMs > endMs + LEEWAY_MS;
  });
  const word = said[at];
  if (!word) return [];
  return [
    {
      ...{ check: 'words_untimely', severity: 'wrong', scene },
      ...{ atMs: Math.min(startMs + word.startMs, endMs), toMs: endMs },
      message: `The times of the words are out of order from “${word.text.trim()}” on: captions and voice do not go together.`,
      hint: 'Change the scene’s words or its voice and update the film, so that the words are timed anew.',
    },
  ];
}

function tooFast({ shown, startMs }: ExpectedScene, scene: number): Finding[] {
  for (let from = 0; from < shown.length; from += 1) {
    const window = windowFrom(shown, from);
    const [first, last] = [window[0], window.at(-1)];
    if (!first || !last) break;
    const lastsMs = last.endMs - first.startMs;
    if (lastsMs < READING_WINDOW_MS && window.length < shown.length) continue;
    const wantedMs = readingMs(window.map(({ text }) => text).join(' '));
    if (wantedMs <= lastsMs * MOST_PACE || wantedMs < READING_WINDOW_MS) continue;
    return [
      {
        ...{ check: 'captions_too_fast', severity: 'look', scene },
        ...{ atMs: startMs + first.startMs, toMs: startMs + last.endMs },
        message: 'The captions go by faster than most people read.',
        hint: 'Choose a slower speed, or write shorter captions for the scene, and update the film.',
      },
    ];
  }
  return [];
}

/** The words from one on that fill a window. */
function windowFrom(words: readonly Word[], from: number): readonly Word[] {
  const begins = words[from]?.startMs ?? 0;
  const end = words.findIndex((word, at) => at >= from && word.endMs - begins >= READING_WINDOW_MS);
  return words.slice(from, end < 0 ? words.length : end + 1);
}

const lettersOf = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
