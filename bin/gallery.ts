/**
 * `npm run gallery`: stills of a dozen and more stories in all styles, and a page that shows them with what
 * was read, who is cast, which shots were chosen, and measures. `--films` makes short films too, `--layers`
 * draws the layers for their times, `--only <name>` takes some stories. Writes one folder that needs nothing else.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { readEnv } from '../jobs/env.server';
import { contactSheet, type Exhibit, summary } from './gallery/contact-sheet';
import { makeFilm } from './gallery/films';
import { OTHER_LANGUAGES } from './gallery/languages';
import { measure, sumOf } from './gallery/measures';
import { REPORTS } from './gallery/reports';
import type { GalleryStory } from './gallery/story';
import { TALES } from './gallery/tales';
import { type Telling, tell } from './gallery/telling';
import { failClearly } from './host/fail-clearly';
import { ProgressBar } from './host/progress-bar';

const STILL_WIDTH = 540;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      only: { type: 'string', multiple: true },
      films: { type: 'boolean', default: false },
      layers: { type: 'boolean', default: false },
    },
  });
  const folder = resolve(values.out ?? join(readEnv().DATA_DIR, 'gallery'));
  const stories = [...TALES, ...REPORTS, ...OTHER_LANGUAGES].filter(
    ({ slug }) => !values.only || values.only.includes(slug),
  );
  if (stories.length === 0) throw new Error('The gallery has no story of that name.');
  await mkdir(folder, { recursive: true });
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
  process.stdout.write(`${summary(whole)}\n`);
  for (const narration of whole.missed) process.stdout.write(`The hero is missing: ${narration}\n`);
  process.stdout.write(`${join(folder, 'index.html')}\n`);
}

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
