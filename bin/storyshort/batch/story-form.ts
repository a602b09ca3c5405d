/** Many stories as a form for the site. */
import { openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { usageFault } from '#bin/storyshort/command-fault.ts';
import { STORY_FILE_ENDS } from '#jobs/story/batch/story-lines.ts';

/**
 * @param paths files, and folders of which all stories are taken
 * @param fields of the form besides; those that are undefined are left out
 * @throws CommandFault for a path that cannot be read, and where there is no story in any
 */
export async function storyForm(
  paths: readonly string[],
  fields: Readonly<Record<string, string | undefined>>,
): Promise<FormData> {
  const files = (await Promise.all(paths.map(filesOf))).flat();
  if (files.length === 0)
    throw usageFault('There is no story in that folder.', `Stories end in ${STORY_FILE_ENDS.join(', ')}.`);
  const form = new FormData();
  for (const file of files) form.append('files', await openAsBlob(file), basename(file));
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value);
  return form;
}

/** The file itself, or the stories of a folder. */
async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => {
    throw usageFault(`${path} cannot be read.`, 'Give the path of a file or of a folder of stories.');
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => STORY_FILE_ENDS.some((end) => name.toLowerCase().endsWith(end)))
    .map((name) => join(path, name));
}
