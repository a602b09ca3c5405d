/** Events as a stream that browsers and programs follow: https://html.spec.whatwg.org/multipage/server-sent-events.html */

export interface StreamedEvent {
  /** Where whoever was cut off goes on from. */
  id: string;
  type: string;
  data: unknown;
}

export const EVENT_STREAM_TYPE = 'text/event-stream';

/** Proxies take a connection for dead on which nothing is said for a minute, ms. */
const BREATH_MS = 15_000;
/** After how long whoever was cut off comes again, ms. */
const AGAIN_MS = 3000;

/** An event as it is sent; JSON has no line breaks in it. */
export function eventText({ id, type, data }: StreamedEvent): string {
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

/**
 * Sends events as they come, and something now and then while none do. It ends with them, also where they end by a
 * fault: whoever follows comes again and hears what is wrong.
 * @param onEnd called once, with the fault where there is one
 */
export function eventStream(
  events: AsyncIterable<StreamedEvent>,
  onEnd: (fault: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const source = events[Symbol.asyncIterator]();
  let breath: NodeJS.Timeout | undefined;
  const end = (fault: unknown = null) => {
    clearInterval(breath);
    onEnd(fault);
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: ${AGAIN_MS}\n\n`));
      breath = setInterval(() => {
        // Who does not read what there is needs no more.
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(':\n\n'));
      }, BREATH_MS);
    },
    async pull(controller) {
      try {
        const { value, done } = await source.next();
        if (!done) return controller.enqueue(encoder.encode(eventText(value)));
        end();
      } catch (fault) {
        end(fault);
      }
      controller.close();
    },
    async cancel() {
      end();
      await source.return?.();
    },
  });
}
