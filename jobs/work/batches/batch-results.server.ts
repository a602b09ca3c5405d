/** What a batch has made, in one zip. */
import type { Readable } from 'node:stream';
import { listItems, readItemCosts } from '#jobs/db/batches/batch-items.server.ts';
import { findBatch } from '#jobs/db/batches/batches.server.ts';
import { filmName, type ReportedItem, reportJson, reportTable } from '#jobs/story/batch/batch-report.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { zipStream } from '#jobs/work/handoff/zip-out.server.ts';
import { batchNotFound } from './batch-commands.server';

/** A mark by which programs that open the table know its letters. */
const UTF_8_MARK = '\u{feff}';

/**
 * The films that are there, numbered as their stories were, with a report of all of them as `report.csv` and
 * `report.json`. Films are read as they are sent.
 * @throws StoryError `batch_not_found`
 */
export async function packResults(
  { db, storage }: Pick<Backend, 'db' | 'storage'>,
  batchId: string,
): Promise<{ stream: Readable; name: string }> {
  const batch = await findBatch(db, batchId);
  if (!batch) throw batchNotFound();
  const [items, costs] = await Promise.all([listItems(db, batchId), readItemCosts(db, batchId)]);
  const reported = items.map(({ position, title, state, videoId, facts, durationMs }): ReportedItem => {
    const costUsd = costs.get(position) ?? 0;
    const fault = facts?.error ?? null;
    return {
      position,
      title,
      state,
      videoId,
      fault,
      durationMs: state === 'ready' ? durationMs : null,
      costUsd,
    };
  });
  const films = items.flatMap((item) => {
    const { state, filmKey } = item;
    if (state !== 'ready' || filmKey === null) return [];
    return [{ path: filmName(item, items.length), file: () => storage.localPath(filmKey) }];
  });
  const stream = zipStream([
    { path: 'report.csv', text: () => `${UTF_8_MARK}${reportTable(reported)}` },
    { path: 'report.json', text: () => reportJson({ id: batch.id, name: batch.name }, reported) },
    ...films,
  ]);
  return { stream, name: batch.name };
}
