/** Voices besides the one that tells the film: a scene's, and those of who says lines in the story. */
import { z } from 'zod';
import { MAX_LOCAL_NAME } from './local-voices';

/** Who tells a scene, or says lines in it, where that is not who tells the film. */
export const sceneVoiceSchema = z.object({
  /** As in the film's options. */
  voice: z.string().min(1).max(80),
  serviceVoice: z.string().min(1).max(200).optional(),
  localVoice: z.string().min(1).max(MAX_LOCAL_NAME).optional(),
});
export type SceneVoice = z.infer<typeof sceneVoiceSchema>;

/** Most speakers with a voice of their own. */
const MAX_SPEAKERS = 30;

export const speakerVoiceSchema = z.object({
  /** As the story names them, without an article: see `said-by.ts`. */
  name: z.string().trim().min(1).max(80),
  voice: sceneVoiceSchema,
});
export type SpeakerVoice = z.infer<typeof speakerVoiceSchema>;

export const speakerVoicesSchema = z.array(speakerVoiceSchema).max(MAX_SPEAKERS);
