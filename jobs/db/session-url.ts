/** How long a transaction of ours may stand still before Postgres ends it, ms: less than a job's heartbeat. */
const STANDSTILL_MS = 6_000;

/**
 * The database's address for sessions that hold nothing from others for long: a process that stands still, or is cut off,
 * in the midst of a transaction would keep its locks, and whoever takes its work over would wait for it.
 */
export function sessionUrl(databaseUrl: string): string {
  const setting = `idle_in_transaction_session_timeout=${STANDSTILL_MS}`;
  return `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}${setting}`;
}
