import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import { untilBack } from '#jobs/db/away/until-back.server.ts';
import { sessionUrl } from '#jobs/db/client.server.ts';
import { AUDITION, AUDITION_POLICY } from './audition-queue';
import {
  PROCESS_VIDEO,
  PROCESS_VIDEO_DEAD,
  PROCESS_VIDEO_DEAD_POLICY,
  PROCESS_VIDEO_POLICY,
} from './process-video';
import { PUBLISH, PUBLISH_POLICY } from './publishing/publishing-queue';
import { WEBHOOK, WEBHOOK_POLICY } from './webhooks/webhook-queue';

/** How long a database that is away when the process starts is waited for, ms. */
const START_PATIENCE_MS = 15_000;

/**
 * Starts pg-boss on a database and makes sure that the queues exist.
 * @param role `sender` only enqueues (the web); `worker` also listens for new jobs, and is to be supervised, see
 *   `superviseJobs`.
 */
export function startBoss(databaseUrl: string, role: 'sender' | 'worker', log: Logger): Promise<PgBoss> {
  return untilBack(() => tryStart(databaseUrl, role, log), { patienceMs: START_PATIENCE_MS });
}

async function tryStart(databaseUrl: string, role: 'sender' | 'worker', log: Logger): Promise<PgBoss> {
  const isWorker = role === 'worker';
  const boss = new PgBoss({
    connectionString: sessionUrl(databaseUrl),
    application_name: `storyshort-${role}`,
    max: isWorker ? 6 : 3,
    schedule: false,
    supervise: false,
    useListenNotify: isWorker,
    // How quickly a job whose worker died is noticed once its heartbeat is overdue, s.
    monitorIntervalSeconds: 1,
    superviseIntervalSeconds: 1,
  });
  // Without a listener a dropped connection would end the process; pg-boss reconnects by itself.
  boss.on('error', (error) => {
    if (isDatabaseAway(error)) log.warn({ why: error.message }, 'The queue waits for the database.');
    else log.error({ err: error }, 'The queue reported a fault.');
  });
  try {
    await boss.start();
    await boss.createQueue(PROCESS_VIDEO_DEAD, PROCESS_VIDEO_DEAD_POLICY);
    await boss.createQueue(PROCESS_VIDEO, PROCESS_VIDEO_POLICY);
    // One that an older StoryShort made is held to what this one wants; its policy has never changed.
    const { policy: _policy, ...wanted } = PROCESS_VIDEO_POLICY;
    await boss.updateQueue(PROCESS_VIDEO, wanted);
    await boss.createQueue(AUDITION, AUDITION_POLICY);
    await boss.createQueue(WEBHOOK, WEBHOOK_POLICY);
    await boss.createQueue(PUBLISH, PUBLISH_POLICY);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw error;
  }
}
