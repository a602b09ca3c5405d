/** What a person may choose for a video, with the defaults that make a story alone enough. */
import { z } from 'zod';
import { SOUND_KINDS } from '#jobs/sound/files/sound-file.ts';
import { TARGET_SECONDS, TONES, WRITING_MODES } from '#jobs/story/budget/film-plan.ts';
import { MOST_ASKED_SCENES } from '#jobs/story/budget/scene-lengths.ts';
import { canonicalTag } from '#jobs/story/language/language-tag.ts';
import { CAPTION_STYLES, FORMAT_NAMES } from '#remotion/contract/story-props.ts';

export const PICTURE_STYLES = ['papercut', 'watercolor', 'gouache', 'neon', 'silhouette'] as const;
export type PictureStyle = (typeof PICTURE_STYLES)[number];

/** How finely a picture model paints; which of them it knows is its own affair. */
export const PICTURE_QUALITIES = ['low', 'medium', 'high', 'xhigh', 'max', 'auto'] as const;
export type PictureQuality = (typeof PICTURE_QUALITIES)[number];

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

/** `auto` follows the story's mood; `own` is a file of the author's, see `ownMusicSchema`. */
export const MUSIC_CHOICES = ['auto', 'none', 'own', ...MUSIC_MOODS] as const;
export type MusicChoice = (typeof MUSIC_CHOICES)[number];

/** The built-in voices; they speak English. */
export const VOICES = ['slt', 'rms', 'awb'] as const;
export type Voice = (typeof VOICES)[number];

/** `espeak` is the machine's own espeak-ng; `none` tells the story in captions and music alone. */
export const VOICE_CHOICES = [...VOICES, 'espeak', 'none'] as const;
export type VoiceChoice = (typeof VOICE_CHOICES)[number];

export const SPEEDS = ['slow', 'normal', 'fast'] as const;
export type Speed = (typeof SPEEDS)[number];

/** A music file of the author's: its bytes are kept under `ownMusicKey`. */
export const ownMusicSchema = z.object({
  /** Of the bytes: see `fingerprint.server.ts` for the form. */
  hash: z.string().regex(/^[0-9a-f]{24}$/),
  kind: z.enum(SOUND_KINDS),
});
export type OwnMusic = z.infer<typeof ownMusicSchema>;

const languageTag = z.string().transform((value, context) => {
  const tag = canonicalTag(value);
  if (tag !== null) return tag;
  context.addIssue({ code: 'custom', message: 'not a BCP 47 language tag' });
  return z.NEVER;
});

export const videoOptionsSchema = z.object({
  style: z.enum(PICTURE_STYLES).default('papercut'),
  /** Absent where the operator's setting is to hold, and where no picture model is connected. */
  quality: z.enum(PICTURE_QUALITIES).optional(),
  voice: z.enum(VOICE_CHOICES).default('slt'),
  /** Voice of the connected speech service, by its own name; absent for the service's usual one. */
  serviceVoice: z.string().min(1).optional(),
  /** How the service's voice is to sound, in the author's words; absent for the operator's setting. */
  voiceTone: z.string().min(1).optional(),
  /** How fast the voice speaks, or captions without a voice go on. */
  speed: z.enum(SPEEDS).default('normal'),
  captions: z.enum(CAPTION_STYLES).default('pop'),
  music: z.enum(MUSIC_CHOICES).default('auto'),
  /** Present where `music` is `own`. */
  ownMusic: ownMusicSchema.optional(),
  format: z.enum(FORMAT_NAMES).default('9:16'),
  /** A BCP 47 tag in canonical form, or `auto`: the story's own, see `storyLanguage`. */
  language: z.union([z.literal('auto'), languageTag]).default('auto'),
  /** How a writing model treats the story; absent keeps the author's words. */
  writing: z.enum(WRITING_MODES).optional(),
  /** Wanted length of a film that the model writes, seconds; absent for a minute. */
  seconds: z.coerce.number().pipe(z.literal(TARGET_SECONDS)).optional(),
  /** How the model tells it; absent lets the story decide. */
  tone: z.enum(TONES).optional(),
  /** Wanted number of scenes; absent lets the story decide. */
  scenes: z.coerce.number().int().min(1).max(MOST_ASKED_SCENES).optional(),
});
export type VideoOptions = z.infer<typeof videoOptionsSchema>;
