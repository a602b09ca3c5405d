/** What whoever looked at the sheets says of each scene, as it is kept in `tests/tools/gallery/marks/`. */
import { z } from 'zod';
import { MUSIC_MOODS } from '#jobs/story/order/options.ts';
import { TREATMENT_NAMES } from '#jobs/story/order/treatments.ts';
import { FORM_KINDS } from '#remotion/contract/forms.ts';

const VERDICTS = [
  /** The picture shows what is told. */
  'right',
  /** Another form, which suits what is told. */
  'fits',
  'wrong-figure',
  'wrong-thing',
  'wrong-place',
  /** Nothing is wrong in it, but it looks like an earlier scene of its film. */
  'repeats',
  /** One cannot tell what it is to be. */
  'unclear',
] as const;

/** `none`: a place is told and none is shown. */
const PLACE_MARKS = ['right', 'wrong', 'none'] as const;

const sceneMarkSchema = z.object({
  /** How the narration begins. */
  words: z.string(),
  form: z.enum(['picture', ...FORM_KINDS]),
  verdict: z.enum(VERDICTS),
  /** Beside what the verdict says, it looks like an earlier scene. */
  repeats: z.literal(true).optional(),
  /** Absent where no place is told. */
  place: z.enum(PLACE_MARKS).optional(),
  note: z.string().optional(),
});
export type SceneMark = z.infer<typeof sceneMarkSchema>;

const storyMarksSchema = z.object({
  slug: z.string(),
  treatment: z.object({ found: z.enum(TREATMENT_NAMES).nullable(), isRight: z.boolean() }),
  title: z.object({ found: z.string(), isKept: z.boolean() }),
  mood: z.object({ found: z.enum(MUSIC_MOODS), isRight: z.boolean() }),
  scenes: z.array(sceneMarkSchema).min(1),
});
export type StoryMarks = z.infer<typeof storyMarksSchema>;

export const marksSchema = z.object({
  /** When the sheets were looked at. */
  date: z.iso.date(),
  stories: z.array(storyMarksSchema).min(1),
});
export type Marks = z.infer<typeof marksSchema>;

/** Characters of a narration by which a scene is known again. */
const BEGINNING = 40;

export const beginningOf = (narration: string): string =>
  [...narration].slice(0, BEGINNING).join('').trimEnd();
