import type { Script, ScriptRequest, ScriptWriter } from '#jobs/ports/engines.ts';
import { scenesFor, USUAL_SECONDS } from '#jobs/story/budget/film-plan.ts';
import { scenesForStory } from '#jobs/story/budget/film-size.ts';
import { isSceneCount } from '#jobs/story/budget/scene-lengths.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

/**
 * Writes the script and checks that a film can be made of it.
 * @throws StoryError `script_unusable` when the engine's script has no scene that says anything (retryable), or far
 * more scenes than the story has room for (not: engines mend that themselves where asking again helps).
 */
export async function writeScript(
  writer: ScriptWriter,
  request: ScriptRequest,
  signal: AbortSignal,
): Promise<Script> {
  const script = await writer.writeScript(request, signal);
  const scenes = script.scenes
    // By name: what an engine keeps with its scenes for itself goes no further.
    .map(({ narration, imagePrompt, reading, form }) => ({
      narration: narration.trim(),
      imagePrompt: imagePrompt.trim(),
      ...(reading && { reading }),
      ...(form && { form }),
    }))
    .filter((scene) => scene.narration !== '');
  if (scenes.length === 0) {
    throw unusable('The script has no scene that says anything.', 'Try again, or change the story.', true);
  }
  const wanted = wantedScenes(request);
  if (scenes.length > wanted && !isSceneCount(scenes.length, wanted)) {
    const hint = 'Shorten the story, or ask for fewer scenes.';
    throw unusable(`The script has ${scenes.length} scenes where about ${wanted} were wanted.`, hint, false);
  }
  const { mood, treatment } = script;
  return { title: script.title.trim() || 'Untitled', mood, ...(treatment && { treatment }), scenes };
}

function wantedScenes({ story, sceneCount, mode, targetSeconds = USUAL_SECONDS }: ScriptRequest): number {
  if (sceneCount !== null) return sceneCount;
  return mode === 'write-for-me' ? scenesFor(targetSeconds) : scenesForStory(story);
}

function unusable(message: string, hint: string, retryable: boolean): StoryError {
  return new StoryError({ code: 'script_unusable', message, hint, retryable });
}
