/** How long each scene of a story lasts to every voice at every pace, and how exact its words' times are. */

import type { TaskRunner } from '#jobs/ports/task-runner.ts';
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import { SPEEDS, type Speed } from '#jobs/story/order/options.ts';
import { VOICES, type Voice } from '#jobs/story/order/voices.ts';
import type { ThreadTasks } from '#jobs/work/thread-tasks.ts';
import { speakScene } from './sound-film';
import { timingErrors } from './sound-timing';
import type { GalleryStory } from './story';

export interface ScenePace {
  slug: string;
  narration: string;
  voice: Voice | 'none';
  speed: Speed;
  /** Length of the scene in the film, ms. */
  durationMs: number;
  /** Differences of words' times and onsets, ms; none where nobody speaks. */
  errors: number[];
  words: number;
}

/** What is to be known of a text to time it. */
export type TimedStory = Pick<GalleryStory, 'slug' | 'title' | 'language' | 'text'>;

/** All scenes of a story, spoken and read in every way that its language allows. */
export async function paceOf(story: TimedStory, threads: TaskRunner<ThreadTasks>): Promise<ScenePace[]> {
  const request = { story: story.text, title: story.title, sceneCount: null, language: story.language };
  const { scenes } = await threads.run('writeScript', request, new AbortController().signal);
  const voices: (Voice | null)[] = story.language === 'en' ? [...VOICES, null] : [null];
  const ways = voices.flatMap((voice) => SPEEDS.map((speed) => ({ voice, speed })));
  const paces = ways.flatMap((way) =>
    scenes.map(async ({ narration }): Promise<ScenePace> => {
      const { audio, words, durationMs } = await speakScene(threads, narration, way);
      const { channels, sampleRate } = decodeWav(audio);
      const sound = channels[0] ?? new Float32Array(0);
      const errors = way.voice === null ? [] : timingErrors(sound, sampleRate, words);
      const about = { slug: story.slug, narration, voice: way.voice ?? 'none', speed: way.speed } as const;
      return { ...about, durationMs, errors, words: words.length };
    }),
  );
  return Promise.all(paces);
}
