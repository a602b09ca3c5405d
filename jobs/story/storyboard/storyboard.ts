/**
 * A film as a person may change it: its title, its options, and what is told and seen in each scene. What was made
 * of it is not part of it.
 */
import isEqual from 'fast-deep-equal';
import { z } from 'zod';
import {
  contentOf,
  type SceneContent,
  sceneFields,
  storedTouchesSchema,
} from '#jobs/story/film/scene-content.ts';
import { describedReadingSchema } from '#jobs/story/film/scene-reading.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { type VideoOptions, videoOptionsSchema } from '#jobs/story/order/options.ts';

/** Most scenes of a film that is put together by hand; far more than a story is split into by itself. */
export const MAX_BOARD_SCENES = 150;

export interface BoardScene extends SceneContent {
  /** Stays with the scene wherever it goes. */
  id: string;
}

export interface Storyboard {
  title: string;
  options: VideoOptions;
  /** In the order of the film. */
  scenes: BoardScene[];
}

const boardSceneSchema: z.ZodType<BoardScene> = z.intersection(
  z.object({
    id: z.uuid(),
    narration: z.string(),
    imagePrompt: z.string(),
    reading: describedReadingSchema.nullable().catch(null),
    seed: sceneFields.seed,
  }),
  storedTouchesSchema,
);

export const storyboardSchema: z.ZodType<Storyboard> = z.object({
  title: z.string(),
  options: videoOptionsSchema,
  scenes: z.array(boardSceneSchema),
});

/** The storyboard that a video's film is made of. */
export function storyboardOf({
  title,
  options,
  scenes,
}: Pick<Video, 'title' | 'options' | 'scenes'>): Storyboard {
  return { title, options, scenes: scenes.map((scene) => ({ id: scene.id, ...contentOf(scene) })) };
}

/** Whether two storyboards make the same film. */
export function isSameBoard(a: Storyboard, b: Storyboard): boolean {
  return isEqual(a, b);
}

/** The scene of that id; undefined where it was removed. */
export function sceneById(board: Storyboard, id: string): BoardScene | undefined {
  return board.scenes.find((scene) => scene.id === id);
}
