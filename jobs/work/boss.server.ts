import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { sessionUrl } from '#jobs/db/session-url.ts';
import { AUDITION, AUDITION_POLICY } from './audition-queue';
import {
  PROCESS_VIDEO,
  PROCESS_VIDEO_DEAD,
  PROCESS_VIDEO_DEAD_POLICY,
  PROCESS_VIDEO_POLICY,
} from './process-video';

/**
 * Starts pg-boss on a database and makes sure that the queues exist.
 * @param role `sender` only enqueues (the web); `worker` also watches over retries, heartbeats and
 *   maintenance, and listens for new jobs.
 */
export async function startBoss(
  databaseUrl: string,
  role: 'sender' | 'worker',
  log: Logger,
): Promise<PgBoss> {
  const isWorker = role === 'worker';
  const boss = new PgBoss({
    connectionString: sessionUrl(databaseUrl),
    application_name: `storyshort-${role}`,
    max: isWorker ? 6 : 3,
    schedule: false,
    supervise: isWorker,
    useListenNotify: isWorker,
    // How quickly a job whose worker died is noticed once its heartbeat is overdue, s.
    monitorIntervalSeconds: 1,
    superviseIntervalSeconds: 1,
  });
  // Without a listener a dropped connection would end the process; pg-boss reconnects by itself.
  boss.on('error', (error) => log.error({ err: error }, 'The queue reported a fault.'));
  await boss.start();
  await boss.createQueue(PROCESS_VIDEO_DEAD, PROCESS_VIDEO_DEAD_POLICY);
  await boss.createQueue(PROCESS_VIDEO, PROCESS_VIDEO_POLICY);
  await boss.createQueue(AUDITION, AUDITION_POLICY);
  return boss;
}
