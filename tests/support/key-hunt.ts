/** Looking for a key in all that a run leaves behind. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** A place that was looked into. */
export interface Searched {
  /** Names of the places in which the key, or a good part of it, was found. */
  found: string[];
  /** How many places there were, so that a hunt through nothing is noticed. */
  places: number;
}

/** How a key may show: whole, its beginning, its end, and written in base 64 or for an address. */
function shapesOf(key: string): string[] {
  const base64 = Buffer.from(key).toString('base64').replace(/=+$/, '');
  return [key, key.slice(0, 9), key.slice(-8), base64, encodeURIComponent(`Bearer ${key}`)];
}

export function huntInText(places: Readonly<Record<string, string>>, key: string): Searched {
  const shapes = shapesOf(key);
  const found = Object.entries(places).flatMap(([place, text]) =>
    shapes.filter((shape) => text.includes(shape)).map((shape) => `${place}: ${shape.slice(0, 5)}…`),
  );
  return { found, places: Object.values(places).filter((text) => text !== '').length };
}

/** Every row of every table, the queue's among them. */
export async function huntInDatabase(databaseUrl: string, key: string): Promise<Searched> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const places: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      for (const [at, { row }] of rows.entries()) places[`${name} row ${at}`] = row;
    }
    return huntInText(places, key);
  } finally {
    await client.end();
  }
}

/** Every file of a folder and of all folders in it, whatever it holds. */
export async function huntInFiles(folder: string, key: string): Promise<Searched> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((file) => join(file.parentPath, file.name));
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file);
    if (shapesOf(key).some((shape) => bytes.includes(shape))) found.push(file);
  }
  return { found, places: files.length };
}
