/** Turns of phrase whose nouns are not to be seen. */
const IDIOMS: readonly string[] = [
  'to the bone',
  'apple of (?:his|her|their|my) eye',
  'piece of cake',
  'in the same boat',
  'cats and dogs',
  'cat out of the bag',
  "crocodile(?:'s)? tears",
  'elephant in the room',
  'wild goose chase',
  "lion's share",
  'early bird',
  'night owl',
  "bird's[ -]eye",
  'butterflies in (?:his|her|their|my|the) (?:stomach|belly)',
  'fish out of water',
  'heart of (?:gold|stone|ice)',
  'rings? a bell',
  'rang a bell',
  "in (?:his|her|their|my) mind's eye",
  'black sheep',
  'white elephant',
  "wolf in sheep's clothing",
  'under the weather',
  'a storm in a teacup',
  'pot of gold',
  'by the book',
  'key to',
  'turn(?:ed|s)? over a new leaf',
  'break the ice',
  'broke the ice',
  'tip of the iceberg',
  'at the drop of a hat',
  'piece of my mind',
  'on the house',
  'sound waves?',
];
const PATTERN = new RegExp(`\\b(?:${IDIOMS.join('|')})\\b`, 'gi');

/** A fish that is kept in a glass does not swim in the room. */
const KEPT_FISH =
  /\b((?:gold)?fish) (?:\w+ ){0,2}(?:in|into) (?:a|an|the|its|his|her|their) (?:\w+ )?(?:jar|bowl|glass|tank|aquarium)\b/gi;

/** The text with its turns of phrase cut out. */
export const withoutIdioms = (text: string): string =>
  text.replaceAll('’', "'").replace(PATTERN, ' ').replace(KEPT_FISH, 'fishbowl');
