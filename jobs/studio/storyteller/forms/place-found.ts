/** When and where a scene is told to be. */
import type { Treatment } from '#jobs/story/order/treatments.ts';
import { type NamedPlace, placesNamed } from '#jobs/studio/reading/gazetteer/gazetteer.ts';
import type { FormOf } from '#remotion/contract/forms.ts';

const MONTH = `(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro)`;
const DATES = [
  new RegExp(String.raw`${MONTH}\s+\d{1,2}(?!\d)(?:st|nd|rd|th)?(?:,?\s+\d{4})?`, 'iu'),
  new RegExp(String.raw`\d{1,2}\.?\s+(?:de\s+)?${MONTH}(?:\s+(?:de\s+)?\d{4})?`, 'iu'),
  new RegExp(String.raw`${MONTH}\s+(?:de\s+)?\d{4}`, 'iu'),
  /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?/u,
  /(?<=\b(?:in|In|en|En|em|Em|im Jahr|Im Jahr|by|By|since|Since)\s)\d{4}(?!\d)/u,
];

/** Kinds of telling in which dates and places are told to be known. */
const DATED: ReadonlySet<Treatment> = new Set(['news', 'biography', 'fact', 'list', 'confession', 'advert']);
/** How far into a scene a date may stand that opens it, characters. */
const OPENING = 48;

/**
 * The dateline of a scene, with a map where the place is known; null where neither date nor place opens it.
 * @param seen places that were shown already
 */
export function placeFound(
  narration: string,
  { treatment, language, seen }: { treatment: Treatment; language: string; seen: ReadonlySet<string> },
): FormOf<'place'> | null {
  if (!DATED.has(treatment)) return null;
  const date = dateIn(narration);
  const [place, other] = placesNamed(narration, language);
  const isNew = place !== undefined && !seen.has(place.name);
  if (treatment === 'confession' && !isNew) return null;
  if (!date && !isNew) return null;
  if (!date && treatment === 'advert') return null;
  const route = place && other && isRoute(narration, place, other) ? other : null;
  return {
    kind: 'place',
    ...(date && { date }),
    ...(place && { name: place.name, at: place.at, country: place.country }),
    ...(route && { to: { name: route.name, at: route.at } }),
  };
}

function dateIn(narration: string): string | null {
  for (const pattern of DATES) {
    const found = pattern.exec(narration);
    if (found && found.index <= OPENING) return found[0];
  }
  return null;
}

/** “From Paris to Rome”. */
function isRoute(narration: string, from: NamedPlace, to: NamedPlace): boolean {
  const between = narration.slice(
    narration.indexOf(from.name) + from.name.length,
    narration.indexOf(to.name),
  );
  return (
    /\bfrom\s+$|\bvon\s+$|\bde(?:sde)?\s+$/iu.test(narration.slice(0, narration.indexOf(from.name))) &&
    /\b(?:to|nach|a|à|hasta)\b/iu.test(between)
  );
}
