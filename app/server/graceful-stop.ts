/** Stopping without dropping what is under way. */
import type { Server } from 'node:http';

/**
 * Stops listening, lets running requests finish, and then cuts what is left.
 * @param patienceMs how long running requests may take.
 */
export async function closeServer(server: Server, patienceMs = 3000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearTimeout(impatience);
}

/** Calls `stop` once, at the first SIGTERM, SIGINT or loss of the parent process. */
export function onStopRequest(stop: (reason: string) => void): void {
  let isStopping = false;
  const once = (reason: string) => () => {
    if (isStopping) return;
    isStopping = true;
    stop(reason);
  };
  process.on('SIGTERM', once('SIGTERM'));
  process.on('SIGINT', once('SIGINT'));
  process.on('disconnect', once('disconnect'));
}
