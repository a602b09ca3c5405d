/** What can be counted of a telling without looking. */
import { sentencesOf, tidy } from '../../jobs/providers/builtin/script/sentences';
import type { Telling, ToldScene } from './telling';
import { differenceOf } from './thumbnail';

/** Below this two neighbouring pictures look alike: OKLab distance, see `differenceOf`. */
export const ALIKE = 0.04;

export interface Measures {
  /** Scenes that are about the hero, by a reader's judgement. */
  aboutHero: number;
  /** Those of them in whose picture the hero stands. */
  heroVisible: number;
  /** Narrations of the others. */
  missed: string[];
  /** Difference of each picture from the one before it. */
  differences: number[];
  drawMs: number[];
  layersMs: number[];
}

export function measure(telling: Telling): Measures {
  const { story, scenes } = telling;
  const about = scenes.filter((scene) => isAboutHero(telling, scene));
  const missed = about.filter((scene) => !showsHero(story.hero, scene));
  return {
    aboutHero: about.length,
    heroVisible: about.length - missed.length,
    missed: missed.map(({ narration }) => narration),
    differences: scenes.slice(1).map((scene, i) => {
      const before = scenes[i] as ToldScene;
      return differenceOf(before.thumbnail, scene.thumbnail);
    }),
    drawMs: scenes.map(({ drawMs }) => drawMs),
    layersMs: scenes.flatMap(({ layersMs }) => layersMs ?? []),
  };
}

/** All tellings' measures in one. */
export function sumOf(all: readonly Measures[]): Measures {
  return {
    aboutHero: all.reduce((sum, one) => sum + one.aboutHero, 0),
    heroVisible: all.reduce((sum, one) => sum + one.heroVisible, 0),
    missed: all.flatMap(({ missed }) => missed),
    differences: all.flatMap(({ differences }) => differences),
    drawMs: all.flatMap(({ drawMs }) => drawMs),
    layersMs: all.flatMap(({ layersMs }) => layersMs),
  };
}

/** A scene is about the hero unless all its sentences are among those that the story's reader set apart. */
function isAboutHero({ story }: Telling, { narration }: ToldScene): boolean {
  if (story.hero === null) return false;
  const text = tidy(story.text);
  const told = narration.replaceAll('\n', ' ');
  const sentences = sentencesOf(text, story.language).map(({ start, end }) => text.slice(start, end));
  return sentences.some(
    (sentence) =>
      !story.apart.some((beginning) => sentence.startsWith(beginning)) && overlaps(told, sentence),
  );
}

/** Whether one holds the other: a scene may hold a sentence or be a part of it. */
const overlaps = (narration: string, sentence: string): boolean =>
  narration.includes(sentence) || sentence.includes(narration);

const showsHero = (hero: string | null, { reading }: ToldScene): boolean =>
  reading.cast.some(({ name, subject }) => name === hero || (name === null && subject === hero));
