/**
 * `npm run make -- story.txt -o film.mp4`: a film without a page, by the same queue, worker and pipeline, with
 * a progress bar. Brings a worker for the time; one that runs already on the same data shares the work.
 */
import { randomUUID } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { untilBack } from '#jobs/db/away/until-back.server.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { readEnv } from '#jobs/env.server.ts';
import { isConfigured } from '#jobs/ports/engine-overview.ts';
import { openLocalVoices } from '#jobs/providers/local-voices.server.ts';
import { findEspeak } from '#jobs/providers/system/espeak.server.ts';
import { openStorage } from '#jobs/storage/open-storage.server.ts';
import { isFinished, progressOf, stageOf } from '#jobs/story/film/status.ts';
import { factsOf, type Video } from '#jobs/story/film/video.ts';
import { readDraft, type StoryDraft } from '#jobs/story/order/draft.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { flagsOf, usageOf } from '#jobs/story/order/option-usage.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import { cancelVideo, submitVideo } from '#jobs/work/commands.server.ts';
import { offeredEngines } from '#jobs/work/offered-engines.ts';
import { acquireDatabase } from './database/database';
import { failClearly } from './host/fail-clearly';
import { ProgressBar } from './host/progress-bar';
import { stopRequest } from './host/stop-request';
import { workerService } from './host/worker-service';

const USAGE = `Usage: npm run make -- <story.txt> [-o <film.mp4>] [options]
${usageOf(OPTIONS)}
`;
const FLAGS = flagsOf(OPTIONS);

interface Order {
  draft: StoryDraft;
  outFile: string;
}

async function main(): Promise<void> {
  const order = await readOrder();
  const env = readEnv();
  const log = pino({ level: 'warn' });
  const database = await acquireDatabase(env);
  const db = openDb(database.url);
  const boss = await startBoss(database.url, 'sender', log);
  const storage = await openStorage(env);
  const worker = workerService(env, database.url, { LOG_LEVEL: 'error' });
  const close = async () => {
    await worker.stop();
    await boss.stop({ graceful: false });
    await db.$disconnect();
    await database.release();
  };
  try {
    await worker.start();
    // Under a key of its own it is one film, however often it has to be sent.
    const key = randomUUID();
    const { videoId } = await untilBack(() => submitVideo({ db, boss }, order.draft, key));
    stopRequest().then(() => cancelVideo({ db }, videoId).catch(() => {}));
    const video = await follow(db, videoId);
    if (video.status !== 'completed' || !video.filmKey) throw new Error(stageOf(factsOf(video)));
    await copyFile(await storage.localPath(video.filmKey), order.outFile);
    process.stdout.write(`${order.outFile}\n`);
  } finally {
    await close();
  }
  process.exit(0);
}

async function readOrder(): Promise<Order> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', short: 'o' },
      ...Object.fromEntries(FLAGS.map(({ flag }) => [flag, text])),
    },
  });
  const [storyFile] = positionals;
  if (!storyFile || positionals.length > 1) throw new Error(USAGE);
  const story = await readFile(storyFile, 'utf8').catch(() => {
    throw new Error(`The story ${storyFile} cannot be read. Give the path of a text file.\n\n${USAGE}`);
  });
  const { out, ...given } = values as Record<string, string | undefined>;
  const fields = Object.fromEntries(FLAGS.map(({ flag, field }) => [field, given[flag]]));
  const env = readEnv();
  const engines = offeredEngines(env.providers, env.lambda);
  const checked = readDraft(
    { ...fields, story },
    {
      speech: {
        espeakLanguages: (await findEspeak())?.readable ?? [],
        localVoices: await (await openLocalVoices(env.DATA_DIR))(),
        service: engines.speech,
      },
      pictures: engines.pictures,
      motion: engines.motion,
      canWrite: isConfigured(engines, 'script'),
    },
  );
  if (!checked.ok) {
    throw new Error(
      checked.issues.map((issue) => `${issue.field}: ${issue.message} ${issue.hint}`).join('\n'),
    );
  }
  return { draft: checked.draft, outFile: resolve(out ?? `${basename(storyFile, extname(storyFile))}.mp4`) };
}

/** Draws the progress bar until the video is finished. */
async function follow(db: Db, videoId: string): Promise<Video> {
  const bar = new ProgressBar(process.stdout);
  for (;;) {
    const video = await untilBack(() => findVideo(db, videoId));
    if (!video) throw new Error('The video was deleted while it was being made.');
    const facts = factsOf(video);
    bar.show(progressOf(facts), stageOf(facts));
    if (isFinished(video.status)) {
      bar.end();
      return video;
    }
    await delay(250);
  }
}

main().catch(failClearly);
