/** Short films of the gallery's stories, made by `npm run make` itself: the same queue, worker and pipeline. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '#bin/setup/install.mjs';
import type { GalleryStory } from './story';

/** Characters of a story that a short film tells: its first paragraphs up to here, one at least. */
const SHORT = 420;

/** Makes a film of the story's beginning as `outFile`. @throws Error when the film cannot be made */
export async function makeFilm(story: GalleryStory, outFile: string): Promise<void> {
  const textFile = `${outFile}.txt`;
  await writeFile(textFile, beginningOf(story.text));
  const choices = ['--title', story.title, '--style', story.style, '--format', story.format];
  // The built-in voices speak English; any other story is told in captions.
  if (!story.language.startsWith('en')) choices.push('--voice', 'none', '--language', story.language);
  try {
    const make = spawn(
      process.execPath,
      ['--import', 'tsx', join(ROOT, 'bin', 'make.ts'), textFile, '-o', outFile, ...choices],
      { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    const [code] = (await once(make, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`The film of “${story.title}” could not be made; see above.`);
  } finally {
    await rm(textFile, { force: true });
  }
}

function beginningOf(text: string): string {
  let taken = '';
  for (const paragraph of text.split('\n\n')) {
    if (taken && taken.length + paragraph.length > SHORT) break;
    taken += `${taken ? '\n\n' : ''}${paragraph}`;
  }
  return taken;
}
