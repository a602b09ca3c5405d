import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from '#bin/setup/install.mjs';

/** Folders of code, from the root. */
const CODE_FOLDERS = ['app', 'bin', 'jobs', 'remotion', 'tests'];

/**
 * Files of code below folders, as paths from the root with `/`, in order. What the database client's generator
 * wrote and what tests only read is left out.
 */
export function codeFiles(folders = CODE_FOLDERS): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(m?js|tsx?|css)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !/^(jobs\/db\/generated|tests\/fixtures)\//.test(file))
    .sort();
}
