import pg from 'pg';

/** Lends a connection of its own to what asks the database once, without a pool. */
export async function inSession<T>(databaseUrl: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // Unheard, a connection that breaks would end the process; what was asked fails by itself.
  client.on('error', () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
