/**
 * Rows as lines of JSON, one file for each table: written out from one moment of a database that others write to, and
 * written into an empty one that has the same migrations. Postgres itself makes and reads the JSON.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { migrationNames } from '#jobs/db/migrate.server.ts';
import { type BackupContents, ROWS_FOLDER, rowsName } from './backup-manifest';
import { type Reference, referencedFirst } from './table-order';

/** Rows that are asked for at once. */
const PAGE = 200;
/** Rows are sent when they are this many characters together; a single row may be more. */
const MOST_CHARACTERS = 4_000_000;

type Tables = BackupContents['tables'];

/**
 * The tables that are ours, of those that the database has: other programs may have theirs beside them.
 * @param folder the migrations, which make them
 */
export async function ownTables(client: pg.Client, folder: string): Promise<string[]> {
  const names = await migrationNames(folder);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name, 'migration.sql'), 'utf8')));
  const made = texts.flatMap((text) => [...text.matchAll(/^CREATE TABLE "(\w+)"/gm)].map(([, name]) => name));
  const there = await tablesThere(client);
  return there.filter((table) => made.includes(table));
}

/** All tables of the schema, but for the record of migrations and what belongs to an extension. */
export async function tablesThere(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations'
       AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
     ORDER BY relname`,
  );
  return rows.map(({ name }) => name);
}

/**
 * Writes all rows of the tables into a backup's folder, as the transaction sees them that is open.
 * @param onRow is told each row
 */
export async function writeRows(
  client: pg.Client,
  { folder, tables }: { folder: string; tables: readonly string[] },
  onRow: (table: string, row: Record<string, unknown>) => void,
): Promise<Tables> {
  await mkdir(join(folder, ROWS_FOLDER), { mode: 0o700 });
  const written: Tables = {};
  for (const table of tables) {
    const columns = (await writtenColumns(client, table)).join(', ');
    const hash = createHash('sha256');
    let [bytes, count] = [0, 0];
    const file = await open(join(folder, rowsName(table)), 'wx', 0o600);
    try {
      await client.query(
        `DECLARE backup_rows NO SCROLL CURSOR FOR
         SELECT row_to_json(kept)::text AS line FROM (SELECT ${columns} FROM "${table}") AS kept`,
      );
      for (;;) {
        const { rows } = await client.query<{ line: string }>(`FETCH ${PAGE} FROM backup_rows`);
        if (rows.length === 0) break;
        for (const { line } of rows) onRow(table, JSON.parse(line));
        const chunk = Buffer.from(rows.map(({ line }) => `${line}\n`).join(''));
        hash.update(chunk);
        bytes += chunk.byteLength;
        count += rows.length;
        await file.writeFile(chunk);
      }
      await client.query('CLOSE backup_rows');
      await file.sync();
    } finally {
      await file.close();
    }
    written[table] = { rows: count, bytes, sha256: hash.digest('hex') };
  }
  return written;
}

/** Writes a backup's rows into the empty tables of the same names, within the transaction that is open. */
export async function readRows(client: pg.Client, folder: string, tables: Tables): Promise<void> {
  const names = Object.keys(tables);
  for (const table of referencedFirst(names, await references(client))) {
    const columns = (await writtenColumns(client, table)).join(', ');
    for await (const lines of pagesOf(join(folder, rowsName(table)))) {
      await client.query(
        `INSERT INTO "${table}" (${columns})
         SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
        [`[${lines.join(',')}]`],
      );
    }
    await continueNumbers(client, table);
  }
}

/** The numbers that a table counts by go on after the greatest. */
async function continueNumbers(client: pg.Client, table: string): Promise<void> {
  const { rows } = await client.query<{ name: string; sequence: string }>(
    `SELECT attname AS name, pg_get_serial_sequence($1, attname) AS sequence FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
       AND pg_get_serial_sequence($1, attname) IS NOT NULL`,
    [`public."${table}"`],
  );
  for (const { name, sequence } of rows) {
    await client.query(
      `SELECT setval($1::regclass, coalesce(max("${name}"), 1), max("${name}") IS NOT NULL) FROM "${table}"`,
      [sequence],
    );
  }
}

/** Names of the columns that are written, quoted: those that the database keeps of others are not. */
async function writtenColumns(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [`public."${table}"`],
  );
  return rows.map(({ name }) => `"${name}"`);
}

async function references(client: pg.Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `SELECT source.relname AS "from", target.relname AS "to" FROM pg_constraint
     JOIN pg_class AS source ON source.oid = conrelid JOIN pg_class AS target ON target.oid = confrelid
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  return rows;
}

/** The lines of a file, some at once. */
async function* pagesOf(file: string): AsyncGenerator<string[]> {
  let [page, characters]: [string[], number] = [[], 0];
  for await (const line of linesOf(file)) {
    page.push(line);
    characters += line.length;
    if (characters < MOST_CHARACTERS && page.length < PAGE) continue;
    yield page;
    [page, characters] = [[], 0];
  }
  if (page.length > 0) yield page;
}

/** Ends lines at line feeds alone: stories may hold other separators, which Node's own reader would end them at too. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let begun = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const [first = '', ...more] = chunk.split('\n');
    begun += first;
    for (const next of more) {
      yield begun;
      begun = next;
    }
  }
}
