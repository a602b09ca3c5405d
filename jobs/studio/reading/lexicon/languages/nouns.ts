/** The shape of a language's list: English keys to the language's own words, divided by spaces, in lower case. */
export interface NounList {
  /** People, animals and other beings. */
  figures: Readonly<Record<string, string>>;
  places: Readonly<Record<string, string>>;
  times: Readonly<Record<string, string>>;
  /** English verbs or nouns of weather, as in “it rained”. */
  weathers: Readonly<Record<string, string>>;
  things: Readonly<Record<string, string>>;
  /** Whether nouns are written with a capital, so that other words are not. */
  capitals: boolean;
  /** Forms under which a word may be listed besides its own. */
  stems: (word: string) => readonly string[];
}

/** Plurals in -s and -es. */
export const withoutS = (word: string): string[] => [
  ...(word.endsWith('s') ? [word.slice(0, -1)] : []),
  ...(word.endsWith('es') ? [word.slice(0, -2)] : []),
];
