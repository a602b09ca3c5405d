/** Makes films of the usual stories with a real worker, and tells what one costs. */
import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { readMakingTimes } from '#jobs/db/making-times.server.ts';
import { ratesOf } from '#jobs/story/storyboard/making-rates.ts';
import { CONCURRENCY } from '#tests/tools/scaling/assumptions.ts';
import { costsSchema, type MeasuredCosts } from '#tests/tools/scaling/measured-costs.ts';
import { USUAL_STORIES } from '#tests/tools/scaling/usual-stories.ts';
import type { StorageCounts } from './counting-storage';
import { MeasuredHouse } from './measured-house';
import { type DatabaseWork, workBetween } from './postgres-account';
import { processorSeconds } from './processor-seconds';

/** How much is measured. */
export interface MeasureSize {
  /** Films made one after the other, the first one of the worker, which is not counted, besides. */
  films: number;
  /** Films ordered at once afterwards. */
  backlog: number;
  /** How long a worker at rest is looked at, s. */
  restS: number;
}

export async function measureCosts(
  { films, backlog, restS }: MeasureSize,
  say: (text: string) => void,
): Promise<MeasuredCosts> {
  const house = await MeasuredHouse.open(CONCURRENCY);
  try {
    const { account, worker } = house;
    let ordered = 0;
    const order = () => {
      const story = USUAL_STORIES[ordered++ % USUAL_STORIES.length];
      if (!story) throw new Error('There is no sample story.');
      return house.order(story);
    };
    say('a first film, which is not counted…');
    await house.untilMade([await order()]);
    let sessions = 0;
    const begun = await account.read();
    const begunAt = performance.now();
    const begunCounts = await house.storageCounts();
    const begunCpuS = processorSeconds(worker.pid);
    const ids: string[] = [];
    for (let made = 0; made < films; made += 1) {
      say(`film ${made + 1} of ${films}…`);
      const id = await order();
      ids.push(id);
      await house.untilMade([id]);
      sessions = Math.max(sessions, await account.sessions());
    }
    const withRest = workBetween(begun, await account.read(), films);
    const eachS = (performance.now() - begunAt) / 1000 / films;
    const workerCpuS = (processorSeconds(worker.pid) - begunCpuS) / films;
    const storage = countsBetween(begunCounts, await house.storageCounts(), films);

    say(`${backlog} films at once…`);
    const backlogAt = performance.now();
    const many: string[] = [];
    for (let count = 0; count < backlog; count += 1) many.push(await order());
    await house.untilMade(many);
    const tookS = (performance.now() - backlogAt) / 1000;
    sessions = Math.max(sessions, await account.sessions());

    say(`a worker at rest, ${restS} s…`);
    const resting = await account.read();
    await delay(restS * 1000);
    const atRest = workBetween(resting, await account.read(), restS);
    const commitsPerS = await account.commitsPerS();
    say('their sound by itself…');
    for (const id of ids) await house.mixAgain(id);
    const measured = await Promise.all(ids.map((id) => filmOf(house, id)));
    return costsSchema.parse({
      at: new Date().toISOString().slice(0, 10),
      cores: availableParallelism(),
      films: measured,
      workerCpuS,
      database: withoutRest(withRest, atRest, eachS),
      atRest,
      connections: sessions,
      commitsPerS,
      ...storage,
      backlog: { films: backlog, concurrency: CONCURRENCY, tookS },
    });
  } finally {
    await house.close();
  }
}

/** What rows tell of a film's making. */
async function filmOf({ db }: MeasuredHouse, videoId: string): Promise<MeasuredCosts['films'][number]> {
  const { createdAt, durationMs, scenes, takes, versions, calls } = await db.video.findUniqueOrThrow({
    where: { id: videoId },
    include: {
      scenes: { orderBy: { position: 'asc' } },
      takes: true,
      calls: true,
      versions: { orderBy: { number: 'asc' } },
    },
  });
  const lengthS = (durationMs ?? 0) / 1000;
  const rates = ratesOf(await readMakingTimes(db, videoId, []));
  const script = calls.find(({ kind }) => kind === 'script');
  const secondsOf = (sceneId: string, kind: string) => {
    const take = takes.find((one) => one.sceneId === sceneId && one.kind === kind);
    return take?.tookMs == null ? null : take.tookMs / 1000;
  };
  const [made, mixedAgain] = versions;
  const told = scenes.map(({ id }) => ({
    // Scenes that say the same share a take.
    voiceS: secondsOf(id, 'voice') ?? 0,
    pictureS: secondsOf(id, 'picture'),
    segmentS: secondsOf(id, 'segment') ?? 0,
  }));
  const [first, ...others] = told;
  if (!first || !script?.endedAt || !made) throw new Error('A film was made of which rows do not tell.');
  return {
    lengthS,
    tookS: (made.at.getTime() - createdAt.getTime()) / 1000,
    scriptS: (script.endedAt.getTime() - script.startedAt.getTime()) / 1000,
    soundS:
      mixedAgain?.musicMs != null && mixedAgain.soundMs != null
        ? (mixedAgain.musicMs + mixedAgain.soundMs) / 1000
        : (rates.music + rates.sound) * lengthS,
    joinS: (made.tookMs ?? 0) / 1000,
    scenes: [first, ...others],
  };
}

/** What a film took of the database, without what its worker asks at rest in that time. */
function withoutRest(film: DatabaseWork, atRest: DatabaseWork, seconds: number): DatabaseWork {
  const of = (name: keyof DatabaseWork) => Math.max(0, film[name] - atRest[name] * seconds);
  return {
    statements: of('statements'),
    queueStatements: of('queueStatements'),
    commits: of('commits'),
    cpuS: of('cpuS'),
  };
}

function countsBetween(
  before: StorageCounts,
  after: StorageCounts,
  each: number,
): Pick<MeasuredCosts, 'stored' | 'looks'> {
  const kinds = ['script', 'voice', 'picture', 'segment', 'sound', 'film'] as const;
  const stored = Object.fromEntries(
    kinds.map((kind) => {
      const [from, to] = [before.stored[kind], after.stored[kind]];
      const files = ((to?.files ?? 0) - (from?.files ?? 0)) / each;
      const bytes = ((to?.bytes ?? 0) - (from?.bytes ?? 0)) / each;
      return [kind, { files, bytes }];
    }),
  ) as MeasuredCosts['stored'];
  return { stored, looks: (after.looks - before.looks) / each };
}
