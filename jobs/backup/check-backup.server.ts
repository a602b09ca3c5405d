/** Whether a backup is whole: every part held against its hash. Changes nothing. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BackupContents,
  type Digest,
  fileName,
  MANIFEST_NAME,
  readManifest,
  rowsName,
  SECRET_NAME,
} from './backup-manifest';
import { digestOf, isMissing } from './file-digest.server';

/** Faults that are told one by one. */
const MOST_TOLD = 5;

/**
 * Reads a whole backup. @param folder its folder
 * @returns what is in it
 * @throws Error that names what is missing or not as it was, and what to do
 */
export async function checkBackup(folder: string): Promise<BackupContents> {
  const contents = await readContents(folder);
  const faults: string[] = [];
  for (const [name, said] of partsOf(contents)) {
    const fault = await faultOf(join(folder, name), said);
    if (fault) faults.push(`  ${name}: ${fault}`);
  }
  if (faults.length === 0) return contents;
  const more = faults.length > MOST_TOLD ? [`  and ${faults.length - MOST_TOLD} more`] : [];
  const told = [...faults.slice(0, MOST_TOLD), ...more].join('\n');
  throw new Error(`The backup ${folder} is damaged, so nothing was done with it:\n${told}\n${OTHER_ONE}`);
}

const OTHER_ONE = 'Fetch it again from where it was copied, or take an older one.';

async function readContents(folder: string): Promise<BackupContents> {
  const text = await readFile(join(folder, MANIFEST_NAME), 'utf8').catch((cause: unknown) => {
    if (!isMissing(cause) && (cause as NodeJS.ErrnoException).code !== 'ENOTDIR') throw cause;
    throw new Error(`${folder} is no backup: it has no ${MANIFEST_NAME}. Name the folder of a backup.`, {
      cause,
    });
  });
  try {
    return readManifest(text);
  } catch (cause) {
    throw new Error(`The backup ${folder} cannot be used. ${OTHER_ONE}`, { cause });
  }
}

/** Everything that must be there, by its name within the folder. */
function partsOf({ tables, files, secret }: BackupContents): [name: string, said: Digest][] {
  return [
    ...Object.entries(tables).map(([table, said]): [string, Digest] => [rowsName(table), said]),
    ...Object.entries(files).map(([key, said]): [string, Digest] => [fileName(key), said]),
    ...(secret ? [[SECRET_NAME, secret] as [string, Digest]] : []),
  ];
}

/** What is wrong with a part; null for nothing. */
async function faultOf(file: string, said: Digest): Promise<string | null> {
  try {
    const found = await digestOf(file);
    if (found.bytes !== said.bytes) return `it has ${found.bytes} bytes and had ${said.bytes}`;
    return found.sha256 === said.sha256 ? null : 'its contents were changed';
  } catch (error) {
    if (isMissing(error)) return 'it is not there';
    return error instanceof Error ? error.message : String(error);
  }
}
