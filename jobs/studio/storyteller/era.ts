/** Whether a story is told of a time before there were towers and cars, and what that changes in its pictures. */
import type { CastMember, Place } from '#jobs/story/film/scene-reading.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';

const YEARS =
  /(?<![\d.,$€£])(?:1[0-9]|20)\d{2}(?![\d.,]*\d|\s?(?:km|miles|metres|meters|feet|people|men|women|%))/gu;
const FIRST_TOWERS = 1900;
const OLD =
  /\b(?:once upon a time|middle ages|medieval|ancient (?:rome|greece|egypt|china)|roman (?:empire|soldiers?|legions?|emperor)|pharaoh|vikings?|samurai|muskets?|horse-drawn|stagecoach|victorian|napoleon\w*|the plague|(?:1[0-8]|[5-9])th century|\d+ (?:bce?|b\.c\.))\b/iu;
const MODERN =
  /\b(?:cars?|taxis?|bus(?:es)?|phones?|smartphones?|television|tv|computers?|laptop|internet|online|email|planes?|airport|aeroplane|radio|camera|app|astronauts?|rocket|robots?|skyscrapers?|subway|neon|motorcycle)\b/iu;

/** By the years that a story names, else by its words; what is of today in it decides against. */
export function isOfOld(story: string): boolean {
  const years = [...story.matchAll(YEARS)].map(([year]) => Number(year));
  if (years.some((year) => year >= FIRST_TOWERS) || MODERN.test(story)) return false;
  return years.length > 0 || OLD.test(story);
}

const OLD_PLACES: Partial<Record<Place, Place>> = {
  city: 'village',
  office: 'hall',
  cafe: 'home',
  shop: 'market',
  hospital: 'bedroom',
  precinct: 'hall',
  laboratory: 'workshop',
  phone: 'abstract',
};

/** What stood in such a place's stead. */
export const oldPlaceOf = (place: Place): Place => OLD_PLACES[place] ?? place;

/** The same in clothes of the time: neither jumpers nor dungarees. */
export function dressedOfOld(member: CastMember): CastMember {
  const { look, subject } = member;
  if (!look || (look.garment !== 'jumper' && look.garment !== 'shirt')) return member;
  const form = SUBJECTS[subject]?.form;
  const garment = form?.kind === 'person' && form.sex === 'female' ? 'dress' : 'coat';
  return { ...member, look: { ...look, garment } };
}
