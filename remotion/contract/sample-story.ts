/** A short film to look at in Studio, with nothing running; its assets are in `public/sample/`. */
import { staticFile } from 'remotion';
import { sampleNarrations } from './sample-narration';
import type { StoryProps } from './story-props';

/** One for each scene; each chooses another camera move. */
const SEEDS = [11, 27, 42];

/** Story props with three scenes: pictures and voice by the built-in studio. */
export function sampleStory(): StoryProps {
  return {
    title: 'The Hare and the Tortoise',
    format: '9:16',
    captionStyle: 'pop',
    scenes: sampleNarrations().map((narration, index) => ({
      ...narration,
      shot: {
        pictureUrl: staticFile(`sample/hare-and-tortoise-${index + 1}.jpg`),
        seed: SEEDS[index] ?? index,
      },
      audioUrl: staticFile(`sample/hare-and-tortoise-${index + 1}.mp3`),
    })),
  };
}
