/** What a person may choose for a video, with the defaults that make a story alone enough. */
import { z } from 'zod';
import { CAPTION_STYLES, FORMAT_NAMES } from '../../remotion/story-props';

export const PICTURE_STYLES = ['papercut', 'watercolor', 'gouache', 'neon', 'silhouette'] as const;
export type PictureStyle = (typeof PICTURE_STYLES)[number];

export const MUSIC_MOODS = [
  'calm',
  'joyful',
  'magical',
  'sad',
  'tense',
  'adventurous',
  'mysterious',
  'playful',
  'tender',
] as const;
export type MusicMood = (typeof MUSIC_MOODS)[number];

/** `auto` follows the story's mood. */
export const MUSIC_CHOICES = ['auto', 'none', ...MUSIC_MOODS] as const;

export const VOICES = ['slt', 'rms', 'awb'] as const;
export type Voice = (typeof VOICES)[number];

export const videoOptionsSchema = z.object({
  style: z.enum(PICTURE_STYLES).default('papercut'),
  voice: z.enum(VOICES).default('slt'),
  captions: z.enum(CAPTION_STYLES).default('pop'),
  music: z.enum(MUSIC_CHOICES).default('auto'),
  format: z.enum(FORMAT_NAMES).default('9:16'),
  language: z.enum(['en']).default('en'),
  /** Wanted number of scenes; absent lets the story decide. */
  scenes: z.coerce.number().int().min(1).max(30).optional(),
});
export type VideoOptions = z.infer<typeof videoOptionsSchema>;
