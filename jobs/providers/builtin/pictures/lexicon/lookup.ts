/** Words to keys of the lexicons, with plurals and other endings. */

import { ROLES } from './roles';
import { SUBJECTS } from './subjects';
import { THINGS } from './things';

function index(lexicon: Readonly<Record<string, { words: readonly string[] }>>): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [key, entry] of Object.entries(lexicon)) {
    map.set(key, key);
    map.set(key.replaceAll(' ', ''), key);
    for (const word of entry.words) if (!map.has(word)) map.set(word, key);
  }
  return map;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  mice: 'mouse',
  geese: 'goose',
  wolves: 'wolf',
  foxes: 'fox',
  children: 'child',
  men: 'man',
  women: 'woman',
  fishermen: 'fisherman',
  sheep: 'sheep',
  deer: 'deer',
  oxen: 'ox',
  calves: 'calf',
  loaves: 'loaf',
  leaves: 'leaf',
  thieves: 'thief',
  knives: 'knife',
};

/** The word itself, then its possible singulars. */
export function singulars(word: string): string[] {
  const forms = [word];
  const irregular = IRREGULAR[word];
  if (irregular) forms.push(irregular);
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('s') && !word.endsWith('ss')) forms.push(word.slice(0, -1));
  return forms;
}

const subjectIndex = index(SUBJECTS);
const roleIndex = index(ROLES);
const thingIndex = index(THINGS);

const find = (map: ReadonlyMap<string, string>, word: string): string | null => {
  for (const form of singulars(word)) {
    const key = map.get(form);
    if (key) return key;
  }
  return null;
};

export const subjectKey = (word: string): string | null => find(subjectIndex, word);
export const roleKey = (word: string): string | null => find(roleIndex, word);
export const thingKey = (word: string): string | null => find(thingIndex, word);

/** Names of two words, such as `polar bear`, longest first. */
const COMPOUNDS = [...Object.keys(SUBJECTS), ...Object.keys(THINGS)].filter((key) => key.includes(' '));

/** Writes names of two words as one, so that a reader of single words finds them. */
export function joinCompounds(text: string): string {
  let joined = text;
  for (const key of COMPOUNDS)
    joined = joined.replace(new RegExp(key.replace(' ', '[ -]'), 'gi'), (found) => found.replace(/[ -]/, ''));
  return joined;
}

const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  mouse: 'mice',
  goose: 'geese',
  wolf: 'wolves',
  woman: 'women',
  man: 'men',
  sheep: 'sheep',
  deer: 'deer',
  fish: 'fish',
  ox: 'oxen',
};

export function pluralOf(word: string): string {
  const irregular = IRREGULAR_PLURALS[word];
  if (irregular) return irregular;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(s|x|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

/** Whether the word is a plural form of a lexicon word. */
export const isPlural = (word: string): boolean => {
  const irregular = IRREGULAR[word];
  if (irregular) return irregular !== word;
  return word.endsWith('s') && !word.endsWith('ss') && !subjectIndex.has(word) && !thingIndex.has(word);
};
