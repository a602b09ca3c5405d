import { type DestinationStream, type Logger, pino } from 'pino';
import type { Env } from '#jobs/env.server.ts';
import { traceIdHere } from '#jobs/ports/tracing.ts';

/**
 * The log of a process: a line of JSON for each event, with the trace that it belongs to where there is one. Whatever
 * says something, what the environment keeps secret is in no line.
 * @param out where the lines go; absent for standard output
 */
export function openLog(
  process: 'web' | 'worker',
  { LOG_LEVEL, secrets }: Pick<Env, 'LOG_LEVEL' | 'secrets'>,
  out?: DestinationStream,
): Logger {
  // As they stand in JSON, the longest first: one may be a part of another.
  const written = secrets
    .map((secret) => JSON.stringify(secret).slice(1, -1))
    .sort((one, other) => other.length - one.length);
  const streamWrite = (line: string) =>
    written.reduce((clean, secret) => clean.replaceAll(secret, '…'), line);
  const mixin = () => {
    const traceId = traceIdHere();
    return traceId ? { traceId } : {};
  };
  const options = { level: LOG_LEVEL, base: { process }, mixin, hooks: { streamWrite } };
  return out ? pino(options, out) : pino(options);
}
