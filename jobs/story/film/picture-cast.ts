/** What a picture prompt says besides its own scene. */
import type { Scene } from './video';

/** Begins the paragraph of a prompt that tells the looks of those who are in the picture. */
export const CAST_HEADING = 'Characters, always with exactly this look:';

/** What is seen, without the looks that all scenes share. */
export function sceneOfPrompt(prompt: string): string {
  return prompt.split('\n\n')[0] ?? prompt;
}

function showsCast({ imagePrompt, picture }: Pick<Scene, 'imagePrompt' | 'picture'>): boolean {
  return (
    picture.from === 'drawn' &&
    imagePrompt.split('\n\n').some((paragraph) => paragraph.startsWith(CAST_HEADING))
  );
}

/**
 * The scene whose picture another one's follows: the first that shows the cast leads all later ones that do.
 * Null for a picture that follows none.
 * @param isHeeded whether the engine follows pictures that are sent along; where it does not, none leads.
 */
export function leaderOf<S extends Pick<Scene, 'imagePrompt' | 'picture' | 'position'>>(
  scenes: readonly S[],
  scene: Pick<Scene, 'imagePrompt' | 'picture' | 'position'>,
  isHeeded: boolean | undefined,
): S | null {
  if (isHeeded !== true || !showsCast(scene)) return null;
  const first = scenes.find(showsCast);
  return first && first.position < scene.position ? first : null;
}
