/** What a Postgres server has done so far, by its own account and by the system's. */
import pg from 'pg';
import { parentOf, processorSeconds } from './processor-seconds';

export interface DatabaseWork {
  /** Statements, and those of them that are the queue's. */
  statements: number;
  queueStatements: number;
  /** Transactions that wrote something: those alone wait for the disk. */
  commits: number;
  /** Core-seconds of all its processes. */
  cpuS: number;
}

/** Clients that commit at once, and for how long, when it is looked at how many commits the disk takes. */
const COMMITTERS = 16;
const COMMITTING_MS = 3000;
/** Stands in what is asked here, which is not counted. */
const OUTSIDE = '/* asked from outside */';
/** By what sessions of the measuring itself are known. */
export const MEASURING = 'storyshort-measuring';

export class PostgresAccount {
  readonly #client: pg.Client;
  readonly #url: string;
  readonly #root: number;

  private constructor(client: pg.Client, url: string, root: number) {
    this.#client = client;
    this.#url = url;
    this.#root = root;
  }

  /** @param url of a database whose server has `pg_stat_statements` loaded */
  static async open(url: string): Promise<PostgresAccount> {
    const client = await connected(url);
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return new PostgresAccount(client, url, parentOf(rows[0]?.pid ?? -1));
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  /** Asks something that is not counted. */
  async ask<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.#client.query<Row>(`${OUTSIDE} ${text}`, values)).rows;
  }

  /** All until now, without what is asked here. */
  async read(): Promise<DatabaseWork> {
    const rows = await this.ask<Record<'statements' | 'queue' | 'commits', string>>(`
      SELECT coalesce(sum(calls), 0) AS statements,
             coalesce(sum(calls) FILTER (WHERE query ILIKE '%pgboss%'), 0) AS queue,
             pg_snapshot_xmax(pg_current_snapshot())::text AS commits
      FROM pg_stat_statements JOIN pg_database ON pg_database.oid = dbid
      WHERE datname = current_database() AND position('${OUTSIDE}' IN query) = 0`);
    const [row] = rows;
    return {
      statements: Number(row?.statements),
      queueStatements: Number(row?.queue),
      commits: Number(row?.commits),
      cpuS: processorSeconds(this.#root),
    };
  }

  /** Sessions of workers. */
  async sessions(): Promise<number> {
    const rows = await this.ask<{ count: string }>(
      `SELECT count(*) FROM pg_stat_activity
       WHERE datname = current_database() AND backend_type = 'client backend'
         AND application_name NOT IN ('storyshort-sender', $1)`,
      [MEASURING],
    );
    return Number(rows[0]?.count);
  }

  /** How many commits of one changed row each the disk takes in a second, from many clients at once. */
  async commitsPerS(): Promise<number> {
    await this.#client.query('CREATE TABLE committed (id int PRIMARY KEY, count int NOT NULL)');
    await this.#client.query('INSERT INTO committed SELECT n, 0 FROM generate_series(1, $1::int) n', [
      COMMITTERS,
    ]);
    const clients = await Promise.all(Array.from({ length: COMMITTERS }, () => connected(this.#url)));
    const begunAt = performance.now();
    const counts = await Promise.all(
      clients.map(async (client, at) => {
        let commits = 0;
        for (; performance.now() - begunAt < COMMITTING_MS; commits += 1)
          await client.query('UPDATE committed SET count = count + 1 WHERE id = $1', [at + 1]);
        return commits;
      }),
    );
    const seconds = (performance.now() - begunAt) / 1000;
    await Promise.all(clients.map((client) => client.end()));
    await this.#client.query('DROP TABLE committed');
    return counts.reduce((sum, each) => sum + each, 0) / seconds;
  }
}

/** What was done between two readings, for each of so many. */
export function workBetween(before: DatabaseWork, after: DatabaseWork, each: number): DatabaseWork {
  const of = (name: keyof DatabaseWork) => Math.max(0, after[name] - before[name]) / each;
  return {
    statements: of('statements'),
    queueStatements: of('queueStatements'),
    commits: of('commits'),
    cpuS: of('cpuS'),
  };
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: MEASURING });
  await client.connect();
  return client;
}
