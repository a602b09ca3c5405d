/** What a worker does with a job that comes to it: a video that may kill it is worked on alone, or not any more. */
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { untilBack } from '#jobs/db/away/until-back.server.ts';
import { readDeaths } from '#jobs/db/deaths/attempt-traces.server.ts';
import { endVideo, findVideo } from '#jobs/db/videos.server.ts';
import type { WorkerAbilities } from '#jobs/db/workers/worker-abilities.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import { deadlyFault, MOST_DEATHS } from '#jobs/story/film/deaths/worker-deaths.ts';
import { replaceJob, runAttempt } from '#jobs/work/attempts/run-attempt.server.ts';
import type { CrewNews } from '#jobs/work/crew/crew-news.server.ts';
import { isBetterElsewhere, rareVoices } from '#jobs/work/crew/fitting-worker.ts';
import { type ProcessVideo, processVideoSchema } from '#jobs/work/process-video.ts';
import { tracedAttempt } from '#jobs/work/watching/traced-job.server.ts';
import type { WorkLine } from './work-line';

/** How long a job that came while a suspect is worked on stays away, ms: another worker may take it. */
const LATER_MS = 1_000;
/** How often it is asked whether a suspect has got on, ms. */
const ASK_MS = 1_000;

/** What a worker takes videos with. */
interface Hand {
  workshop: Workshop;
  boss: PgBoss;
  line: WorkLine;
  crew: CrewNews;
  abilities: WorkerAbilities;
}

/**
 * Works on the job's video, or fails it where too many workers died of it. A suspect waits until it is alone; whatever
 * comes to this worker meanwhile goes back to the queue, as does a video whose voices another worker has and this one
 * lacks.
 * @throws as `runAttempt`
 */
export async function takeVideo(
  hand: Hand,
  job: JobWithMetadata<ProcessVideo>,
  shutdown: AbortSignal,
): Promise<void> {
  const { workshop, boss, line } = hand;
  const { videoId, ...past } = processVideoSchema.parse(job.data);
  const found = await untilBack(() => readDeaths(workshop.db, videoId), { signal: shutdown });
  const deaths = found?.deaths ?? 0;
  if (deaths >= MOST_DEATHS) return failDeadly(workshop, videoId);
  if (!shutdown.aborted && (line.isClosed || (await isForAnother(hand, videoId)))) {
    const again = { ...past, restMs: LATER_MS };
    return workshop.db.$transaction((tx) => replaceJob(boss, tx, job, again));
  }
  if (deaths > 0)
    workshop.log.warn({ videoId, deaths }, 'A worker died with this video in hand; it is made alone.');
  await line.among(deaths > 0, async (open) => {
    const stopAsking = deaths > 0 ? onceItGetsOn(workshop, videoId, open) : () => {};
    try {
      await tracedAttempt(job, () => runAttempt(workshop, boss, job, shutdown));
    } finally {
      stopAsking();
    }
  });
}

async function isForAnother({ workshop, crew, abilities }: Hand, videoId: string): Promise<boolean> {
  const others = (await crew.others()).map((other) => other.abilities);
  if (others.length === 0) return false;
  const video = await findVideo(workshop.db, videoId);
  return video !== null && isBetterElsewhere(rareVoices(video), abilities, others);
}

/** Fails a video that its workers die of, unless somebody decided otherwise meanwhile. */
async function failDeadly({ db, log }: Pick<Workshop, 'db' | 'log'>, videoId: string): Promise<void> {
  const isFailed = await db.$transaction(async (tx) => {
    const found = await readDeaths(tx, videoId);
    if (!found || found.deaths < MOST_DEATHS) return false;
    const fault = deadlyFault(found);
    const message = `The film could not be made: ${fault.message}`;
    return endVideo(tx, videoId, 'failed', { message, error: fault });
  });
  if (isFailed) log.error({ videoId }, 'Workers died of a video, one after the other; it was failed.');
}

/** Calls `gotOn` once more is made of the video than when its last worker died. @returns what ends the asking */
function onceItGetsOn(
  { db, log }: Pick<Workshop, 'db' | 'log'>,
  videoId: string,
  gotOn: () => void,
): () => void {
  const timer = setInterval(() => {
    readDeaths(db, videoId)
      .then((found) => {
        if (found?.deaths !== 0) return;
        clearInterval(timer);
        gotOn();
      })
      .catch((error: unknown) => log.warn({ err: error }, 'A suspect could not be looked after.'));
  }, ASK_MS);
  return () => clearInterval(timer);
}
