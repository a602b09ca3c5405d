import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { MIGRATIONS } from '#bin/database/database.ts';
import { migrate } from '#jobs/db/migrate.server.ts';

/** Makes a database with all tables on that server. @returns its address */
export async function newDatabase(serverUrl: string): Promise<string> {
  const name = `chaos_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate(url.href, MIGRATIONS);
  return url.href;
}
