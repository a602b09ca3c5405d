/** What a thread does that looks at finished films: with the least priority, since nobody waits for it. */
import { constants, setPriority } from 'node:os';
import type { MessagePort } from 'node:worker_threads';
import type { FilmMeasures, FilmToInspect } from '#jobs/story/film/checks/film-measures.ts';
import { type Fault, toFault } from '#jobs/story/film/fault.ts';
import { measureFilm } from './measure-film.server';

/** A film to be looked at. */
export interface InspectionTask {
  film: FilmToInspect;
  /**
   * Is told which process reads the film, null for none, so that it can be ended where this thread gets no time to;
   * tells by any message that nobody wants to know any more.
   */
  port: MessagePort;
}

/** A fault crosses the thread's border as a value, because errors lose their own fields on the way. */
export type InspectionOutcome = { ok: true; measures: FilmMeasures } | { ok: false; fault: Fault };

// Linux gives a priority to each thread, and programs begin with that of the thread that starts them. Elsewhere it would
// be the whole worker's, which has a low one already.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

export default async function inspect({ film, port }: InspectionTask): Promise<InspectionOutcome> {
  const stop = new AbortController();
  port.on('message', () => stop.abort());
  try {
    const onProcess = (pid: number | null) => port.postMessage(pid);
    return { ok: true, measures: await measureFilm(film, { signal: stop.signal, onProcess }) };
  } catch (thrown) {
    return { ok: false, fault: toFault(thrown) };
  } finally {
    port.close();
  }
}
