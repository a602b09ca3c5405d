import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client';

export type Db = PrismaClient;
/** The client itself or one transaction of it. */
export type DbTransaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** How long a transaction waits for a connection, and may last, ms: a crowd is served in turn. */
const PATIENCE_MS = 15_000;

/** How long a transaction of ours may stand still before Postgres ends it, ms: less than a job's heartbeat. */
const STANDSTILL_MS = 6_000;

/** Opens a pooled client. The connection is made at the first query; close it with `$disconnect()`. */
export function openDb(databaseUrl: string, { poolSize = 10 } = {}): Db {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: sessionUrl(databaseUrl), max: poolSize }),
    transactionOptions: { maxWait: PATIENCE_MS, timeout: PATIENCE_MS },
  });
}

/**
 * The database's address for sessions that hold nothing from others for long: a process that stands still, or is cut off,
 * in the midst of a transaction would keep its locks, and whoever takes its work over would wait for it.
 */
export function sessionUrl(databaseUrl: string): string {
  const setting = `idle_in_transaction_session_timeout=${STANDSTILL_MS}`;
  return `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}${setting}`;
}
