/** What a picture prompt says besides its own scene. */
import type { Scene } from './video';

/** Begins the paragraph of a prompt that tells the looks of those who are in the picture. */
export const CAST_HEADING = 'Characters, always with exactly this look:';

/** What is seen, without the looks that all scenes share. */
export function sceneOfPrompt(prompt: string): string {
  return prompt.split('\n\n')[0] ?? prompt;
}

/** Names of those whose looks a drawn picture's prompt tells, each before its colon. */
function castOf({ imagePrompt, picture }: Pick<Scene, 'imagePrompt' | 'picture'>): string[] {
  if (picture.from !== 'drawn') return [];
  const told = imagePrompt.split('\n\n').find((paragraph) => paragraph.startsWith(CAST_HEADING));
  const people = told?.slice(CAST_HEADING.length) ?? '';
  return [...people.matchAll(/(?:^|[.!?。])\s*([^:.!?。]+):/gu)].flatMap(([, name]) => name?.trim() ?? []);
}

/**
 * The scene whose picture another one's follows: the first that shows somebody who is in it.
 * Null for a picture that follows none.
 * @param isHeeded whether the engine follows pictures that are sent along; where it does not, none leads.
 */
export function leaderOf<S extends Pick<Scene, 'imagePrompt' | 'picture' | 'position'>>(
  scenes: readonly S[],
  scene: Pick<Scene, 'imagePrompt' | 'picture' | 'position'>,
  isHeeded: boolean | undefined,
): S | null {
  if (isHeeded !== true) return null;
  const cast = new Set(castOf(scene));
  if (cast.size === 0) return null;
  const first = scenes.find((other) => castOf(other).some((name) => cast.has(name)));
  return first && first.position < scene.position ? first : null;
}
