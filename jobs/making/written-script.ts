import type { Script, ScriptRequest, ScriptWriter } from '#jobs/ports/engines.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

const MAX_SCENES = 60;

/**
 * Writes the script and checks that a film can be made of it.
 * @throws StoryError `script_unusable` (retryable) when the engine's script has no scene that says anything.
 */
export async function writeScript(
  writer: ScriptWriter,
  request: ScriptRequest,
  signal: AbortSignal,
): Promise<Script> {
  const script = await writer.writeScript(request, signal);
  const scenes = script.scenes
    .map((scene) => ({
      ...scene,
      narration: scene.narration.trim(),
      imagePrompt: scene.imagePrompt.trim(),
    }))
    .filter((scene) => scene.narration !== '');
  if (scenes.length === 0 || scenes.length > MAX_SCENES) {
    throw new StoryError({
      code: 'script_unusable',
      message: `The script has ${scenes.length} scenes; a film needs 1 to ${MAX_SCENES}.`,
      hint: 'Try again, or change the story’s length.',
      retryable: true,
    });
  }
  return { title: script.title.trim() || 'Untitled', mood: script.mood, scenes };
}
