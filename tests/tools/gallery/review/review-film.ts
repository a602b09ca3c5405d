/** The stretches of a reviewed story's film, as the product's own props have them. */
import { readSilently } from '#jobs/making/scene-voice.ts';
import type { TaskRunner } from '#jobs/ports/task-runner.ts';
import { segmentPropsOf } from '#jobs/story/film/film-props.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import type { ThreadTasks } from '#jobs/work/thread-tasks.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import { sceneOf, videoOf } from '#tests/support/videos.ts';
import { speakScene } from '#tests/tools/gallery/sound-film.ts';
import type { ReviewedScene, ReviewedStory } from './reviewed-story';

/** How a picture of a scene is named; see `pictureUrl`. */
export type PictureUrl = (position: number) => string;

const PICTURE_KEY = /picture-(\d+)$/;

/**
 * Times every scene by the built-in voice where it speaks the language, else by reading, and puts the film
 * together.
 * @param urlOf where a scene's picture is found, by its position
 */
export async function reviewFilm(
  { story, title, mood, scenes }: ReviewedStory,
  urlOf: PictureUrl,
  threads: TaskRunner<ThreadTasks>,
): Promise<SegmentProps[]> {
  const { style, format, language } = story;
  const options = videoOptionsSchema.parse({ style, format, language, cuts: 'lively', transition: 'cut' });
  const isEnglish = language === 'en';
  const timed = await Promise.all(
    scenes.map(({ narration }) =>
      isEnglish
        ? speakScene(threads, narration, { voice: 'slt', speed: 'normal' })
        : readSilently(narration, 'normal'),
    ),
  );
  const video: Video = videoOf({
    title,
    mood,
    options,
    story: story.text,
    scenes: scenes.map((scene, position) => {
      const { words = [], durationMs = 0 } = timed[position] ?? {};
      return sceneOf(position, { ...contentOf(scene, position), words, durationMs });
    }),
  });
  return scenes.map((_, position) => {
    const props = segmentPropsOf(video, position, (key) => urlOf(Number(PICTURE_KEY.exec(key)?.[1])));
    if (!props) throw new Error(`Scene ${position + 1} of “${title}” lacks something.`);
    return props;
  });
}

/** A scene as it is drawn, or told in another form. */
function contentOf({ narration, imagePrompt, form }: ReviewedScene, position: number): Partial<Scene> {
  return form === null
    ? { narration, imagePrompt, seed: position + 1, pictureKey: `picture-${position}` }
    : { narration, imagePrompt, seed: position + 1, picture: { from: 'form', form } };
}
