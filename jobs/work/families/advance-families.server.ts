/**
 * Lets videos begin that waited for another one of their order, and tells those for which that will not come. What is to
 * be done follows from the rows, and each is done in one transaction under the video's lock: whoever dies in between
 * leaves nothing half done, and several workers at once do nothing twice.
 */
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { endWaiting, listWaiting, lockFollower } from '#jobs/db/families/families.server.ts';
import { endVideo, findVideo, reopenVideo } from '#jobs/db/videos.server.ts';
import { aheadEndedFault, nextMove } from '#jobs/story/formats/next-move.ts';
import { sendJob } from '#jobs/work/commands.server.ts';

/** One look at all that wait. What fails for one is left to the next look. */
export async function advanceFamilies(
  { db, boss }: { db: Db; boss: PgBoss },
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  for (const videoId of await listWaiting(db)) {
    try {
      // One that hopes again may begin at once.
      while (await db.$transaction((tx) => makeMove(boss, tx, videoId)));
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      log.warn({ err: error, videoId }, 'A video that waits could not be looked at; it will be tried again.');
    }
  }
}

/** @returns whether there may be more to do */
async function makeMove(boss: PgBoss, tx: DbTransaction, videoId: string): Promise<boolean> {
  const waiting = await lockFollower(tx, videoId);
  if (!waiting?.waits) return false;
  switch (nextMove(waiting)) {
    case 'begin':
      await endWaiting(tx, videoId, { alone: false });
      await sendJob(boss, tx, videoId);
      return false;
    case 'give-up': {
      const error = aheadEndedFault(waiting.aheadId === null);
      await endVideo(tx, videoId, 'failed', { message: error.message, error });
      return false;
    }
    case 'hope': {
      const video = await findVideo(tx, videoId);
      return (
        video !== null && reopenVideo(tx, video, 'The film that it waits for is taken up again.', 'person')
      );
    }
    case 'wait':
      return false;
  }
}
