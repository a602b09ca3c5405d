/** Whether a database may be emptied: what was asked for, held against what there is. Pure. */
import { parseArgs } from 'node:util';
import type { DatabaseContents } from '#jobs/db/reset.server.ts';

export interface ResetOrder {
  isMeant: boolean;
  /** The name of a database of one's own that is meant; null where none was named. */
  database: string | null;
}

/** @throws an Error that says how the command is called */
export function readResetOrder(args: string[]): ResetOrder {
  try {
    const { values } = parseArgs({
      args,
      options: { yes: { type: 'boolean' }, database: { type: 'string' } },
    });
    return { isMeant: values.yes === true, database: values.database ?? null };
  } catch (error) {
    throw new Error('Usage: npm run db:reset -- --yes [--database <name>]', { cause: error });
  }
}

/** What is emptied, and what it means. */
export interface ResetTarget extends Pick<DatabaseContents, 'name' | 'videos' | 'calls' | 'users'> {
  /** The Postgres of DATABASE_URL, not the one that comes along. */
  isOwn: boolean;
  /** Folder of the films' files. */
  mediaDir: string;
}

/** What would be lost, in a person's words. */
export function lossOf({ isOwn, name, videos, calls, mediaDir }: ResetTarget): string {
  const where = isOwn
    ? `WARNING: this is the database “${name}” of DATABASE_URL, not the built-in one: everything in its schemas public and pgboss goes, other programs’ tables included.`
    : 'This is the built-in database.';
  const films =
    videos === 0
      ? 'No film is lost.'
      : `The films’ files under ${mediaDir} are not touched now, but a worker removes files that belong to no video: copy what you want to keep before StoryShort starts again.`;
  return `${where}\nIt holds ${count(videos, 'video')} and ${count(calls, 'call')} of the ledger, which says what was spent.\n${films}`;
}

/** Why it is not to be done, and what to do; null when it may. */
export function refusalOf(order: ResetOrder, { isOwn, name, users }: ResetTarget): string | null {
  if (users > 0) {
    return `The database is in use (${count(users, 'connection')}). Stop StoryShort and its workers first.`;
  }
  if (!order.isMeant) {
    const own = isOwn ? ` --database ${name}` : '';
    return `Nothing was done. To empty it: npm run db:reset -- --yes${own}`;
  }
  if (isOwn && order.database !== name) {
    return `Nothing was done. Name the database to show that it is meant: npm run db:reset -- --yes --database ${name}`;
  }
  return null;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
