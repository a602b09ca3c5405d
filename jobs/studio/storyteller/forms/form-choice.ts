/** In which form each scene of a story is told: a picture where its words give enough for one, words where not. */
import type { Treatment } from '#jobs/story/order/treatments.ts';
import type { ReadScene } from '#jobs/studio/storyteller/read-scene.ts';
import { sayingIn } from '#jobs/studio/storyteller/telling/sayings.ts';
import { type Form, type FormKind, MAX_ICONS } from '#remotion/contract/forms.ts';
import { numberFound } from './number-found';
import { placeFound } from './place-found';
import { stressOf } from './stress';

export interface ChosenForm {
  /** Null for a picture. */
  form: Form | null;
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
  scenes.forEach(({ narration, form }, at) => {
    const next = form
      ? { form, why: form.kind === 'chat' ? 'messages' : 'an item of a list' }
      : chooseForm(narration, read[at], {
          treatment,
          language,
          places,
          shown,
          before: chosen.map((one) => one.form),
        });
    if (next.form?.kind === 'place' && next.form.name) places.add(next.form.name);
    if (next.form?.kind === 'icon') for (const icon of next.form.icons) shown.add(icon);
    chosen.push(next);
  });
  return chosen;
}

interface Surroundings {
  treatment: Treatment;
  language: string;
  /** Names of places that were shown. */
  places: ReadonlySet<string>;
  /** Icons that were shown. */
  shown: ReadonlySet<string>;
  before: readonly (Form | null)[];
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
  if (read && PICTURED.has(treatment) && isPicture(read)) {
    const { figures, place: where } = read.evidence;
    return { form: null, why: [...figures, ...(where ? [where] : [])].map(({ what }) => what).join(', ') };
  }
  return iconsFor(narration, read, around) ?? wordsFor(narration);
}

/** Enough is told for a picture: somebody who is there, or where it is. */
function isPicture({ evidence, reading }: ReadScene): boolean {
  return (
    evidence.figures.length > 0 ||
    (evidence.place !== null && reading.things.length > 0) ||
    evidence.place !== null
  );
}

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
