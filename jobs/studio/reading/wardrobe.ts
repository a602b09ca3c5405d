/** What a text says of someone's hair and clothes: “her blue dress”, “with red hair”. */
import { CLOTH_COLOURS, HAIR_COLOURS, type Look } from '#jobs/story/film/scene-reading.ts';
import type { Term } from './terms';

const GARMENT_WORDS: Readonly<Record<string, Look['garment']>> = {
  dress: 'dress',
  gown: 'dress',
  skirt: 'dress',
  coat: 'coat',
  raincoat: 'coat',
  jacket: 'coat',
  cloak: 'coat',
  jumper: 'jumper',
  sweater: 'jumper',
  pullover: 'jumper',
  shirt: 'shirt',
  overalls: 'shirt',
  dungarees: 'shirt',
  robe: 'robe',
  kimono: 'robe',
};
const HAIR_WORDS: Readonly<Record<string, Partial<Look>>> = {
  long: { hairStyle: 'long' },
  short: { hairStyle: 'short' },
  curly: { hairStyle: 'curly' },
  braided: { hairStyle: 'braided' },
  gray: { hairColour: 'grey' },
  dark: { hairColour: 'black' },
  fair: { hairColour: 'blond' },
  golden: { hairColour: 'blond' },
  ginger: { hairColour: 'red' },
  silver: { hairColour: 'white' },
};

/** The part of a look that the noun at `i` and the adjectives before it give, or null. */
export function wornAt(terms: readonly Term[], i: number): Partial<Look> | null {
  const { word, sentence } = terms[i] as Term;
  const before: string[] = [];
  for (let k = i - 1; k >= Math.max(0, i - 3) && !terms[k + 1]?.apart; k--)
    if (terms[k]?.sentence === sentence) before.push(terms[k]?.word ?? '');
  if (word === 'braids' || word === 'plaits') return { hairStyle: 'braided' };
  if (word === 'curls') return { hairStyle: 'curly' };
  if (word === 'hair' || word === 'haired') {
    const found: Partial<Look> = {};
    for (const one of before) {
      Object.assign(found, HAIR_WORDS[one]);
      const colour = HAIR_COLOURS.find((each) => each === one);
      if (colour) found.hairColour = colour;
    }
    return Object.keys(found).length > 0 ? found : null;
  }
  const garment = GARMENT_WORDS[word];
  if (!garment) return null;
  const cloth = CLOTH_COLOURS.find((colour) => before.includes(colour));
  return cloth ? { garment, cloth } : { garment };
}
