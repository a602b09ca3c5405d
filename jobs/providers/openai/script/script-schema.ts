/** The shapes in which the writing model answers. Length rules are checked afterwards: not every server knows them. */
import { z } from 'zod';
import { MUSIC_MOODS } from '#jobs/story/order/options.ts';
import { TREATMENT_NAMES } from '#jobs/story/order/treatments.ts';
import { shownAsSchema } from './script-forms';

const styleBible = z.object({
  world: z.string().describe('Where and when the story takes place, as it is seen in every picture.'),
  palette: z.string().describe('Four to six colours that all pictures share.'),
  light: z.string().describe('How light falls and what feeling it gives.'),
});

const castMember = z.object({
  name: z.string().describe('What the story calls them.'),
  look: z
    .string()
    .describe(
      'Kind, age, build, hair or fur, clothes with their colours: enough to draw them alike every time.',
    ),
});

const scene = {
  picture: z
    .string()
    .describe(
      'What is seen: who, doing what, where, at what time of day, from which distance. One or two sentences.',
    ),
  characters: z.array(z.string()).describe('Names of those from the cast who are in the picture.'),
  shownAs: shownAsSchema,
};

const film = {
  title: z.string().describe('At most eight words, in the language of the story.'),
  treatment: z
    .enum(TREATMENT_NAMES)
    .describe(
      'What kind of telling it is: tale for a told story, confession for what somebody tells of themselves, the others as they are called.',
    ),
  mood: z.enum(MUSIC_MOODS).describe('Mood of the music.'),
  style: styleBible,
  cast: z.array(castMember),
};

/** Answer that only groups the author's numbered pieces. */
export const cutAnswerSchema = z.object({
  ...film,
  scenes: z.array(
    z.object({ last: z.number().describe('Number of the last piece that belongs to this scene.'), ...scene }),
  ),
});
export type CutAnswer = z.infer<typeof cutAnswerSchema>;

/** Answer that tells the story in the model's own words. */
export const writtenAnswerSchema = z.object({
  ...film,
  scenes: z.array(
    z.object({ narration: z.string().describe('What the narrator says in this scene.'), ...scene }),
  ),
});
export type WrittenAnswer = z.infer<typeof writtenAnswerSchema>;

export const softenedSchema = z.object({
  picture: z.string().describe('The same scene, described so that any picture model will draw it.'),
});
