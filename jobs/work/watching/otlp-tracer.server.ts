/** Sends this process's spans by OTLP over HTTP. Loaded only where somebody listens. */
import { setTimeout as delay } from 'node:timers/promises';
import { context, ProxyTracerProvider, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import { TRACER } from '#jobs/ports/tracing.ts';

/** How long the last spans may take when the process ends, ms: a site is ended by force soon after. */
const LAST_SPANS_MS = 1500;
/** How long one sending may take with all its tries, ms. */
const SENDING_MS = 10_000;
/** Code of a result that arrived, see OpenTelemetry's `ExportResultCode`. */
const ARRIVED = 0;

/**
 * Begins to send spans, a few seconds after they ended. What cannot be sent is lost, and costs nothing else.
 * @param endpoint without the path of traces
 * @returns what sends the last ones and ends it
 */
export function startTracer(
  { endpoint, headers }: { endpoint: string; headers: Record<string, string> },
  service: string,
  log: Logger,
): () => Promise<void> {
  const exporter = new OTLPTraceExporter({
    ...{ url: `${endpoint}/v1/traces`, headers, timeoutMillis: SENDING_MS },
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'storyshort' }),
    spanProcessors: [new BatchSpanProcessor({ exporter: tellingOfLoss(exporter, log) })],
  });
  const manager = new AsyncLocalStorageContextManager().enable();
  context.setGlobalContextManager(manager);
  // Libraries find the provider too, and tell what they like: the queue's repeats errors in their own words.
  const nobody = new ProxyTracerProvider();
  trace.setGlobalTracerProvider({
    getTracer: (name, ...rest) => (name === TRACER ? provider : nobody).getTracer(name, ...rest),
  });
  return async () => {
    trace.disable();
    context.disable();
    const sent = provider.shutdown().catch(() => {});
    await Promise.race([sent, delay(LAST_SPANS_MS, undefined, { ref: false })]);
  };
}

/** The same exporter; says once that spans do not arrive, and again only after they did. */
function tellingOfLoss(exporter: SpanExporter, log: Logger): SpanExporter {
  let isTold = false;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const isLost = result.code !== ARRIVED;
        if (isLost && !isTold)
          log.warn(
            { why: result.error?.message },
            'Traces do not arrive where OTEL_EXPORTER_OTLP_ENDPOINT says; films are made without them.',
          );
        isTold = isLost;
        done(result);
      }),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  };
}
