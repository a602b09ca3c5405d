/** What is asked of `npm run backup`, and what it tells. Pure. */
import { parseArgs } from 'node:util';
import type { BackupContents } from '#jobs/backup/backup-manifest.ts';

export interface BackupOrder {
  folder: string;
  /** Whether the backup is there, and only looked at. */
  isVerified: boolean;
}

/** @throws an Error that says how the command is called */
export function readBackupOrder(args: string[]): BackupOrder {
  const usage = 'Usage: npm run backup -- [--verify] <folder>';
  try {
    const { values, positionals } = parseArgs({
      ...{ args, allowPositionals: true },
      options: { verify: { type: 'boolean' } },
    });
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0) throw new Error('One folder is to be named.');
    return { folder, isVerified: values.verify === true };
  } catch (cause) {
    throw new Error(usage, { cause });
  }
}

/** What a backup holds, in a person's words. */
export function contentsInWords({ tables, files, version, madeAt, missing }: BackupContents): string {
  const sizes = Object.values(files).map(({ bytes }) => bytes);
  const megabytes = Math.ceil(sizes.reduce((sum, bytes) => sum + bytes, 0) / 1024 ** 2);
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  const of = `made by StoryShort ${version} at ${madeAt}`;
  const videos = tables.video?.rows ?? 0;
  const what = `${videos} ${videos === 1 ? 'video' : 'videos'}, ${rows} rows, ${sizes.length} files of ${megabytes} MB (${of})`;
  if (missing.length === 0) return `${what}.`;
  return `${what}. ${missing.length} files that rows name were not there, such as ${missing[0]}; what can be made again is.`;
}
