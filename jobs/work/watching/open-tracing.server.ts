import type { Logger } from 'pino';
import type { Env } from '#jobs/env.server.ts';

/**
 * Traces what this process does, where the environment names somebody who listens; loads nothing otherwise.
 * @returns what sends the last spans, to be called before the process ends; never rejects
 */
export async function openTracing(
  env: Pick<Env, 'OTEL_EXPORTER_OTLP_ENDPOINT' | 'OTEL_EXPORTER_OTLP_HEADERS'>,
  service: 'storyshort-web' | 'storyshort-worker',
  log: Logger,
): Promise<() => Promise<void>> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = env;
  if (endpoint === null) return async () => {};
  const { startTracer } = await import('./otlp-tracer.server');
  return startTracer({ endpoint, headers }, service, log);
}
