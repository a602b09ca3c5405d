/** Finds a title for a story that has none, in the author's own words where they have one. */

import { chatLines } from '#jobs/story/film/chat/chat-lines.ts';
import type { Treatment } from '#jobs/story/order/treatments.ts';
import { sentencesOf, tidy } from '#jobs/studio/storyteller/sentences.ts';
import { toldList } from '#jobs/studio/storyteller/telling/list-items.ts';
import { sayingsOf } from '#jobs/studio/storyteller/telling/sayings.ts';
import { clauseOf, LONGEST_TITLE, wholeWords } from './clause';
import { nameOf } from './named';
import { leadsOnly, titleSentence } from './title-sentence';

/** A title of at most 60 characters. @param language BCP 47 tag */
export function titleOf(story: string, language: string, treatment: Treatment = 'tale'): string {
  const text = tidy(story);
  const heading = headingOf(text);
  if (heading && treatment !== 'chat') return heading;
  const found = byTreatment(text, story, language, treatment);
  if (found && [...found].length <= LONGEST_TITLE) return tidied(found);
  const sentence = titleSentence(text, language);
  return tidied(clauseOf(sentence) ?? wholeWords(sentence));
}

function byTreatment(text: string, story: string, language: string, treatment: Treatment): string | null {
  switch (treatment) {
    case 'chat':
      return chatTitle(story, language);
    case 'list':
    case 'how-to': {
      const before = toldList(story)?.before.split('\n')[0];
      return before ? clauseOf(sayingSomething(before, language)) : null;
    }
    case 'quotes': {
      const authors = [...new Set(sayingsOf(story).map(({ by }) => by))];
      return authors.length === 1 ? (authors[0] ?? null) : null;
    }
    case 'biography':
      return personOf(text);
    case 'tale':
      return language.toLowerCase().startsWith('en') ? nameOf(text) : null;
    default:
      return null;
  }
}

/** The first sentence of a line, where it is long enough to be a title without what is asked after it. */
function sayingSomething(line: string, language: string): string {
  const [first] = sentencesOf(line, language);
  const sentence = first ? line.slice(first.start, first.end) : '';
  return countWords(sentence) >= 3 ? sentence : line;
}

/** A short first paragraph that is no sentence is a title already; so is a question. */
function headingOf(text: string): string | null {
  const [line = '', second] = text.split('\n');
  const first = tidied(line);
  if (!second || !/\p{L}/u.test(first) || [...first].length > LONGEST_TITLE) return null;
  return /[.,;:…"”。．।]$/u.test(line.trim()) || /^did you know\b/i.test(first) ? null : first;
}

/** The first sentence of a message that says something, else the first message. */
function chatTitle(story: string, language: string): string | null {
  const messages = chatLines(story)
    .filter(({ who }) => who !== null)
    .map(({ text }) => text);
  const said = messages
    .flatMap((text) => sentencesOf(text, language).map(({ start, end }) => text.slice(start, end)))
    .find((sentence) => !leadsOnly(sentence) && countWords(sentence) >= 3);
  return clauseOf(said ?? messages[0] ?? '');
}

const countWords = (text: string): number => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length;

const PERSON =
  /(?<![.\p{L}]\s)\p{Lu}[\p{Ll}’'-]+(?:\s(?:de|la|van|von|der|da|dos|del|bin|al-)\s?\p{Lu}[\p{Ll}’'-]+|\s\p{Lu}[\p{Ll}.’'-]+)+/u;
/** What is written like a name and is none. */
const NO_PERSON =
  /^(?:The|In|On|At|When|After|Before|By|New York|United States|World War|Nobel Prize|El|La|Der|Die|Das|Le)\b/u;

/** The first full name of a text. */
function personOf(text: string): string | null {
  for (const { 0: name } of text.matchAll(new RegExp(PERSON, 'gu'))) if (!NO_PERSON.test(name)) return name;
  return null;
}

/** Without hashtags, marks of lists and emoji around it, and without a full stop. */
function tidied(text: string): string {
  const plain = text
    .replace(/#(?=[\p{L}\p{N}])/gu, '')
    .replace(
      /^(?:[\s•*·–—-]|\p{Extended_Pictographic}|\ufe0f)+|(?:\s|\p{Extended_Pictographic}|\ufe0f)+$/gu,
      '',
    )
    .replace(/[\s.,;:。．、，।]+$/u, '')
    .trim();
  const [first = ''] = plain;
  return plain === '' ? text.trim() : first.toUpperCase() + plain.slice(first.length);
}
