import { readdir } from 'node:fs/promises';
import type { TestWeb } from '../web-server';

/** All that a request could have changed: each table's rows, the queue's jobs and the stored files, as one text. */
export async function everything({ backend: { db, storage } }: TestWeb): Promise<string> {
  const tables = await db.$queryRaw<{ schema: string; name: string }[]>`
    SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND (table_schema = 'public' OR (table_schema, table_name) = ('pgboss', 'job'))
    ORDER BY 1, 2`;
  const rows = await Promise.all(
    tables.map(({ schema, name }) =>
      db.$queryRawUnsafe<{ rows: string | null }[]>(
        `SELECT string_agg(r::text, E'\\n' ORDER BY r::text) AS rows FROM "${schema}"."${name}" r`,
      ),
    ),
  );
  const files = await readdir(storage.root, { recursive: true }).catch(() => []);
  return JSON.stringify({ tables, rows, files: files.sort() }, null, 1);
}
