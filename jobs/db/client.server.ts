import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client';
import { sessionUrl } from './session-url';

export type Db = PrismaClient;
/** The client itself or one transaction of it. */
export type DbTransaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** How long a transaction waits for a connection, and may last, ms: a crowd is served in turn. */
const PATIENCE_MS = 15_000;

/** Opens a pooled client. The connection is made at the first query; close it with `$disconnect()`. */
export function openDb(databaseUrl: string, { poolSize = 10 } = {}): Db {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: sessionUrl(databaseUrl), max: poolSize }),
    transactionOptions: { maxWait: PATIENCE_MS, timeout: PATIENCE_MS },
  });
}
