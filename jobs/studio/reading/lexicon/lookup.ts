/** Words to keys of the lexicons, with plurals and other endings. */

import { ROLES } from './roles';
import { SUBJECTS } from './subjects';
import { THINGS } from './things';
import { youngKey } from './young';

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
function singulars(word: string): string[] {
  const little = /^little ?(\p{L}+)$/u.exec(word)?.[1];
  if (little) return [word, ...singulars(little).map((form) => `little${form}`)];
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

/** The young of a kind, or the kind itself where it is little as it is. */
export const youngOf = (key: string): string => (youngKey(key) in SUBJECTS ? youngKey(key) : key);

export const subjectKey = (word: string): string | null => find(subjectIndex, word);
export const roleKey = (word: string): string | null => find(roleIndex, word);
export const thingKey = (word: string): string | null => find(thingIndex, word);

/** Names of two words, such as `polar bear`, longest first. */
const COMPOUNDS = [...Object.keys(SUBJECTS), ...Object.keys(THINGS)]
  .filter((key) => key.includes(' '))
  .sort((a, b) => b.length - a.length);

const WRITTEN_APART = new RegExp(
  `\\b(?:${COMPOUNDS.map((key) => key.replaceAll(' ', '[ -]')).join('|')})`,
  'gi',
);

/** “A bear cub”, “a baby elephant”, “a small dragon”: little ones, named by what they grow up to be. */
const KINDS = Object.keys(SUBJECTS).filter((key) => key.startsWith('little ') && !/ .* /.test(key));
const CUBS = new RegExp(
  `\\b(?:(?:baby|small|tiny) (${kindsText()})|(${kindsText()}) (?:cub|pup|calf|chick|kid|baby)(s?))\\b`,
  'gi',
);

function kindsText(): string {
  return KINDS.map((key) => key.slice('little '.length)).join('|');
}

/** “Five little pines”: no great trees. */
const SAPLINGS =
  /\b(?:little|tiny|small|young) (?:(?:pine|fir|spruce|oak) ?)(?:trees?|s)?\b|\b(?:little|tiny|young) trees?\b/gi;

/** “A pine tree” is no other tree. */
const TREES = /\b(pine|fir|spruce|palm)[ -]tree(?=s?\b)/gi;

/** Writes names of two words as one, so that a reader of single words finds them. */
export const joinCompounds = (text: string): string =>
  text
    .replace(SAPLINGS, (found) => (/s$/i.test(found) ? 'saplings' : 'sapling'))
    .replace(TREES, '$1tree')
    .replace(CUBS, (_, before?: string, after?: string, many = '') => `little ${before ?? `${after}${many}`}`)
    .replace(WRITTEN_APART, (found) => found.replaceAll(/[ -]/g, ''));

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
  if (word.startsWith('little ')) return `little ${pluralOf(word.slice(7))}`;
  const irregular = IRREGULAR_PLURALS[word];
  if (irregular) return irregular;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(s|x|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

/** Whether the word is a plural form of a lexicon word. */
export const isPlural = (word: string): boolean => {
  const irregular = IRREGULAR[word.replace(/^little ?/, '')];
  if (irregular) return irregular !== word;
  return word.endsWith('s') && !word.endsWith('ss') && !subjectIndex.has(word) && !thingIndex.has(word);
};
