/** Tells the stories of a set, writes their pages, sheets and marks to begin with, and prints the table of marks. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProgressBar } from '#bin/host/progress-bar.ts';
import { ROOT } from '#bin/setup/install.mjs';
import type { TaskRunner } from '#jobs/ports/task-runner.ts';
import { drawPicture } from '#jobs/studio/illustrator/draw.ts';
import type { ThreadTasks } from '#jobs/work/thread-tasks.ts';
import type { GenreStory } from '#tests/tools/gallery/story.ts';
import { countOf } from './counted-film';
import { draftMarks } from './draft-marks';
import { toldOtherwise } from './marked-telling';
import { type Marks, marksSchema } from './marks';
import { countedTable, marksTable } from './marks-table';
import { reviewFilm } from './review-film';
import { indexPage, type ReviewExhibit, storyPage } from './review-page';
import { reviewStory } from './reviewed-story';
import { openStillStudio, type StillStudio } from './still-studio';
import { STORY_SETS, type StorySet } from './story-sets';

const MARKS = join(ROOT, 'tests', 'tools', 'gallery', 'marks');
/** px */
const SHEET_WIDTH = 1500;

/** What a review needs besides its stories. */
export interface ReviewTools {
  threads: TaskRunner<ThreadTasks>;
  bar: ProgressBar;
  /** For the unpacked browser and the bundle. */
  cacheDir: string;
}

/**
 * Writes `index.html`, for each story a page, a sheet and its stills, and `marks.json`, whose scenes are `unclear`
 * until they were looked at.
 * @returns the table of what was counted, in Markdown
 */
export async function reviewStories(
  stories: readonly GenreStory[],
  folder: string,
  tools: ReviewTools,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const studio = await openStillStudio(folder, tools.cacheDir);
  const exhibits: ReviewExhibit[] = [];
  try {
    for (const [at, story] of stories.entries()) {
      tools.bar.show(Math.round((at / stories.length) * 100), story.slug);
      const exhibit = await reviewOne(story, folder, studio, tools.threads);
      await writeFile(join(folder, `${story.slug}.html`), storyPage(exhibit));
      await studio.shootPage(`${story.slug}.html`, SHEET_WIDTH, join(folder, `${story.slug}.png`));
      exhibits.push(exhibit);
    }
  } finally {
    tools.bar.end();
    await studio.close();
  }
  const table = countedTable(exhibits.map(({ counted }) => counted));
  await writeFile(join(folder, 'index.html'), indexPage(exhibits, table));
  const marks: Marks = {
    date: new Date().toISOString().slice(0, 10),
    stories: exhibits.map(({ reviewed }) => draftMarks(reviewed)),
  };
  await writeFile(join(folder, 'marks.json'), `${JSON.stringify(marks, null, 2)}\n`);
  return table;
}

async function reviewOne(
  story: GenreStory,
  folder: string,
  studio: StillStudio,
  threads: TaskRunner<ThreadTasks>,
): Promise<ReviewExhibit> {
  const reviewed = reviewStory(story);
  const nameOf = (position: number, kind: string) =>
    `${story.slug}-${String(position + 1).padStart(2, '0')}${kind}.jpg`;
  for (const [position, { imagePrompt, reading, form }] of reviewed.scenes.entries()) {
    if (form) continue;
    const { style, format } = story;
    const { image } = await drawPicture({ prompt: imagePrompt, reading, style, format, seed: position + 1 });
    await writeFile(join(folder, nameOf(position, '-picture')), image);
  }
  const segments = await reviewFilm(
    reviewed,
    (position) => studio.urlOf(nameOf(position, '-picture')),
    threads,
  );
  const stills: string[] = [];
  for (const [position, props] of segments.entries()) {
    const name = nameOf(position, '');
    await studio.drawStill(props, join(folder, name));
    stills.push(name);
  }
  return { reviewed, stills, ...countOf(reviewed, segments) };
}

/** The tables of all sets that were marked, and what is told otherwise since then, in Markdown. */
export async function reviewMarks(threads: TaskRunner<ThreadTasks>): Promise<string> {
  const parts: string[] = [];
  for (const set of Object.keys(STORY_SETS) as StorySet[]) {
    const marks = await readMarks(set);
    if (marks) parts.push(await markedSet(set, marks, threads));
  }
  return parts.length > 0 ? parts.join('\n\n') : `No set is marked: see ${MARKS}.`;
}

async function markedSet(set: StorySet, marks: Marks, threads: TaskRunner<ThreadTasks>): Promise<string> {
  const films = [];
  const changed: string[] = [];
  for (const story of STORY_SETS[set]) {
    const own = marks.stories.find(({ slug }) => slug === story.slug);
    if (!own) {
      changed.push(`- ${story.slug} is not marked`);
      continue;
    }
    const reviewed = reviewStory(story);
    films.push(countOf(reviewed, await reviewFilm(reviewed, String, threads)).counted);
    changed.push(...toldOtherwise(own, reviewed).map((line) => `- ${story.slug}, ${line}`));
  }
  return [
    `## ${set}, ${marks.stories.length} stories, marked on ${marks.date}`,
    marksTable(marks, films),
    ...(changed.length > 0 ? [`Told otherwise since then:\n${changed.join('\n')}`] : []),
  ].join('\n\n');
}

async function readMarks(set: StorySet): Promise<Marks | null> {
  try {
    return marksSchema.parse(JSON.parse(await readFile(join(MARKS, `${set}.json`), 'utf8')));
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
    throw thrown;
  }
}
