/**
 * `npm run gallery`: stills of a dozen and more stories in all styles, and a page that shows them with what
 * was read, who is cast, which shots were chosen, and measures. `--films` makes short films too, `--layers`
 * draws the layers for their times, `--only <name>` takes some stories, `--held-out` those that no rule was made
 * with; `--sound` makes and measures their sound alone. Writes one folder that needs nothing else.
 *
 * `--genres` tells stories of all kinds without a title given, and shows for each scene its still, the form in
 * which it is told and what was found in its words; `--aside` those that were put aside until rules were made,
 * `--fresh` those that were written after them, `--sealed` those that were written before the last of them.
 * `--marks` prints the table of what was said of their sheets.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { failClearly } from '#bin/host/fail-clearly.ts';
import { ProgressBar } from '#bin/host/progress-bar.ts';
import { readEnv } from '#jobs/env.server.ts';
import type { ThreadPool } from '#jobs/threads/pool.server.ts';
import { openThreads } from '#jobs/work/open-threads.server.ts';
import type { ThreadTasks } from '#jobs/work/thread-tasks.ts';
import { contactSheet, type Exhibit, summary } from './contact-sheet';
import { makeFilm } from './films';
import { HELD_OUT_FRESH } from './held-out/held-out-fresh';
import { HELD_OUT_LAST } from './held-out/held-out-last';
import { HELD_OUT_LIVES } from './held-out/held-out-lives';
import { HELD_OUT_REVIEW } from './held-out/held-out-review';
import { HELD_OUT_TALES } from './held-out/held-out-tales';
import { writeHighlights } from './highlights';
import { OTHER_LANGUAGES } from './languages';
import { measure, sumOf } from './measures';
import { REPORTS } from './reports';
import { reviewMarks, reviewStories } from './review/review';
import { STORY_SETS, type StorySet } from './review/story-sets';
import { soundGallery } from './sound';
import type { GalleryStory } from './story';
import { TALES } from './tales';
import { type Telling, tell } from './telling';

const STILL_WIDTH = 540;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      only: { type: 'string', multiple: true },
      films: { type: 'boolean', default: false },
      layers: { type: 'boolean', default: false },
      sound: { type: 'boolean', default: false },
      'held-out': { type: 'boolean', default: false },
      genres: { type: 'boolean', default: false },
      aside: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      sealed: { type: 'boolean', default: false },
      marks: { type: 'boolean', default: false },
    },
  });
  if (values.marks) return withThreads(async (threads) => say(await reviewMarks(threads)));
  const folder = resolve(values.out ?? join(readEnv().DATA_DIR, 'gallery'));
  const set = (Object.keys(STORY_SETS) as StorySet[]).find((name) => values[name]);
  if (set) return review(set, folder, values.only);
  const shown = values['held-out']
    ? [...HELD_OUT_TALES, ...HELD_OUT_LIVES, ...HELD_OUT_FRESH, ...HELD_OUT_LAST, ...HELD_OUT_REVIEW]
    : [...TALES, ...REPORTS, ...OTHER_LANGUAGES];
  const stories = shown.filter(({ slug }) => !values.only || values.only.includes(slug));
  if (stories.length === 0) throw new Error('The gallery has no story of that name.');
  await mkdir(folder, { recursive: true });
  if (values.sound) return listen(stories, folder);
  const exhibits: Exhibit[] = [];
  for (const story of stories) {
    const exhibit = await show(story, folder, values.layers);
    if (values.films) {
      exhibit.film = `${story.slug}.mp4`;
      await makeFilm(story, join(folder, exhibit.film));
    }
    exhibits.push(exhibit);
  }
  const whole = sumOf(exhibits.map(({ measures }) => measures));
  await writeFile(join(folder, 'index.html'), contactSheet(exhibits, whole));
  await writeHighlights(folder);
  process.stdout.write(`${summary(whole)}\n`);
  for (const one of whole.missed) process.stdout.write(`Missing: ${one}\n`);
  for (const one of whole.mistaken) process.stdout.write(`Mistaken: ${one}\n`);
  process.stdout.write(`${join(folder, 'index.html')}\n`);
}

/** Makes the stories' sound without their pictures. */
async function listen(stories: readonly GalleryStory[], folder: string): Promise<void> {
  await withThreads(async (threads) => {
    const tables = await soundGallery(stories, folder, threads, new ProgressBar(process.stdout));
    say(`${tables}\n${join(folder, 'sound.md')}`);
  });
}

/** Tells a set of stories and writes its pages beside the others. */
async function review(set: StorySet, folder: string, only: string[] | undefined): Promise<void> {
  const stories = STORY_SETS[set].filter(({ slug }) => !only || only.includes(slug));
  if (stories.length === 0) throw new Error('The set has no story of that name.');
  const out = join(folder, set);
  await withThreads(async (threads) => {
    const cacheDir = join(readEnv().DATA_DIR, 'cache');
    const table = await reviewStories(stories, out, {
      threads,
      cacheDir,
      bar: new ProgressBar(process.stdout),
    });
    say(`${table}\n${join(out, 'index.html')}`);
  });
}

async function withThreads(work: (threads: ThreadPool<ThreadTasks>) => Promise<void>): Promise<void> {
  const threads = openThreads();
  try {
    await work(threads);
  } finally {
    await threads.close();
  }
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Draws a story and writes its stills. */
async function show(story: GalleryStory, folder: string, withLayers: boolean): Promise<Exhibit> {
  const bar = new ProgressBar(process.stdout);
  const telling = await tell(story, {
    withLayers,
    onScene: (done, all) => bar.show(Math.round((done / all) * 100), story.title),
  });
  bar.end();
  return { telling, measures: measure(telling), stills: await writeStills(telling, folder), film: null };
}

async function writeStills({ story, scenes }: Telling, folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const [i, { picture }] of scenes.entries()) {
    const name = `${story.slug}-${String(i + 1).padStart(2, '0')}.jpg`;
    await sharp(picture).resize({ width: STILL_WIDTH }).jpeg({ quality: 82 }).toFile(join(folder, name));
    names.push(name);
  }
  return names;
}

main().catch(failClearly);
