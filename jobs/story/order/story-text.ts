/** The text of a story: how it is cleaned, counted, and what makes it impossible to tell as a film. */
import { LONGEST_STORY_MS } from '#jobs/story/budget/scene-lengths.ts';
import { readingMs } from '#jobs/story/film/reading-times.ts';
import { splitWords } from '#remotion/contract/story-words.ts';

/** Longest story, in UTF-16 code units of the cleaned text (what `maxlength` of a text box counts). */
export const MAX_STORY_LENGTH = 10_000;

/** Fewer words than this are not a story. */
export const MIN_STORY_WORDS = 3;

/** A longer run without a space cannot be spoken or set as a caption. */
const MAX_WORD_LENGTH = 100;

/** Why a story is refused; see `DraftIssue` for the fields. */
export interface TextIssue {
  code: string;
  message: string;
  hint: string;
}

/**
 * Brings a text to the form in which it is kept: `\n` for every kind of line break, no byte-order marks, no
 * invisible direction marks, no space at the ends. What the author can see stays as it is.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\uFEFF\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .trim();
}

/**
 * Counts words as they are spoken: runs between spaces that hold a letter or a digit, and the words of
 * phrases in scripts that set no spaces.
 */
export function countWords(text: string): number {
  return spokenWords(text).length;
}

/** Whether a text holds NUL or other characters that are neither text nor line breaks, or half a character. */
export function hasControlCharacters(text: string): boolean {
  return !text.isWellFormed() || /\p{Cc}/u.test(text.replace(/[\t\n\v\f\r\u0085]/g, ''));
}

/** The first thing that keeps a text from being told as a film, or null. */
export function checkStory(raw: string): TextIssue | null {
  if (hasControlCharacters(raw)) {
    return {
      code: 'story_control_characters',
      message: 'The story holds characters that are not text, such as NUL bytes.',
      hint: 'Paste it as plain text, or type the odd places again.',
    };
  }
  const text = cleanText(raw);
  if (text === '') {
    return {
      code: 'story_empty',
      message: 'There is no story yet.',
      hint: 'Write or paste one, or start from a sample story.',
    };
  }
  if (text.length > MAX_STORY_LENGTH) {
    return {
      code: 'story_too_long',
      message: `The story has ${grouped(text.length)} characters; at most ${grouped(MAX_STORY_LENGTH)} can be told in one film.`,
      hint: 'Shorten it, or make several films of it.',
    };
  }
  const minutes = Math.ceil(readingMs(text) / 60_000);
  if (minutes > LONGEST_STORY_MS / 60_000) {
    return {
      code: 'story_too_long',
      message: `The story takes about ${minutes} minutes to tell; at most ${LONGEST_STORY_MS / 60_000} fit in one film.`,
      hint: 'Shorten it, or make several films of it.',
    };
  }
  if (!/\p{L}/u.test(text)) {
    return {
      code: 'story_without_words',
      message: 'There are no words in the story that could be spoken.',
      hint: 'Tell it in words; emoji and punctuation alone cannot be read aloud.',
    };
  }
  const words = spokenWords(text);
  if (words.length < MIN_STORY_WORDS) {
    return {
      code: 'story_too_short',
      message: `The story has ${words.length === 1 ? 'only one word' : `only ${words.length} words`}.`,
      hint: `Write at least ${MIN_STORY_WORDS} words; a few sentences make a good film.`,
    };
  }
  const longest = Math.max(...words.map((word) => word.length));
  if (longest > MAX_WORD_LENGTH) {
    return {
      code: 'story_word_too_long',
      message: `One word of the story has ${grouped(longest)} characters and cannot be spoken or captioned.`,
      hint: 'Put spaces between the words.',
    };
  }
  return null;
}

function spokenWords(text: string): string[] {
  return splitWords(text).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}
