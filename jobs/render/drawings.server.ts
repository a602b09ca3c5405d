/** Where the drawings of forms lie: icons and maps, in `public/`. */
import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PUBLIC = fileURLToPath(new URL('../../public/', import.meta.url));
const FOLDERS = ['icons', 'maps'];

/** Path of a drawing by its name, which is its path below `public/`. */
export const drawingFile = (name: string): string => path.join(PUBLIC, name);

/** Paths of all drawings, in a fixed order. */
export async function drawingFiles(): Promise<string[]> {
  const found = await Promise.all(
    FOLDERS.map(async (folder) =>
      (await readdir(path.join(PUBLIC, folder)))
        .filter((file) => file.endsWith('.svg'))
        .sort()
        .map((file) => path.join(PUBLIC, folder, file)),
    ),
  );
  return found.flat();
}

/** Fills a public folder with them, for the bundle, or for Remotion Studio, which serves one folder alone. */
export async function placeDrawings(publicDir: string): Promise<void> {
  for (const folder of FOLDERS)
    await cp(path.join(PUBLIC, folder), path.join(publicDir, folder), { recursive: true });
}
