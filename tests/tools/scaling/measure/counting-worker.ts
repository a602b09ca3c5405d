/** The worker as `npm run jobs` starts it, but that it tells, when it is asked, what it asked of the storage. */
import { readEnv } from '#jobs/env.server.ts';
import { lowerPriority } from '#jobs/threads/lower-priority.server.ts';
import { openWorkshop } from '#jobs/work/open-workshop.server.ts';
import { runWorker } from '#jobs/work/run-worker.server.ts';
import { countingStorage } from './counting-storage';

lowerPriority();
await runWorker(readEnv(), (parts) => {
  const { storage, counts } = countingStorage(parts.storage);
  process.on('message', () => process.send?.({ type: 'counts', counts }));
  return openWorkshop({ ...parts, storage });
});
