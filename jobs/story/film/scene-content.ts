/**
 * What a person decides of a scene: plain values, from which its voice, its picture and its stretch of the film
 * are made. What stands here outlives the scene's place in the film.
 */
import isEqual from 'fast-deep-equal';
import { z } from 'zod';
import { SOUND_KINDS } from '#jobs/story/order/sound-kind.ts';
import { type SceneVoice, sceneVoiceSchema } from '#jobs/story/order/voice/speaker-voice.ts';
import { formSchema } from '#remotion/contract/forms.ts';
import type { DescribedReading } from './scene-reading';

/** Most characters that are said in a scene, and that its captions show. */
export const MAX_NARRATION_CHARACTERS = 1000;
/** Longest pause after a scene, ms. */
export const MAX_PAUSE_MS = 5000;
/** Most characters of a picture's description, and of a remark on one. */
export const MAX_PROMPT_CHARACTERS = 4000;
export const MAX_REMARK_CHARACTERS = 500;
/** Most words of a scene that are said otherwise than they are written. */
export const MAX_SAID_WORDS = 20;

/** Names bytes that a person sent, or what was made: see `fingerprint.server.ts` for the form. */
const hashForm = z.string().regex(/^[0-9a-f]{24}$/);

/** A word that is said otherwise than it is written, such as a name. */
export const saidWordSchema = z.object({
  /** As it stands in the narration, without its punctuation; wherever it stands there. */
  word: z.string().trim().min(1).max(80),
  /** As it is to be said. */
  as: z.string().trim().min(1).max(120),
});
export type SaidWord = z.infer<typeof saidWordSchema>;

/** A person's own speech for a scene, as it was sent. */
export const recordingSchema = z.object({
  hash: hashForm,
  kind: z.enum([...SOUND_KINDS, 'webm']),
  durationMs: z.number().positive(),
});
export type Recording = z.infer<typeof recordingSchema>;

/** What must stay in sight when a picture is cropped, as fractions of its width and height. */
export const focusSchema = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });
export type Focus = z.infer<typeof focusSchema>;

export const CLIP_SOUNDS = ['off', 'under', 'instead'] as const;
/** What is heard of a clip: nothing, its sound under the voice, or its sound and no voice. */
export type ClipSound = (typeof CLIP_SOUNDS)[number];

export const pictureChoiceSchema = z.discriminatedUnion('from', [
  /** Drawn from the scene's description. */
  z.object({ from: z.literal('drawn') }),
  /** An earlier take, by its hash. */
  z.object({ from: z.literal('take'), hash: hashForm }),
  /** A person's own picture, upright and without its metadata. */
  z.object({
    from: z.literal('own'),
    hash: hashForm,
    /** px */
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    focus: focusSchema,
  }),
  /** A person's own clip; repeated where it is shorter than the scene. */
  z.object({
    from: z.literal('clip'),
    hash: hashForm,
    durationMs: z.number().positive(),
    /** Where in the clip the scene begins, ms. */
    startMs: z.number().nonnegative(),
    sound: z.enum(CLIP_SOUNDS),
    /** Whether there is any sound in it. */
    hasSound: z.boolean(),
    focus: focusSchema,
  }),
  /** No picture: the scene's words. */
  z.object({ from: z.literal('none') }),
  /** No picture: another form in which the scene is told. */
  z.object({ from: z.literal('form'), form: formSchema }),
]);
export type PictureChoice = z.infer<typeof pictureChoiceSchema>;

/** Whether that is a picture at all, and not another form of telling. */
export function isPictured({ from }: PictureChoice): boolean {
  return from !== 'none' && from !== 'form';
}

/** No clip is shorter, and none begins later than this before its end, ms. */
export const SHORTEST_CLIP_MS = 300;

/** Where a scene's clip begins, ms; 0 for a picture that is none. */
export function clipStartMs(picture: PictureChoice): number {
  if (picture.from !== 'clip') return 0;
  return Math.min(picture.startMs, Math.max(0, picture.durationMs - SHORTEST_CLIP_MS));
}

export const DRAWN: PictureChoice = { from: 'drawn' };

export interface SceneContent {
  /** What is said. */
  narration: string;
  /** What captions show where that is not what is said; a line break begins a new caption. */
  captions: string | null;
  sayAs: SaidWord[];
  /** Stillness after the scene's own breath, ms. */
  pauseMs: number;
  voice: SceneVoice | null;
  /** Who says the quoted lines, where that is not the scene's voice. */
  quoteVoice: SceneVoice | null;
  /** Takes the voice's place. */
  recording: Recording | null;
  imagePrompt: string;
  /** What `imagePrompt` was printed from; null where a person or a model wrote it. See `readingOf`. */
  reading: DescribedReading | null;
  /** Chooses the camera move and the drawing's chance details. */
  seed: number;
  picture: PictureChoice;
  /** What was wrong with an earlier picture, for engines that take such words. */
  remark: string | null;
}

/** What a person may decide of a scene, one by one. */
export const sceneFields = {
  narration: z.string().trim().min(1).max(MAX_NARRATION_CHARACTERS),
  captions: z.string().trim().min(1).max(MAX_NARRATION_CHARACTERS).nullable(),
  sayAs: z.array(saidWordSchema).max(MAX_SAID_WORDS),
  pauseMs: z.number().int().min(0).max(MAX_PAUSE_MS),
  voice: sceneVoiceSchema.nullable(),
  quoteVoice: sceneVoiceSchema.nullable(),
  recording: recordingSchema.nullable(),
  imagePrompt: z.string().trim().max(MAX_PROMPT_CHARACTERS),
  seed: z.number().int().min(0).max(0x7fff_ffff),
  picture: pictureChoiceSchema,
  remark: z.string().trim().min(1).max(MAX_REMARK_CHARACTERS).nullable(),
};

/** What a scene has beyond its narration and the picture that the script describes; forms come with the script. */
export type SceneTouches = Omit<SceneContent, 'narration' | 'imagePrompt' | 'reading' | 'seed'>;

/** What a scene's script alone says of it. */
export const UNTOUCHED: SceneTouches = {
  captions: null,
  sayAs: [],
  pauseMs: 0,
  voice: null,
  quoteVoice: null,
  recording: null,
  picture: DRAWN,
  remark: null,
};

/** The same as it is stored: what is absent is untouched. */
export const storedTouchesSchema: z.ZodType<SceneTouches> = z.object({
  captions: sceneFields.captions.default(UNTOUCHED.captions),
  sayAs: sceneFields.sayAs.default(UNTOUCHED.sayAs),
  pauseMs: sceneFields.pauseMs.default(UNTOUCHED.pauseMs),
  voice: sceneFields.voice.default(UNTOUCHED.voice),
  quoteVoice: sceneFields.quoteVoice.default(UNTOUCHED.quoteVoice),
  recording: sceneFields.recording.default(UNTOUCHED.recording),
  picture: sceneFields.picture.default(UNTOUCHED.picture),
  remark: sceneFields.remark.default(UNTOUCHED.remark),
});

/** A scene's content by itself, whatever else stands beside it. */
export function contentOf(scene: SceneContent): SceneContent {
  const { narration, imagePrompt, reading, seed } = scene;
  return { narration, imagePrompt, reading, seed, ...touchesOf(scene) };
}

/** What is drawn: the description, or what is said where there is none. */
export function promptOf({
  imagePrompt,
  narration,
}: Pick<SceneContent, 'imagePrompt' | 'narration'>): string {
  return imagePrompt === '' ? narration : imagePrompt;
}

/** Whether a person decided anything of a scene beyond its script. */
export function hasTouches(touches: SceneTouches): boolean {
  return !isEqual(touches, UNTOUCHED);
}

export function touchesOf(scene: SceneTouches): SceneTouches {
  const { captions, sayAs, pauseMs, voice, quoteVoice, recording, picture, remark } = scene;
  return { captions, sayAs, pauseMs, voice, quoteVoice, recording, picture, remark };
}
