/** A story as the built-in writer tells it, with what it gives as reasons. */
import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import type { MusicMood } from '#jobs/story/order/options.ts';
import type { Treatment } from '#jobs/story/order/treatments.ts';
import type { SceneEvidence } from '#jobs/studio/reading/evidence.ts';
import { formsOf } from '#jobs/studio/storyteller/forms/form-choice.ts';
import { readScenes } from '#jobs/studio/storyteller/scene-setting.ts';
import { cutStory, writeScript } from '#jobs/studio/storyteller/write.ts';
import type { Form } from '#remotion/contract/forms.ts';
import type { GenreStory } from '#tests/tools/gallery/story.ts';

export interface ReviewedScene {
  narration: string;
  imagePrompt: string;
  reading: SceneReading;
  evidence: SceneEvidence;
  /** Null for a picture. */
  form: Form | null;
  /** Why that form was chosen; empty where nobody says. */
  why: string;
}

export interface ReviewedStory {
  story: GenreStory;
  title: string;
  mood: MusicMood;
  /** Null where the writer does not say. */
  treatment: Treatment | null;
  scenes: ReviewedScene[];
}

/** Writes a story's script without a title given, and reads its scenes once more for their evidence. */
export function reviewStory(story: GenreStory): ReviewedStory {
  const { text, language } = story;
  const script = writeScript({ story: text, title: null, sceneCount: null, language });
  const narrations = script.scenes.map(({ narration }) => narration);
  const read = readScenes(narrations, script.mood, language);
  const treatment = script.treatment ?? 'tale';
  const cut = cutStory({ story: text, title: null, sceneCount: null, language }, treatment);
  const forms = formsOf(cut, read, { treatment, language });
  const scenes = script.scenes.flatMap(({ narration, imagePrompt, form, reading }, i): ReviewedScene[] => {
    const found = read[i];
    if (!found) return [];
    // A place that is drawn without anybody is read with whoever was found there.
    const shown = { ...found, ...(reading && { reading }) };
    return [{ narration, imagePrompt, ...shown, form: form ?? null, why: forms[i]?.why ?? '' }];
  });
  return { story, title: script.title, mood: script.mood, treatment: script.treatment ?? null, scenes };
}
