/** The table of platforms says what the code goes by. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { fileSize } from '#jobs/story/post/film-file.ts';
import { PLATFORM_NAMES, PLATFORMS } from '#jobs/story/post/platforms.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const UNITS = { utf16: 'characters', bytes: 'bytes', weighted: 'weighted' } as const;

it('the page of platforms has each of them with its figures', () => {
  const rows = readFileSync(join(ROOT, 'docs/ready-to-post.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| `\w+` \|/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const expected = PLATFORM_NAMES.map((name) => {
    const { label, title, text, hashtags, film } = PLATFORMS[name];
    return [
      `\`${name}\``,
      label,
      title ? String(title.most) : '–',
      `${text.most} ${UNITS[text.unit]}`,
      hashtags === null ? '–' : String(hashtags),
      `${film.seconds.least}–${film.seconds.most} s`,
      fileSize(film.bytes),
      `${film.longSide} × ${film.shortSide.most}`,
      `${film.framesPerSecond.least}–${film.framesPerSecond.most}`,
      `${film.videoKbps ?? '–'} / ${film.audioKbps ?? '–'}`,
    ];
  });
  expect(rows).toEqual(expected);
});
