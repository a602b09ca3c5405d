/** The young of animals: “a fawn”, “little bear”, “a lion cub”. Their key is `little` and what they grow up to be. */
import type { Subject } from './subject-forms';

/** The words for the young of an animal, besides “little bear” and “bear cub”. */
const YOUNG_WORDS: Readonly<Record<string, string>> = {
  dog: 'puppy pup',
  cat: 'kitten',
  horse: 'foal',
  cow: 'calf',
  sheep: 'lamb',
  goat: 'kid-goat',
  pig: 'piglet',
  deer: 'fawn',
  duck: 'duckling',
  bear: 'cub',
  kangaroo: 'joey',
  swan: 'cygnet',
  goose: 'gosling',
};
const YOUNG_SIZE = 0.52;
/** Smaller than this, in hares, an animal is little as it is. */
const LEAST_GROWN = 0.6;
const PREFIX = 'little ';

/** The young of each animal among the grown, half as tall. A fawn has no antlers. */
export function youngAmong(grown: Readonly<Record<string, Subject>>): Record<string, Subject> {
  const found: Record<string, Subject> = {};
  for (const [key, { size, form }] of Object.entries(grown)) {
    if ((form.kind !== 'animal' && form.kind !== 'puppet') || size <= LEAST_GROWN || key === 'doe') continue;
    found[PREFIX + key] = {
      words: (YOUNG_WORDS[key] ?? '').split(' ').filter(Boolean),
      size: size * YOUNG_SIZE,
      form: key === 'deer' ? { ...form, glyph: 'doe' } : form,
    };
  }
  return found;
}

export const isYoung = (key: string): boolean => key.startsWith(PREFIX);

/** The kind that an animal grows up to be, whatever its sex: `bear` for `little bear`, `deer` for `doe`. */
export const kindOf = (key: string): string =>
  key === 'doe' ? 'deer' : isYoung(key) ? key.slice(PREFIX.length) : key;

/** The key of the young of a kind, whether or not that kind has any. */
export const youngKey = (key: string): string => PREFIX + kindOf(key);
