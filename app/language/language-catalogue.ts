/** The texts of one language. */

/**
 * Each English text of the pages with its translation. A text with places for values names them: `{{count}}`; one that
 * comes out of the house as a whole sentence numbers them: `{{0}}`. Where it depends on a count, the ends of the keys
 * say for which, by the plural rules of the language (CLDR): `_one`, `_few`, `_other` and so on. English is its own
 * translation and has catalogue entries for its singulars alone.
 */
export type Catalogue = Readonly<Record<string, string>>;
