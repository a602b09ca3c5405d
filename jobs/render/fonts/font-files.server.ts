/** Where the film's font files lie: a few in `public/fonts/`, those of East Asia in npm packages. */
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PUBLIC_FONTS = fileURLToPath(new URL('../../../public/fonts/', import.meta.url));

/** Of East Asia: each has its files in hundreds of slices, of which a film needs a few. */
export const FONT_PACKAGES = [
  '@fontsource-variable/noto-sans-jp',
  '@fontsource-variable/noto-sans-kr',
  '@fontsource-variable/noto-sans-sc',
  '@fontsource-variable/noto-sans-tc',
];

/**
 * The folders whose `.woff2` files the composition finds under `/fonts/`; no two have a file of the same
 * name. A package that is not installed is left out: a film that needs it fails, every other is made.
 */
export function fontFolders(): string[] {
  const require = createRequire(import.meta.url);
  const packages = FONT_PACKAGES.flatMap((name) => {
    try {
      return [path.join(path.dirname(require.resolve(`${name}/package.json`)), 'files')];
    } catch {
      return [];
    }
  });
  return [PUBLIC_FONTS, ...packages];
}

/** Paths of all font files of the film, in a fixed order. */
export async function fontFiles(): Promise<string[]> {
  const found = await Promise.all(
    fontFolders().map(async (folder) =>
      (await readdir(folder))
        .filter((file) => file.endsWith('.woff2'))
        .sort()
        .map((file) => path.join(folder, file)),
    ),
  );
  return found.flat();
}

/**
 * Fills a public folder with what a composition needs of it, `fonts/`: for the bundle, or for Remotion Studio
 * (`--public-dir`), which serves one folder alone.
 */
export async function placeFonts(publicDir: string): Promise<void> {
  const folder = path.join(publicDir, 'fonts');
  await mkdir(folder, { recursive: true });
  for (const file of await fontFiles()) await copyFile(file, path.join(folder, path.basename(file)));
}
