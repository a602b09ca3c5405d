/** Writes and reads people as prompts describe them: “Marta, a young girl with fair skin, long red hair and a blue coat”. */

import {
  ACTIONS,
  type Action,
  CLOTH_COLOURS,
  GARMENTS,
  HAIR_COLOURS,
  HAIR_STYLES,
  type Look,
  SKINS,
} from '#jobs/story/film/scene-reading.ts';
import { pluralOf, subjectKey } from './lexicon/lookup';
import { ACTION_VERBS } from './lexicon/phrases';
import { ROLES } from './lexicon/roles';
import { SUBJECTS } from './lexicon/subjects';

const oneOf = (items: readonly string[]): string => items.join('|');
export const describeLook = (look: Look): string =>
  `with ${look.skin} skin, ${look.hairStyle} ${look.hairColour} hair and ${article(look.cloth)} ${look.garment}`;

export const article = (words: string): string => `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;

const FIGURES = Object.keys(SUBJECTS)
  .flatMap((key) => [key, pluralOf(key)])
  .sort((a, b) => b.length - a.length);

/** The verb of an action as a description writes it, for one figure or for several. */
export function verbOf(action: Action, count: number): string {
  const [verb] = ACTION_VERBS[action];
  return count === 1 ? verb : verb === 'flies' ? 'fly' : verb.replace(/s$/, '');
}

const VERBS: ReadonlyMap<string, Action> = new Map(
  ACTIONS.flatMap((action) => [1, 2].map((count) => [verbOf(action, count), action] as const)),
);
const VERB = String.raw`,? (?<verb>${oneOf([...VERBS.keys()])})\b`;
const WHO =
  String.raw`(?:(?<name>\p{Lu}[\p{L}\p{M}'’-]*), )?\b(?<count>an?|two|three) (?<subject>${oneOf(FIGURES)})` +
  `(?: dressed as (?:an? )?(?<role>${oneOf(Object.keys(ROLES))})(?:es|s)?)?`;
const LOOK =
  `,? with (?<skin>${oneOf(SKINS)}) skin, (?<hairStyle>${oneOf(HAIR_STYLES)}) ` +
  `(?<hairColour>${oneOf(HAIR_COLOURS)}) hair and an? (?<cloth>${oneOf(CLOTH_COLOURS)}) (?<garment>${oneOf(GARMENTS)})`;

/** Figures as `describeReading` writes them: with a look, or with the action right after. */
const FIGURE_PATTERNS = [new RegExp(`${WHO}${LOOK}(?:${VERB})?`, 'gu'), new RegExp(WHO + VERB, 'gu')];

export interface DescribedFigure {
  name: string | null;
  subject: string;
  role: string | null;
  look: Look | null;
  action: Action | null;
  count: number;
}

/** Replaces each described figure by a word of its own (see `markerNumber`) and returns what they said. */
export function takeFigures(text: string): { text: string; figures: DescribedFigure[] } {
  const figures: DescribedFigure[] = [];
  let rest = text.replace(/^(An?|Two|Three)\b/, (word) => word.toLowerCase());
  for (const pattern of FIGURE_PATTERNS) {
    rest = rest.replace(pattern, (...args) => {
      const groups = args.at(-1) as Record<string, string | undefined>;
      const subject = subjectKey(groups.subject ?? '') ?? 'woman';
      const count = groups.count === 'two' ? 2 : groups.count === 'three' ? 3 : 1;
      figures.push({
        name: groups.name ?? null,
        subject,
        role: groups.role ?? null,
        look: lookOf(groups),
        action: VERBS.get(groups.verb ?? '') ?? null,
        count,
      });
      return ` Figure${figures.length - 1}x `;
    });
  }
  return { text: rest, figures };
}

/** The number of the figure that a marker word stands for, or null for an ordinary word. */
export function markerNumber(word: string): number | null {
  const found = /^figure(\d+)x$/.exec(word);
  return found ? Number(found[1]) : null;
}

const known = <T extends string>(items: readonly T[], word: string | undefined): T | undefined =>
  items.find((item) => item === word?.toLowerCase());

/** The look in a match, if it is whole. */
function lookOf(groups: Record<string, string | undefined>): Look | null {
  const skin = known(SKINS, groups.skin);
  const hairStyle = known(HAIR_STYLES, groups.hairStyle);
  const hairColour = known(HAIR_COLOURS, groups.hairColour);
  const cloth = known(CLOTH_COLOURS, groups.cloth);
  const garment = known(GARMENTS, groups.garment);
  return skin && hairStyle && hairColour && cloth && garment
    ? { skin, hairStyle, hairColour, garment, cloth }
    : null;
}
