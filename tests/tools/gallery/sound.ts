/** `npm run gallery -- --sound`: each story's whole sound, no picture; its measures, spectrogram and WAV. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProgressBar } from '#bin/host/progress-bar.ts';
import type { TaskRunner } from '#jobs/ports/task-runner.ts';
import { FILM_SAMPLE_RATE } from '#jobs/sound/audio/mix.ts';
import { encodeWav } from '#jobs/sound/audio/wav.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import type { ThreadTasks } from '#jobs/work/thread-tasks.ts';
import { soundFilm, voiceFor } from './sound-film';
import { measureSound, type SoundMeasures } from './sound-measures';
import { measureMoods } from './sound-moods';
import { paceOf, type ScenePace, type TimedStory } from './sound-pace';
import { drawSpectrogram } from './sound-spectrum';
import { filmTable, moodTable, paceTable, summaryTable } from './sound-tables';
import type { GalleryStory } from './story';

/** A film of about three minutes, in which a drift between picture and sound would show. */
const LONG_SLUG = 'three-minutes';
const TALES_IN_LONG = 4;

/** The stories that the page offers to start from. */
const SAMPLES: readonly TimedStory[] = SAMPLE_STORIES.map(({ id, title, story }) => ({
  slug: id,
  title,
  language: 'en',
  text: story,
}));

/** Makes and measures the sound of all stories, and writes it with a page of tables into a folder. */
export async function soundGallery(
  stories: readonly GalleryStory[],
  folder: string,
  threads: TaskRunner<ThreadTasks>,
  bar: ProgressBar,
): Promise<string> {
  const told = [...stories, ...longStory(stories)];
  const measures: SoundMeasures[] = [];
  for (const [at, story] of told.entries()) {
    bar.show(Math.round((at / told.length) * 60), story.title);
    const film = await soundFilm(story, voiceFor(story, at), threads);
    measures.push(measureSound(film));
    const name = join(folder, story.slug);
    await writeFile(`${name}.wav`, encodeWav({ sampleRate: FILM_SAMPLE_RATE, channels: film.channels }));
    const marks = film.scenes.map(({ startMs }) => startMs);
    await drawSpectrogram(film.channels[0] ?? new Float32Array(0), 48_000, marks, `${name}.sound.png`);
  }
  const paces: ScenePace[] = [];
  const timed = [...stories, ...SAMPLES];
  for (const [at, story] of timed.entries()) {
    bar.show(60 + Math.round((at / timed.length) * 40), `${story.title}: every voice and pace`);
    paces.push(...(await paceOf(story, threads)));
  }
  bar.end();
  const moods = await measureMoods(threads);
  const tables = [filmTable(measures), summaryTable(measures), moodTable(moods), paceTable(paces)].join(
    '\n\n',
  );
  await writeFile(join(folder, 'sound.md'), `${tables}\n`);
  return tables;
}

/** The first English tales told as one. */
function longStory(stories: readonly GalleryStory[]): GalleryStory[] {
  const english = stories.filter(({ language }) => language === 'en').slice(0, TALES_IN_LONG);
  const [first] = english;
  if (!first || english.length < TALES_IN_LONG) return [];
  const text = english.map((story) => story.text).join('\n\n');
  return [{ ...first, slug: LONG_SLUG, title: 'Four Tales', text }];
}
