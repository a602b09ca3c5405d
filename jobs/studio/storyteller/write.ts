/** The built-in script writer: the author's own words as scenes, each with a description of its picture. */
import type { Script, ScriptRequest } from '#jobs/ports/engines.ts';
import { describeReading } from '#jobs/studio/reading/prompt.ts';
import { storyMood } from './mood';
import { narrationsOf } from './scene-cutting';
import { readScenes } from './scene-setting';
import { titleOf } from './title';

/**
 * Turns a story into a script. The narrations together are the story's text exactly, apart from white
 * space; every picture description is complete in itself, and comes with the reading that it was printed from. A story of white space alone gives no scene.
 */
export function writeScript(request: ScriptRequest): Script {
  const narrations = narrationsOf(request.story, request.sceneCount, request.language);
  const mood = storyMood(request.story);
  const read = readScenes(narrations, mood, request.language);
  return {
    title: request.title?.trim() || titleOf(request.story, request.language),
    mood,
    scenes: narrations.map((narration, i) => {
      const reading = read[i]?.reading;
      return reading
        ? { narration, imagePrompt: describeReading(reading), reading }
        : { narration, imagePrompt: '' };
    }),
  };
}
