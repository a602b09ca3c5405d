/** What a story gives for what a picture of one of its scenes would show. */
import type { Place, SceneReading } from '#jobs/story/film/scene-reading.ts';
import type { SceneEvidence } from '#jobs/studio/reading/evidence.ts';
import type { Fragment } from '#jobs/studio/reading/fragment.ts';
import { iconsOf } from '#jobs/studio/reading/icons/icons-found.ts';
import type { Present } from './who-is-there';

/** The scene at or before this one in which the place is told; null where it only comes later, or from a hint. */
export function toldBefore(fragments: readonly Fragment[], i: number, place: Place): number | null {
  const at = fragments.slice(0, i + 1).findLastIndex((one) => one.place === place && one.placeWeight > 0.8);
  return place === 'abstract' || at < 0 ? null : at;
}

/** A scene says that it is there: “in the office”. */
export const TOLD_HERE = 'told here';
/** From which weight on a place is where one is told to be, rather than only named. */
const LED = 2;

function placeWords(place: Place, fragment: Fragment | undefined): string {
  if (fragment?.place !== place) return 'as before';
  return fragment.placeWeight >= LED ? TOLD_HERE : 'named here';
}

/** What the text gives for a reading: who is there, what is there, and where that is. */
export function evidenceOf(
  { cast, things, place }: SceneReading,
  here: readonly Present[],
  fragment: Fragment | undefined,
  toldAt: number | null,
  written: string,
  language: string,
): SceneEvidence {
  const wordsOf = ({ character, mention }: Present) =>
    mention.name ?? mention.pronoun ?? character.name ?? character.role ?? character.subject;
  return {
    figures: cast.map(({ subject }, at) => ({
      what: subject,
      words: here[at] ? wordsOf(here[at]) : subject,
    })),
    things: things.map((what) => ({ what, words: what })),
    place: toldAt === null ? null : { what: place, words: placeWords(place, fragment) },
    icons: iconsOf(written, language),
  };
}
