/** The layers of a scene's picture, as they are kept. */
import { z } from 'zod';
import { layerSchema } from '#remotion/contract/story-props.ts';

/** As the film's contract has it, with the storage key of the image for its URL. */
const sceneLayerSchema = layerSchema.omit({ url: true }).extend({ key: z.string().min(1) });
export type SceneLayer = z.infer<typeof sceneLayerSchema>;

/** From far to near; there is at least one. */
export const sceneLayersSchema = z.array(sceneLayerSchema).min(1);
