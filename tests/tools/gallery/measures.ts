/** What can be counted of a telling without looking. */
import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import { sentencesOf, tidy } from '#jobs/studio/storyteller/sentences.ts';
import type { GalleryStory, Protagonist } from './story';
import type { Telling, ToldScene } from './telling';
import { differenceOf } from './thumbnail';

/** Below this two neighbouring pictures look alike: OKLab distance, see `differenceOf`. */
export const ALIKE = 0.04;

export interface Sight {
  /** Scenes that are about a protagonist, by a reader's judgement; one of two protagonists counts twice. */
  aboutHero: number;
  /** Those of them in whose picture the protagonist stands. */
  heroVisible: number;
  /** Those of the visible who are drawn as what the text makes them: a girl as a girl. */
  heroTrue: number;
  /** Who is missing, with the narration. */
  missed: string[];
  /** Who is drawn as something else, with the narration. */
  mistaken: string[];
}

export interface Measures extends Sight {
  /** Difference of each picture from the one before it. */
  differences: number[];
  drawMs: number[];
  layersMs: number[];
}

export function measure({ story, scenes }: Telling): Measures {
  return {
    ...sightOf(story, scenes),
    differences: scenes.slice(1).map((scene, i) => {
      const before = scenes[i] as ToldScene;
      return differenceOf(before.thumbnail, scene.thumbnail);
    }),
    drawMs: scenes.map(({ drawMs }) => drawMs),
    layersMs: scenes.flatMap(({ layersMs }) => layersMs ?? []),
  };
}

/** How often the protagonists are seen in the scenes that are about them, and whether as what they are. */
function sightOf(
  story: GalleryStory,
  scenes: readonly { narration: string; reading: SceneReading }[],
): Sight {
  const sight: Sight = { aboutHero: 0, heroVisible: 0, heroTrue: 0, missed: [], mistaken: [] };
  for (const { narration, reading } of scenes) {
    for (const one of story.protagonists.filter((each) => isAbout(story, each, narration))) {
      sight.aboutHero++;
      const seen = reading.cast.find(({ name, subject }) =>
        name === null ? one.kinds.includes(subject) : name === one.who,
      );
      if (!seen) sight.missed.push(`${one.who}: ${narration}`);
      else if (one.kinds.includes(seen.subject)) sight.heroTrue++;
      else sight.mistaken.push(`${one.who}, drawn as ${seen.subject}: ${narration}`);
      if (seen) sight.heroVisible++;
    }
  }
  return sight;
}

/** All tellings' measures in one. */
export function sumOf(all: readonly Measures[]): Measures {
  return {
    aboutHero: all.reduce((sum, one) => sum + one.aboutHero, 0),
    heroVisible: all.reduce((sum, one) => sum + one.heroVisible, 0),
    heroTrue: all.reduce((sum, one) => sum + one.heroTrue, 0),
    missed: all.flatMap(({ missed }) => missed),
    mistaken: all.flatMap(({ mistaken }) => mistaken),
    differences: all.flatMap(({ differences }) => differences),
    drawMs: all.flatMap(({ drawMs }) => drawMs),
    layersMs: all.flatMap(({ layersMs }) => layersMs),
  };
}

/** A scene is about somebody unless all its sentences are among those that the story's reader set apart. */
function isAbout(story: GalleryStory, { apart }: Protagonist, narration: string): boolean {
  const text = tidy(story.text);
  const told = narration.replaceAll('\n', ' ');
  const sentences = sentencesOf(text, story.language).map(({ start, end }) => text.slice(start, end));
  return sentences.some(
    (sentence) => !apart.some((beginning) => sentence.startsWith(beginning)) && overlaps(told, sentence),
  );
}

/** Whether one holds the other: a scene may hold a sentence or be a part of it. */
const overlaps = (narration: string, sentence: string): boolean =>
  narration.includes(sentence) || sentence.includes(narration);
