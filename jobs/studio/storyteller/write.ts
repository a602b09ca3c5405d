/** The built-in script writer: the author's own words as scenes, each with a description of its picture. */
import type { Script, ScriptRequest } from '#jobs/ports/engines.ts';
import { chatScenes } from '#jobs/story/film/chat/chat-scenes.ts';
import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import type { Treatment } from '#jobs/story/order/treatments.ts';
import { describeReading } from '#jobs/studio/reading/prompt.ts';
import { type CutScene, formsOf } from './forms/form-choice';
import { storyMood } from './mood';
import { narrationsOf } from './scene-cutting';
import { readScenes } from './scene-setting';
import { toldList } from './telling/list-items';
import { listScenes } from './telling/list-scenes';
import { type Telling, tellingOf } from './telling/telling';
import { titleOf } from './title/title';

/**
 * Turns a story into a script. The narrations together are the story's text exactly, apart from white space, from who
 * writes the messages of a chat and when, and from the marks of a list such as “1.”, which stand in the forms; every
 * picture description is complete in itself, and comes with the reading that it was printed from. A story of white
 * space alone gives no scene.
 */
export function writeScript(request: ScriptRequest): Script {
  const { story, language } = request;
  const telling = request.treatment ? chosen(request.treatment) : tellingOf(story);
  const cut = cutStory(request, telling.treatment);
  const narrations = cut.map(({ narration }) => narration);
  const mood = storyMood(narrations.join('\n'), telling.treatment, language);
  const read = readScenes(narrations, mood, language);
  // Whoever asks for a told story wants it in pictures.
  const forms =
    request.treatment === 'tale' ? [] : formsOf(cut, read, { treatment: telling.treatment, language });
  return {
    title: request.title?.trim() || titleOf(story, language, telling.treatment),
    mood,
    treatment: telling.treatment,
    scenes: narrations.map((narration, i) => {
      const { form, isBare } = forms[i] ?? {};
      const reading = isBare ? bare(read[i]?.reading) : read[i]?.reading;
      return {
        narration,
        imagePrompt: reading ? describeReading(reading) : '',
        ...(reading && { reading }),
        ...(form && { form }),
      };
    }),
  };
}

/** The same place with nobody and nothing in it. */
const bare = (reading: SceneReading | undefined): SceneReading | undefined =>
  reading && { ...reading, cast: [], things: [], shot: 'wide' };

const chosen = (treatment: Telling['treatment']): Telling => ({
  treatment,
  confidence: 1,
  why: 'it was chosen',
});

/** The scenes of a story: a chat and a list have their own, where nobody asked for a number. */
export function cutStory({ story, sceneCount, language }: ScriptRequest, treatment: Treatment): CutScene[] {
  if (treatment === 'chat') {
    const scenes = chatScenes(story);
    if (scenes.some(({ form }) => form)) return scenes;
  }
  const list = sceneCount === null ? toldList(story) : null;
  if (list && treatment !== 'chat') return listScenes(list, language, treatment === 'how-to');
  return narrationsOf(story, sceneCount, language).map((narration) => ({ narration }));
}
