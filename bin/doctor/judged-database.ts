/** Whether the database will do. Pure. */
import type { MigrationState } from '#jobs/db/migrate.server.ts';
import { type Finding, fault, note, ok } from './finding';

/** What was seen of a database, or why nothing was. */
export type DatabaseSight =
  | { isReached: false; code: string | null; why: string }
  | ({
      isReached: true;
      /** Such as 18.4, and as Postgres counts: 180004. */
      version: string;
      versionNumber: number;
      /** Connections that the server lets in, and that are open. */
      mostConnections: number;
      openConnections: number;
    } & MigrationState);

const OLDEST = 130_000;
/** A site and one worker at their busiest: their pools, and the queue's. */
const NEEDED_CONNECTIONS = 30;

/**
 * @param place such as `db.example:5432/films`; null for the built-in one
 * @returns one finding for each thing that there is to say
 */
export function judgeDatabase(place: string | null, sight: DatabaseSight): Finding[] {
  if (!sight.isReached) return [unreached(place, sight)];
  const name = place === null ? 'The built-in Postgres' : `Postgres at ${place}`;
  const { version, versionNumber, mostConnections, openConnections } = sight;
  const left = mostConnections - openConnections;
  return [
    versionNumber < OLDEST
      ? fault(
          'database',
          `${name} is version ${version}: StoryShort needs 13 or newer.`,
          'upgrade it, or leave DATABASE_URL out for the built-in one',
        )
      : ok('database', `${name} answers, version ${version}.`),
    judgeMigrations(sight),
    left < NEEDED_CONNECTIONS
      ? note(
          'connections',
          `${left} of ${mostConnections} connections are left; a site and a worker take up to ${NEEDED_CONNECTIONS}, each further worker about half of that.`,
          'raise max_connections of Postgres, or put fewer programs on it',
        )
      : ok('connections', `${left} of ${mostConnections} connections are left.`),
  ];
}

function unreached(place: string | null, { code, why }: { code: string | null; why: string }): Finding {
  if (place === null) {
    return fault(
      'database',
      `The built-in Postgres does not start: ${why}`,
      'read the log that it names, or set DATABASE_URL to a Postgres of your own (13 or newer)',
    );
  }
  return fault(
    'database',
    `Postgres at ${place} cannot be used: ${why}`,
    MENDS[code ?? ''] ?? 'look at DATABASE_URL and at the server’s log',
  );
}

/** By the system's code, or by that of Postgres (SQLSTATE). */
const MENDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'start Postgres there, or mend host and port in DATABASE_URL',
  ENOTFOUND: 'mend the host in DATABASE_URL',
  EAI_AGAIN: 'mend the host in DATABASE_URL, or the machine’s name service',
  ETIMEDOUT: 'see that this machine may reach it: firewall, network, host in DATABASE_URL',
  '28P01': 'mend user and password in DATABASE_URL',
  '28000': 'let this machine in (pg_hba.conf), or mend the user in DATABASE_URL',
  '3D000': 'make the database (createdb), or mend its name in DATABASE_URL',
  '53300': 'raise max_connections of Postgres, or end programs that use it',
};

function judgeMigrations({ waiting, unknown }: MigrationState): Finding {
  if (unknown.length > 0) {
    return fault(
      'migrations',
      `A newer StoryShort has changed the tables (${unknown.join(', ')}).`,
      'start that one, or go back to a copy of the database from before',
    );
  }
  if (waiting.length === 0) return ok('migrations', 'All are applied.');
  const count = waiting.length === 1 ? '1 migration waits' : `${waiting.length} migrations wait`;
  return note('migrations', `${count}; the next start applies them.`, 'npm run db:migrate');
}
