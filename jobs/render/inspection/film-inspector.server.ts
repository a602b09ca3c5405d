/** Looks at finished films in a thread of its own, so that neither a film in the making nor the queue waits. */
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { FilmInspector } from '#jobs/ports/film-inspector.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import type { InspectionOutcome, InspectionTask } from './inspection-thread';

/** How long the thread stays when it has nothing to do, ms. */
const IDLE_MS = 20_000;

/** The thread starts with the first film, and ends when there is none for a while. */
export function openInspector(): FilmInspector {
  const pool = new Piscina({
    filename: new URL('./inspection-thread.ts', import.meta.url).href,
    execArgv: ['--import', TYPESCRIPT_LOADER],
    ...{ minThreads: 0, maxThreads: 1, idleTimeout: IDLE_MS },
  });
  return {
    inspect: async (film, signal) => {
      signal.throwIfAborted();
      const { port1: ours, port2: theirs } = new MessageChannel();
      let reader: number | null = null;
      ours.on('message', (pid: number | null) => {
        reader = pid;
      });
      const task: InspectionTask = { film, port: theirs };
      const work: Promise<InspectionOutcome> = pool.run(task, { transferList: [theirs] });
      let stop = () => {};
      // The thread is not waited for: with its priority it may be long until it hears of it.
      const aborted = new Promise<never>((_resolve, reject) => {
        stop = () => {
          ours.postMessage('stop');
          if (reader !== null) endProcess(reader);
          reject(signal.reason);
        };
      });
      signal.addEventListener('abort', stop, { once: true });
      try {
        const outcome = await Promise.race([work, aborted]);
        if (!outcome.ok) throw new StoryError(outcome.fault);
        return outcome.measures;
      } finally {
        signal.removeEventListener('abort', stop);
        ours.close();
        // What becomes of it after that concerns nobody.
        work.catch(() => undefined);
      }
    },
    close: () => pool.destroy(),
  };
}

/** Ends a program of ours, unless it has ended already. */
function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ESRCH') throw thrown;
  }
}
