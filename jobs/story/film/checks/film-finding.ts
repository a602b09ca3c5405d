/** What looking at a finished film finds: kept with it, and shown on its page and in the API. */
import { z } from 'zod';

/** Changes whenever the same film would be judged otherwise: films are looked at anew then. */
export const CHECKER_VERSION = 1;

/** All that is looked for, by names that stay. */
export const CHECKS = [
  'film_unreadable',
  'picture_damaged',
  'frames_missing',
  'length_differs',
  'picture_black',
  'picture_frozen',
  'flashing',
  'red_flashing',
  'sound_missing',
  'sound_silent',
  'sound_clipped',
  'loudness_off',
  'captions_outside',
  'captions_misplaced',
  'captions_faint',
  'captions_on_face',
  'words_differ',
  'words_untimely',
  'captions_too_fast',
  'scene_degraded',
  'film_degraded',
  'not_checked',
] as const;
export type CheckName = (typeof CHECKS)[number];

export const findingSchema = z.object({
  check: z.enum(CHECKS),
  /** `wrong`: the film is not what was to be made, or may harm somebody; `look`: a person may want it otherwise. */
  severity: z.enum(['wrong', 'look']),
  /** From when to when, ms of the film; the whole film where it is nowhere in particular. */
  atMs: z.number().nonnegative(),
  toMs: z.number().nonnegative(),
  /** Position of the scene whose editor mends it; null where none does. */
  scene: z.number().int().nonnegative().nullable(),
  /** What was found, in a sentence. */
  message: z.string().min(1),
  /** What mends it, in a sentence. */
  hint: z.string().min(1),
});
export type Finding = z.infer<typeof findingSchema>;

/** What was measured on the way, for those who want figures. */
export const filmFiguresSchema = z.object({
  frames: z.number().int().nonnegative(),
  /** Of the sound; null for none. */
  soundMs: z.number().nonnegative().nullable(),
  /** LUFS; null for none. */
  integratedLufs: z.number().nullable(),
  /** Least contrast of a caption, as WCAG counts it; null where none was seen. */
  leastContrast: z.number().nullable(),
  /** How long the looking took. */
  tookMs: z.number().nonnegative(),
});
export type FilmFigures = z.infer<typeof filmFiguresSchema>;

/** What was found of one film by one version of the checker. */
export interface FilmVerdict {
  checkerVersion: number;
  checkedAt: Date;
  /** In the order of their time; none where nothing was found. */
  findings: Finding[];
  figures: FilmFigures;
}

/** Whether a film has been looked at, as a poll tells it. */
export const CHECK_STATES = ['pending', 'passed', 'found'] as const;
export type CheckState = (typeof CHECK_STATES)[number];
