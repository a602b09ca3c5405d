/** Words that mean something else in the light of the whole story. */
const OTHER_STATIONS =
  /\b(?:power|police|fire|space|radio|weather|research) station\b|\b(?:orbit|rocket|astronaut|spaceship|spacecraft)\b/i;
const RAILS = /\b(?:trains?|trams?|railway|platform|locomotive)\b/i;

/** In a story of a power station or of space, a station with no train is none of the railway. */
export const withStationsRead = (told: string, story: string): string =>
  OTHER_STATIONS.test(story) && !RAILS.test(told) ? told.replace(/\bstation\b/gi, 'base') : told;

const CHESS = /\bchess(?:board)?\b|\bpawns?\b/i;
const PIECES =
  /\b(?<lead>the|a|an|his|her|their|my|your|took|takes?|moved|lost) (?<colour>(?:black|white|other|last) )?(?:king|queen|knight|bishop|rook)(?<many>s)?\b/gi;

/** In a story of chess a queen is a piece of wood. */
export const withPieces = (narrations: readonly string[]): readonly string[] =>
  CHESS.test(narrations.join(' '))
    ? narrations.map((text) => text.replace(PIECES, '$<lead> $<colour>piece$<many>'))
    : narrations;
