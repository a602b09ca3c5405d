/** Finds a title for a story that has none. */
import { joinCompounds, roleKey, subjectKey, thingKey } from '#jobs/studio/reading/lexicon/lookup.ts';
import { PLACE_WORDS } from '#jobs/studio/reading/lexicon/words.ts';
import { termsOf } from '#jobs/studio/reading/terms.ts';
import { castOf } from './cast';
import { tidy } from './sentences';

/** Characters. */
const LONGEST = 60;
const DULL: ReadonlySet<string> = new Set(
  'time day night morning evening afternoon thing way one year years fun laugh sight feel there nobody thousand hundred side end front back top bottom moment minute hour week month word words voice eye eyes hand hands head face foot feet heart life people everyone someone nothing something anything world part place kind sort lot bit home noon dawn sunset midnight sky air today tomorrow inch mile step matter money'.split(
    ' ',
  ),
);
const PLACE_NOUNS: ReadonlySet<string> = new Set(
  Object.values(PLACE_WORDS).flatMap(([strong]) => [...strong]),
);

/** A title of at most 60 characters, in the story's own words. */
export function titleOf(story: string, language: string): string {
  const text = tidy(story);
  const heading = headingOf(text);
  if (heading) return heading;
  const found = language.toLowerCase().startsWith('en') ? titleFromWords(text) : null;
  return found && found.length <= LONGEST ? found : firstWords(text);
}

/** A short first paragraph without a full stop is a title already. */
function headingOf(text: string): string | null {
  const [first = '', second] = text.split('\n');
  return second && first.length <= LONGEST && !/[.!?,;:…"”]$/.test(first) && /\p{L}/u.test(first)
    ? first
    : null;
}

function titleFromWords(text: string): string | null {
  const { characters } = castOf(text);
  const names = new Set(characters.flatMap(({ name }) => (name ? [name.toLowerCase()] : [])));
  const nouns = nounsOf(text).filter(({ word }) => !names.has(word));
  const hero = [...characters].filter((one) => one.name !== null).sort((a, b) => b.mentions - a.mentions)[0];
  if (hero?.name && hero.mentions > 1) {
    const own = new Set([hero.subject, hero.role]);
    const about = nouns.find(
      ({ word }) =>
        !own.has(subjectKey(word) ?? roleKey(word) ?? '') ||
        (subjectKey(word) === null && roleKey(word) === null),
    );
    return about ? `${hero.name} and the ${capital(about.word)}` : hero.name;
  }
  const [first, second] = nouns;
  if (!first) return null;
  if (!subjectKey(first.word) && !roleKey(first.word) && first.count >= 2.5)
    return `The ${capital(modified(text, first.word))}`;
  const beings = nouns.filter(({ word }) => subjectKey(word) ?? roleKey(word));
  const [one, other] = beings;
  if (one && other && other.count * 3 >= one.count)
    return `${new RegExp(`\\bmy ${one.word}\\b`, 'i').test(text) ? 'My' : 'The'} ${capital(one.word)} and the ${capital(other.word)}`;
  if (one) {
    const about = nouns.find(({ word }) => word !== one.word);
    return about ? `The ${capital(one.word)} and the ${capital(about.word)}` : `The ${capital(one.word)}`;
  }
  return second && second.count > 1
    ? `The ${capital(first.word)} and the ${capital(second.word)}`
    : first.count >= 2
      ? `The ${capital(first.word)}`
      : null;
}

/** The noun with the word that most often stands before it, if that describes it: “stone bridge”. */
function modified(text: string, noun: string): string {
  const found = new RegExp(`\\b(?:the|a|an|his|her|their|our|my) (\\p{Ll}{3,12}) ${noun}\\b`, 'u').exec(text);
  return found?.[1] && !/(?:ed|ing)$/.test(found[1]) ? `${capital(found[1])} ${capital(noun)}` : noun;
}

/** The telling nouns, most frequent first; what can be seen counts more than what cannot. */
function nounsOf(text: string): { word: string; count: number }[] {
  const counts = new Map<string, number>();
  termsOf(joinCompounds(text)).forEach((term, i) => {
    const { word, visible, tags } = term;
    if (
      !visible ||
      word.length < 3 ||
      DULL.has(word) ||
      tags.has('ProperNoun') ||
      tags.has('Person') ||
      tags.has('Adjective') ||
      tags.has('Value')
    )
      return;
    const seen = subjectKey(word) ?? thingKey(word) ?? roleKey(word);
    if (!tags.has('Noun') && !seen) return;
    const single = counts.has(word.replace(/s$/, '')) ? word.replace(/s$/, '') : word;
    const bonus = seen ? 1.1 : PLACE_NOUNS.has(word) ? 0.9 : 0;
    counts.set(single, (counts.get(single) ?? bonus - i * 0.0005) + 1);
  });
  return [...counts].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count);
}

function firstWords(text: string): string {
  const line = text.replaceAll('\n', ' ');
  if (line.length <= LONGEST) return line.replace(/[.,;:]+$/, '');
  const cut = line.slice(0, LONGEST - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > 20 ? cut.slice(0, space) : [...cut].slice(0, LONGEST - 2).join('')).replace(/[\s.,;:—–-]+$/, '')}…`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
