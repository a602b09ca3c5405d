/** A few of the gallery's stills side by side: one of each style and one more. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const STILLS = [
  'oona-at-sea-02',
  'dragon-library-03',
  'last-signal-02',
  'bread-for-the-moon-02',
  'firefly-who-was-late-04',
  'night-tram-02',
] as const;
/** px */
const SIZE = { width: 240, height: 427 };
const GAP = 8;

/** Writes `highlights.jpg` beside the stills, if all that it shows were drawn. @returns its path, or null */
export async function writeHighlights(folder: string): Promise<string | null> {
  const files = STILLS.map((name) => join(folder, `${name}.jpg`));
  const isThere = (file: string) =>
    access(file).then(
      () => true,
      () => false,
    );
  if ((await Promise.all(files.map(isThere))).includes(false)) return null;
  const shown = await Promise.all(files.map((file) => sharp(file).resize(SIZE).toBuffer()));
  const out = join(folder, 'highlights.jpg');
  await sharp({
    create: {
      width: STILLS.length * (SIZE.width + GAP) - GAP,
      height: SIZE.height,
      channels: 3,
      background: 'white',
    },
  })
    .composite(shown.map((input, at) => ({ input, left: at * (SIZE.width + GAP), top: 0 })))
    .jpeg({ quality: 84 })
    .toFile(out);
  return out;
}
