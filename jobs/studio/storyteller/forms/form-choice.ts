/** In which form each scene of a story is told: a picture where its words give enough for one, words where not. */
import type { Treatment } from '#jobs/story/order/treatments.ts';
import { isCreature } from '#jobs/studio/reading/lexicon/kinds.ts';
import type { ReadScene } from '#jobs/studio/storyteller/read-scene.ts';
import { TOLD_HERE } from '#jobs/studio/storyteller/scene-evidence.ts';
import { sayingIn } from '#jobs/studio/storyteller/telling/sayings.ts';
import { type Form, type FormKind, MAX_ICONS } from '#remotion/contract/forms.ts';
import { numberFound } from './number-found';
import { placeFound } from './place-found';
import { stressOf } from './stress';

export interface ChosenForm {
  /** Null for a picture. */
  form: Form | null;
  /** The picture is of the place alone: nobody and nothing in it is sure. */
  isBare?: true;
  /** What it was chosen by. */
  why: string;
}

/** A scene as it was cut, with the form that its place in a list or chat gives it. */
export interface CutScene {
  narration: string;
  form?: Form | undefined;
}

/** Kinds of telling of which pictures are drawn. */
const PICTURED: ReadonlySet<Treatment> = new Set(['tale']);
/** Kinds whose places are drawn, without anybody, where a scene says that it is there. */
const PLACED: ReadonlySet<Treatment> = new Set([
  'confession',
  'news',
  'biography',
  'persuasion',
  'fact',
  'advert',
]);
/** Kinds in which things are seen more often than words. */
const OF_THINGS: ReadonlySet<Treatment> = new Set(['fact', 'how-to', 'advert', 'list', 'tale', 'news']);

/** One form for each scene, in order. @param language BCP 47 tag */
export function formsOf(
  scenes: readonly CutScene[],
  read: readonly ReadScene[],
  { treatment, language }: { treatment: Treatment; language: string },
): ChosenForm[] {
  const chosen: ChosenForm[] = [];
  const places = new Set<string>();
  const shown = new Set<string>();
  const pictures: string[] = [];
  const isFable = isFabled(scenes, read);
  scenes.forEach(({ narration, form }, at) => {
    const isSaying = treatment === 'quotes' && sayingIn(narration) !== null;
    const next =
      form && !isSaying
        ? { form, why: form.kind === 'chat' ? 'messages' : 'an item of a list' }
        : chooseForm(narration, read[at], {
            treatment,
            language,
            places,
            shown,
            before: chosen.map((one) => one.form),
            isFable,
            pictures,
          });
    if (next.form?.kind === 'place' && next.form.name) places.add(next.form.name);
    if (next.form?.kind === 'icon') for (const icon of next.form.icons) shown.add(icon);
    const scene = read[at];
    if (next.form === null && scene) pictures.push(pictureKey(scene));
    chosen.push(next);
  });
  return chosen;
}

/** How fables and fairy tales begin, and who is in them. */
const FABLED =
  /\b(?:once upon a time|once there (?:was|lived)|long ago|there once|the (?:king|queen|prince|princess|witch|wizard|dragon|giant|fairy|goblin)|érase una vez|había una vez|es war einmal|il était une fois|era uma vez|c'era una volta)\b|昔々|むかしむかし/iu;

/** Whether a story is of animals and beings, or told as tales are: what it leaves open may be drawn. */
function isFabled(scenes: readonly CutScene[], read: readonly ReadScene[]): boolean {
  const withCreatures = read.filter(({ reading }) =>
    reading.cast.some(({ subject }) => isCreature(subject)),
  ).length;
  return withCreatures * 3 >= read.length || scenes.some(({ narration }) => FABLED.test(narration));
}

interface Surroundings {
  treatment: Treatment;
  language: string;
  /** Names of places that were shown. */
  places: ReadonlySet<string>;
  /** Icons that were shown. */
  shown: ReadonlySet<string>;
  /** What was drawn already, see `pictureKey`. */
  pictures: readonly string[];
  before: readonly (Form | null)[];
  /** Whether its figures are those of fables. */
  isFable: boolean;
}

function chooseForm(narration: string, read: ReadScene | undefined, around: Surroundings): ChosenForm {
  const { treatment, language, places, before } = around;
  const saying = treatment === 'tale' || treatment === 'chat' ? null : sayingIn(narration);
  if (saying) {
    const form: Form = {
      kind: 'quote',
      ...(saying.by && { by: saying.by }),
      ...(saying.about && { about: saying.about }),
    };
    return { form, why: `a saying of ${saying.by ?? 'somebody'}` };
  }
  const place = placeFound(narration, { treatment, language, seen: places });
  if (place && last(before) !== 'place') {
    return { form: place, why: [place.date, place.name].filter(Boolean).join(', ') };
  }
  const number = numberFound(narration, treatment);
  if (number && !(last(before) === 'number' && last(before.slice(0, -1)) === 'number'))
    return { form: number, why: `the figure ${number.shown}` };
  if (read && PICTURED.has(treatment) && isPicture(read, around.isFable) && !isWorn(read, around)) {
    const { figures, place: where } = read.evidence;
    return { form: null, why: [...figures, ...(where ? [where] : [])].map(({ what }) => what).join(', ') };
  }
  if (read && treatment !== 'chat' && isScreen(read) && !isPlaceWorn(read, around))
    return { form: null, isBare: true, why: 'on a screen' };
  if (read && PLACED.has(treatment) && isPlaceToldIn(read) && !isPlaceWorn(read, around))
    return { form: null, isBare: true, why: `in the ${read.reading.place}` };
  return iconsFor(narration, read, around) ?? wordsFor(narration);
}

const isPlaceToldIn = ({ evidence: { place } }: ReadScene): boolean => place?.words === TOLD_HERE;

/** Whether a screen is looked at, which needs nobody in sight. */
const isScreen = ({ reading: { place } }: ReadScene): boolean => place === 'phone';

/** A place is seen twice at most, and never twice on end. */
function isPlaceWorn({ reading: { place } }: ReadScene, { pictures, before }: Surroundings): boolean {
  const seen = pictures.map((key) => key.split('|')[0]);
  return (
    seen.filter((other) => other === place).length >= 2 ||
    (last(before) === 'picture' && seen.at(-1) === place)
  );
}

/** Enough is told for a picture: of a fable somebody who is there or where it is, of other stories both. */
function isPicture({ evidence }: ReadScene, isFable: boolean): boolean {
  const { figures, place } = evidence;
  if (isFable) return figures.length > 0 || place !== null;
  return figures.length > 0 && place !== null && figures.every(({ words }) => !GUESSED.test(words));
}

/** Who does what where, with what: pictures of the same are told apart by their framing, up to a point. */
function pictureKey({ reading: { place, cast, things } }: ReadScene): string {
  return [place, ...cast.map(({ subject, action }) => `${subject} ${action}`), ...things].join('|');
}

/** How often the same is drawn: a fable stays in its pictures. */
const MOST_ALIKE = { fable: 4, other: 2 };

const isWorn = (read: ReadScene, { pictures, isFable }: Surroundings): boolean =>
  pictures.filter((key) => key === pictureKey(read)).length >= MOST_ALIKE[isFable ? 'fable' : 'other'];

/** Who is only meant by such a word may be anybody. */
const GUESSED = /^(?:i|we|they|he|she|it)$/iu;

function iconsFor(narration: string, read: ReadScene | undefined, around: Surroundings): ChosenForm | null {
  const { treatment, shown, before } = around;
  if (treatment === 'quotes') return null;
  const fresh = (read?.evidence.icons ?? []).filter(({ what }) => !shown.has(what)).slice(0, MAX_ICONS);
  const run = before.slice(-2).filter((form) => form?.kind === 'icon').length;
  if (fresh.length === 0 || run === 2) return null;
  // Where words carry the telling, things come in between.
  if (!OF_THINGS.has(treatment) && last(before) === 'icon') return null;
  if (!OF_THINGS.has(treatment) && [...narration].length < 24) return null;
  const form: Form = { kind: 'icon', icons: fresh.map(({ what }) => what) };
  return { form, why: fresh.map(({ what, words }) => `${what} for “${words}”`).join(', ') };
}

function wordsFor(narration: string): ChosenForm {
  const stress = stressOf(narration);
  return {
    form: { kind: 'words', ...(stress && { stress }) },
    why: 'nothing that a picture or a thing could show',
  };
}

const last = (forms: readonly (Form | null)[]): FormKind | 'picture' | undefined => {
  const form = forms.at(-1);
  return form === undefined ? undefined : (form?.kind ?? 'picture');
};
