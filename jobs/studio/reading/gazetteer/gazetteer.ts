/** Places of the world that a text names, with where they lie. */
import type { Point } from '#remotion/contract/forms.ts';
import { CITIES } from './cities';
import countries from './countries.json';

export interface NamedPlace {
  /** As it stands in the text. */
  name: string;
  at: Point;
  /** ISO 3166-1 numeric code. */
  country: string;
}

const COUNTRIES = countries as unknown as Readonly<
  Record<string, readonly [id: string, lon: number, lat: number]>
>;
/** Names of countries that are as often something else. */
const OTHERWISE = /^(?:Georgia|Jordan|Chad|Turkey|Cuba|Niger|Guinea|Mali|Man|Togo|Oman|Peru)$/i;
/** What a person is told to be somewhere by. */
const LED =
  /(?:\b(?:in|at|to|from|near|across|of|through|around|visit|visiting|en|a|de|desde|hacia|nach|aus|bei|von|à|au|vers|em|para|no|na|di|da)\s+(?:the\s+|la\s+|el\s+|dem\s+|der\s+|den\s+)?|^|[,·|–—:]\s*)$/iu;

const indexes = new Map<string, ReadonlyMap<string, NamedPlace>>();

/**
 * The places of a text in their order, each once: known cities, and countries by their names in the text's language.
 * A name counts only where it says where something is.
 */
export function placesNamed(text: string, language: string): NamedPlace[] {
  const found: (NamedPlace & { index: number })[] = [];
  for (const [name, place] of indexOf(language)) {
    for (let index = text.indexOf(name); index >= 0; index = text.indexOf(name, index + 1)) {
      if (!isWhole(text, index, name) || !isLed(text, index, name)) continue;
      found.push({ ...place, index });
      break;
    }
  }
  found.sort((a, b) => a.index - b.index || b.name.length - a.name.length);
  return found.filter(
    ({ index, name }, at) =>
      !found
        .slice(0, at)
        .some((one) => one.name === name || (index >= one.index && index < one.index + one.name.length)),
  );
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function isWhole(text: string, index: number, name: string): boolean {
  if (UNSPACED.test(name)) return true;
  return (
    !/[\p{L}\p{N}]/u.test(text[index - 1] ?? '') && !/[\p{L}\p{N}'’]/u.test(text[index + name.length] ?? '')
  );
}

function isLed(text: string, index: number, name: string): boolean {
  return (
    UNSPACED.test(name) ||
    /[\p{Script=Devanagari}\p{Script=Arabic}]/u.test(name) ||
    LED.test(text.slice(0, index)) ||
    isDateline(text, index, name)
  );
}

/** A place that is a sentence by itself: “October 14, 1987. Ohio.” */
const isDateline = (text: string, index: number, name: string): boolean =>
  /[.\n]\s*$/u.test(text.slice(0, index)) && /^\s*(?:[.,·—–\n]|$)/u.test(text.slice(index + name.length));

function indexOf(language: string): ReadonlyMap<string, NamedPlace> {
  const primary = language.split('-')[0] ?? 'en';
  const known = indexes.get(primary);
  if (known) return known;
  const index = new Map<string, NamedPlace>();
  for (const [name, [code, lon, lat]] of Object.entries(CITIES)) {
    const country = COUNTRIES[code]?.[0];
    if (country) index.set(name, { name, at: { lon, lat }, country });
  }
  const names = new Intl.DisplayNames([primary], { type: 'region', fallback: 'none' });
  for (const [code, [country, lon, lat]] of Object.entries(COUNTRIES)) {
    const name = names.of(code);
    if (name && !OTHERWISE.test(name)) index.set(name, { name, at: { lon, lat }, country });
  }
  indexes.set(primary, index);
  return index;
}
