/** A batch that is followed until nothing more becomes of any of its stories. */
import { setTimeout as delay } from 'node:timers/promises';
import type { BatchAnswer } from '#bin/client/api-client.ts';
import type { Desk } from '#bin/storyshort/command.ts';
import { CommandFault } from '#bin/storyshort/command-fault.ts';
import { isPassing } from '#bin/storyshort/passing-trouble.ts';
import { isItemOver } from '#jobs/story/batch/item-state.ts';
import { FetchedFilms } from './fetched-films';

const POLL_MS = 3000;

/**
 * Tells each change, and fetches each film once.
 * @param folder where films and report are put; null for nowhere
 * @throws CommandFault where the waiting was stopped, or the site was away for too long
 */
export async function followBatch(desk: Desk, batchId: string, folder: string | null): Promise<BatchAnswer> {
  const films = folder === null ? null : new FetchedFilms(folder);
  let last = '';
  let troubles = 0;
  for (;;) {
    const batch = await desk.older.batch(batchId).catch((error: unknown) => {
      troubles += 1;
      if (desk.stopped.aborted) throw stoppedFault(desk, batchId);
      if (!isPassing(error, troubles)) throw error;
      return null;
    });
    if (batch) {
      troubles = 0;
      const line = batchLine(batch);
      if (line !== last) desk.say(`${new Date().toISOString().slice(11, 19)}  ${line}`);
      last = line;
      await films?.fetch(desk, batch);
      if (batch.items.every(({ state }) => isItemOver(state))) return batch;
    }
    await delay(POLL_MS, undefined, { signal: desk.stopped }).catch(() => {
      throw stoppedFault(desk, batchId);
    });
  }
}

/** How far a batch is, in a line. Pure. */
export function batchLine({
  state,
  counts,
  trouble,
}: Pick<BatchAnswer, 'state' | 'counts' | 'trouble'>): string {
  const { stories, ...rest } = counts;
  const told = Object.entries(rest)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`);
  return `${state}: ${told.join(', ')} of ${stories}${trouble ? `. ${trouble.message} ${trouble.hint}` : ''}`;
}

function stoppedFault(desk: Desk, batchId: string): CommandFault {
  return new CommandFault('stopped', {
    code: 'stopped',
    message: 'Nobody waits here any more; the films are being made all the same.',
    hint: `Come back to them: ${desk.callOf(`batch --batch ${batchId}`)}\nStop them: ${desk.connection.urlOf(`/batches/${batchId}`)}`,
  });
}
