/** A worker's life: takes videos from the queue and makes their films until it is asked to stop. */
import type { Attempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { untilBack } from '#jobs/db/away/until-back.server.ts';
import { openDb } from '#jobs/db/client.server.ts';
import { tellLanguages } from '#jobs/db/shelved-language.server.ts';
import { beatWorker, endWorker, listWorkers, THIS_WORKER } from '#jobs/db/workers/workers.server.ts';
import { type Env, requireDatabaseUrl } from '#jobs/env.server.ts';
import { planContext } from '#jobs/making/plan-context.server.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import { openLocalVoices } from '#jobs/providers/local-voices.server.ts';
import { openInspector } from '#jobs/render/inspection/film-inspector.server.ts';
import { FFMPEG_POSTS } from '#jobs/render/posts/post-maker.server.ts';
import { openStorage } from '#jobs/storage/open-storage.server.ts';
import { AttemptEnded } from '#jobs/story/film/fault.ts';
import { advanceBatches } from './batches/advance-batch.server';
import { startBoss } from './boss.server';
import { FilmChecksDuty } from './checking/film-checks-duty.server';
import { abilitiesOf } from './crew/abilities.server';
import { CrewNews } from './crew/crew-news.server';
import { openTaker } from './crew/open-taker.server';
import { SentErrands } from './crew/sent-errands.server';
import { openErrandQueues } from './crew/take-errands.server';
import { findTrouble } from './crew/worker-trouble.server';
import { sweepDeleted } from './delete-videos.server';
import { every } from './duties/regular-duty.server';
import { advanceFamilies } from './families/advance-families.server';
import type { openWorkshop } from './open-workshop.server';
import { PostDuty } from './posting/post-duty.server';
import { closeAbandonedCalls, requeueOrphans, superviseJobs, sweepFiles } from './reconcile.server';
import { openLog } from './watching/house-log.server';
import { openTracing } from './watching/open-tracing.server';

const BEAT_MS = 10_000;
/** How quickly a job whose worker died is noticed once its heartbeat is overdue. */
const SUPERVISE_MS = 1000;
const RECONCILE_MS = 15_000;
/** How often files are looked for that have no row, in a bucket: on their way there they may be minutes older than theirs. */
const BUCKET_SWEEP_MS = 600_000;
/** How often is looked for what killed attempts left half written: it may be what fills the disk. */
const SWEEP_MS = 60_000;
/** How often calls of dead workers are looked for: others wait for their places. */
const ABANDONED_MS = 3_000;
/** How often videos are looked at that wait for another one of their order, ms. */
const FAMILIES_MS = 3_000;
/** How often is looked for finished films that nobody has looked at, ms. */
const CHECKS_MS = 3_000;
/** How often is looked for files that somebody waits for, and for films without covers, ms. */
const POSTS_MS = 1_500;
/** What a shutdown may take before the process ends all the same, ms. */
const DRAIN_MS = 15_000;

/**
 * Works until the process is asked to end, then ends it. Tells the process that started it when it is ready.
 * @param open opens the machine's workshop.
 * @throws EnvError, or whatever keeps the worker from starting.
 */
export async function runWorker(env: Env, open: typeof openWorkshop): Promise<void> {
  const databaseUrl = requireDatabaseUrl(env);
  const log = openLog('worker', env);
  const closeTracing = await openTracing(env, 'storyshort-worker', log);
  const shutdown = new AbortController();
  const stopAsked = stopRequest();

  const db = openDb(databaseUrl);
  const storage = await openStorage(env);
  const boss = await startBoss(databaseUrl, 'worker', log);
  const { workshop: own, close: closeWorkshop } = await open({ env, db, storage, log, isReady: true });
  const voices = await (await openLocalVoices(env.DATA_DIR))();
  const abilities = abilitiesOf(
    own,
    voices.map(({ name }) => name),
  );
  const crew = new CrewNews(db, THIS_WORKER, abilities);
  const errandsOf = (attempt: Attempt) => new SentErrands(own, boss, { crew, attempt, takesErrands });
  const workshop: Workshop = { ...own, errandsOf };
  const { taker, takesErrands } = openTaker({
    env,
    workshop,
    boss,
    crew,
    abilities,
    shutdown: shutdown.signal,
  });

  let drained = () => {};
  const isDrained = new Promise<void>((resolve) => {
    drained = resolve;
  });
  const beat = async () => {
    const trouble = await findTrouble({ db, storage });
    const { version: renderer } = workshop.renderer;
    const { inHand } = taker;
    const { isDraining } = await beatWorker(db, THIS_WORKER, { renderer, abilities, inHand, trouble });
    // Alone it tries: its videos say what stands in the way.
    taker.set('trouble', trouble !== null && (await crew.others()).length > 0);
    taker.set('drain', isDraining);
    if (isDraining && taker.inHand === 0) drained();
  };
  await untilBack(beat);
  // Those who are seen keep their queues.
  await untilBack(async () => openErrandQueues(boss, abilities, await listWorkers(db)));

  const inspector = openInspector();
  const checks = new FilmChecksDuty({ db, storage, inspector, log, signal: shutdown.signal });
  const posts = new PostDuty({
    ...{ db, storage, maker: FFMPEG_POSTS, signer: own.signer, log, signal: shutdown.signal },
    context: planContext(own.providers, own.renderer.version),
  });
  let ownerless = new Set<string>();
  const timers = [
    every(BEAT_MS, log, beat),
    every(SUPERVISE_MS, log, superviseJobs({ db, boss })),
    every(ABANDONED_MS, log, () => closeAbandonedCalls({ db, boss })),
    every(FAMILIES_MS, log, () => advanceFamilies({ db, boss }, log)),
    every(SWEEP_MS, log, () => storage.sweep()),
    every(CHECKS_MS, log, () => checks.round(taker.inHand === 0)),
    every(POSTS_MS, log, () => posts.round(taker.inHand === 0)),
    every(RECONCILE_MS, log, async () => {
      await requeueOrphans({ db, boss, log });
      await advanceBatches({ db, boss, storage }, log);
      await sweepDeleted({ db, storage });
      await tellLanguages(db);
    }),
    every(env.STORAGE_URL ? BUCKET_SWEEP_MS : RECONCILE_MS, log, async () => {
      ownerless = await sweepFiles({ db, storage }, ownerless);
    }),
  ];
  await taker.start();
  log.info({ concurrency: env.WORKER_CONCURRENCY }, 'The worker is ready.');
  process.send?.({ type: 'ready' });

  const isDone = await Promise.race([stopAsked.then(() => false), isDrained.then(() => true)]);
  log.info(
    isDone
      ? 'The worker ends: it was asked to, and has finished what it had in hand.'
      : 'The worker is stopping: finished assets are kept, unfinished videos go back to the queue.',
  );
  setTimeout(() => process.exit(1), DRAIN_MS).unref();
  // What is under way ends first: no call is waited for or paid a moment longer than it must be.
  shutdown.abort(new AttemptEnded('shutdown'));
  for (const timer of timers) clearInterval(timer);
  taker.set('end', true);
  await taker.switched();
  await Promise.all([taker.settled(), checks.ended(), posts.ended()]);
  await inspector.close();
  // A database that is away learns it from the silence.
  const sayGoodbye = async () => {
    await boss.stop({ graceful: true, timeout: 5000 });
    await endWorker(db, THIS_WORKER);
  };
  await sayGoodbye().catch((error: unknown) =>
    log.warn({ err: error }, 'The worker ends without a goodbye.'),
  );
  await closeTracing();
  await closeWorkshop();
  await db.$disconnect();
  if (isDone) process.send?.({ type: 'done' });
  process.exit(0);
}

/** Resolves when the process is asked to end: by a signal, or by the end of the process that started it. */
function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGTERM', () => resolve());
    process.on('SIGINT', () => resolve());
    process.on('disconnect', () => resolve());
  });
}
