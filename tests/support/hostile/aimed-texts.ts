/** Texts that keep the most ways open in the patterns by which stories are read, each aimed at some of them. */
import { type Chance, oneOf } from './seeded-chance';

const LONG = 9900;
/** Words of up to so many letters are let in. */
const LONGEST_WORD = 96;
const fill = (unit: string, end = ' and then.') => {
  const piece = inWords(unit);
  return piece.repeat(Math.floor((LONG - end.length) / piece.length)) + end;
};
/** As often in a row as a word may be long, where it has no space of its own. */
const inWords = (unit: string) =>
  /\s/.test(unit) ? unit : `${unit.repeat(Math.floor(LONGEST_WORD / unit.length))} `;
/** Two words with very much of something between them. */
const gap = (chance: Chance, before: string, between: string, after: string) => {
  const piece = inWords(between);
  return before + piece.repeat(Math.floor((8000 + chance() * 1500) / piece.length)) + after;
};

export const AIMED: Readonly<Record<string, (chance: Chance) => string>> = {
  // jobs/story/film/chat/chat-lines.ts
  'names of a chat': (chance) =>
    gap(chance, oneOf(chance, 'Tom', '12:30 Tom', 'Tom (12:30)'), ' ', 'said a word'),
  'times of a chat': (chance) =>
    fill(`${oneOf(chance, '12:30 - Tom', '[9.05 pm] Ana 1', 'Tom — 6:58 PM')}\n`),
  'lines of a chat': (chance) => fill(`${oneOf(chance, 'Tom', 'Ana Maria')}: ${oneOf(chance, 'a', 'no!')}\n`),
  'messages under heads': (chance) => fill(`Tom${oneOf(chance, ' ', '  ', ' · ')}12:30\nyes we do\n`),
  // jobs/story/film/speakers
  'who said it': (chance) =>
    fill(oneOf(chance, '“No”, the old old man ', '“No” Anna Maria Maria ', '“No” said the ')),
  'before it is said': (chance) =>
    fill(oneOf(chance, 'The old old wise king Tom ', 'Mrs. Aa Aa Aa, and the ', 'the a a ')),
  'names in a row': (chance) => fill(oneOf(chance, 'Anna ', 'Mrs. Anna-', 'O’Neil de la ', 'Al-')),
  'acts in a row': (chance) => fill(oneOf(chance, 'Then, ', 'And But So ', 'Suddenly ')),
  'lines that never end': (chance) => fill(oneOf(chance, '“a ', '„a ', '«a ', '" ', '「a')),
  'lines in lines': (chance) => fill(oneOf(chance, '“a ‘b ', '"a" "b', '„a“ ', '” “')),
  // jobs/studio/storyteller/telling
  'sayings and names': (chance) =>
    fill(oneOf(chance, '“aaaaaaaa” — A. ', '“12345678”\n A B C D', '“aaaaaaaa” —— Van de la ')),
  'a list of nothing': (chance) => fill(oneOf(chance, '1. a\n', '- b\n', '• c\n\n', '2) \n')),
  'pictures at the end': (chance) => gap(chance, 'Look ', oneOf(chance, '😀', '😀 ', '❤️'), 'x now'),
  'many lines': (chance) => fill(oneOf(chance, 'a b\n', 'So\n\n', 'x\n \n'), 'the end of it'),
  // jobs/studio/storyteller/forms
  amounts: (chance) => fill(oneOf(chance, '1,111', '$1.111,', '1 1', '12-', '1.1.')),
  dates: (chance) => fill(oneOf(chance, 'May 1, ', 'de mayo de ', '1. May ', 'March 1')),
  shares: (chance) => fill(oneOf(chance, 'from 1 to ', 'instead of 1', '1 % 2 ', 'de 1 a ')),
  // jobs/studio/storyteller: sentences, clauses, titles
  'white space': (chance) =>
    gap(chance, 'A fox sat', oneOf(chance, ' ', '\t', '\u00A0', '\u3000', ' \n'), 'and slept on.'),
  'signs at the end': (chance) =>
    gap(chance, 'So it was', oneOf(chance, '.', ',', '。', '?!', ';', ':', '…'), 'x and more'),
  dashes: (chance) => fill(oneOf(chance, '—', ' - ', '– a', '--')),
  'short sentences': (chance) => fill(oneOf(chance, 'A. ', 'Go! ', 'Mr. ', 'a.b ')),
  'one sentence': (chance) => fill(oneOf(chance, 'and ', 'but, ', 'a ', 'because it ')),
  brackets: (chance) => fill(oneOf(chance, '(', '(a ', ') (', '[a](', '#a')),
  apostrophes: (chance) => fill(oneOf(chance, "'s ", "a'b ", '’', "''a ")),
  // jobs/studio/reading
  'many animals': (chance) =>
    fill(oneOf(chance, 'a fox ', 'two bear cubs, ', 'a baby polar bear ', 'Rex, a dog ')),
  'many people': (chance) =>
    fill(oneOf(chance, 'the king ', 'her mother’s brother ', 'an old woman ', 'Tom and Ana ')),
  'many looks': (chance) =>
    fill(oneOf(chance, 'a girl with brown skin, ', 'Mia, a woman dressed as ', 'two boys walk ')),
  'many places': (chance) =>
    fill(oneOf(chance, 'in Paris ', 'New York, ', 'over the red roof ', 'San San San ')),
  pronouns: (chance) => fill(oneOf(chance, 'she her he ', 'they it ', 'Ana and her him ')),
  // jobs/story/language, remotion/contract/story-words.ts, jobs/sound/alignment
  'signs of other scripts': (chance) => fill(oneOf(chance, '狐と月', 'สวัสดี', 'ъъ се да ', 'है ', 'ا ل')),
  'words in pieces': (chance) => fill(oneOf(chance, 'a-b', 'a/b', 'AB', 'a1', 'e\u0301')),
  vowels: (chance) =>
    fill(oneOf(chance, 'aeiou'.repeat(19), 'y'.repeat(90), 'ABCDE', '1'.repeat(95)).concat(' ')),
};
