/** What a picture prompt says besides its own scene. */
import type { Scene } from './video';

/** Begins the paragraph of a prompt that tells the looks of those who are in the picture. */
export const CAST_HEADING = 'Characters, always with exactly this look:';

/** What is seen, without the looks that all scenes share. */
export function sceneOfPrompt(prompt: string): string {
  return prompt.split('\n\n')[0] ?? prompt;
}

function showsCast({ imagePrompt }: Pick<Scene, 'imagePrompt'>): boolean {
  return imagePrompt.split('\n\n').some((paragraph) => paragraph.startsWith(CAST_HEADING));
}

/**
 * Position of the scene whose picture shows the cast first, so that the later pictures of the cast can follow
 * it; null for a story without a cast.
 */
export function castPosition(scenes: readonly Pick<Scene, 'imagePrompt'>[]): number | null {
  const position = scenes.findIndex(showsCast);
  return position < 0 ? null : position;
}

/** Whether a scene's picture follows the first one of the cast. */
export function followsCast(
  scenes: readonly Pick<Scene, 'imagePrompt'>[],
  scene: Pick<Scene, 'imagePrompt' | 'position'>,
): boolean {
  const first = castPosition(scenes);
  return first !== null && scene.position > first && showsCast(scene);
}
