/** A name for what a told story is about. */
import { joinCompounds, roleKey, subjectKey, thingKey } from '#jobs/studio/reading/lexicon/lookup.ts';
import { PLACE_WORDS } from '#jobs/studio/reading/lexicon/words.ts';
import { termsOf } from '#jobs/studio/reading/terms.ts';
import { castOf } from '#jobs/studio/storyteller/cast.ts';

const DULL: ReadonlySet<string> = new Set(
  'time day night morning evening afternoon thing way one year years fun laugh sight feel there nobody thousand hundred side end front back top bottom moment minute hour week month word words voice eye eyes hand hands head face foot feet heart life people everyone someone nothing something anything world part place kind sort lot bit home noon dawn sunset midnight sky air today tomorrow inch mile step matter money'.split(
    ' ',
  ),
);
const PLACE_NOUNS: ReadonlySet<string> = new Set(
  Object.values(PLACE_WORDS).flatMap(([strong]) => [...strong]),
);

/** Of a tidied text in English; null where nothing of it recurs. */
export function nameOf(text: string): string | null {
  const { characters } = castOf(text);
  const names = new Set(characters.flatMap(({ name }) => (name ? [name.toLowerCase()] : [])));
  const [first] = nounsOf(text).filter(({ word }) => !names.has(word));
  if (first && !subjectKey(first.word) && !roleKey(first.word) && first.count >= OFTEN)
    return `The ${capital(modified(text, first.word))}`;
  const [hero] = characters.filter(({ name }) => name !== null).sort((a, b) => b.mentions - a.mentions);
  return hero?.name && hero.role && hero.mentions > 1 ? `${hero.name} the ${capital(hero.role)}` : null;
}

/** A thing that is named as often as this is what the story is about; what can be seen counts once more. */
const OFTEN = 3.5;

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

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
