/** Looks at everything, and judges it: the order is that in which things are mended. */
import { access, stat } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { siteState } from '#bin/setup/build-app.ts';
import { isInstalled, ROOT } from '#bin/setup/install.mjs';
import type { Env } from '#jobs/env.server.ts';
import type { LambdaPlace } from '#jobs/render/lambda/lambda-place.ts';
import { offeredEngines } from '#jobs/work/offered-engines.ts';
import { askEngines } from './asked-engines';
import { type Finding, note } from './finding';
import { judgeAddress } from './judged-address';
import { judgeDatabase } from './judged-database';
import { judgeDrawing } from './judged-drawing';
import { judgeEngines } from './judged-engines';
import { judgeClock, judgeModules, judgeNode, judgeSite } from './judged-house';
import { judgeLambda, judgeLambdaAnswer } from './judged-lambda';
import { judgeDisk, judgePort, judgeStrength } from './judged-machine';
import { judgeSigning } from './judged-signing';
import { judgeSpeech } from './judged-speech';
import { placeOf, seeDatabase } from './seen-database';
import { seeData } from './seen-disk';
import { seeDrawing, seeSpeech } from './seen-engines';
import { seePort } from './seen-port';
import { seeSigning } from './seen-signing';

/**
 * @param isAsking whether connected servers are asked, which may cost a few cents; otherwise nobody beyond this machine
 *   and the database of DATABASE_URL hears of it
 */
export async function examine(env: Env, isAsking: boolean): Promise<Finding[]> {
  const house = await examineHouse();
  const data = await seeData(env.DATA_DIR);
  const database = await seeDatabase(env);
  try {
    return [
      ...house,
      judgeDisk(data.folder, data.isThere, data.disk),
      ...judgeDatabase(env.DATABASE_URL && placeOf(env.DATABASE_URL), database.sight),
      judgeClock(Date.now(), (await stat(join(ROOT, 'package-lock.json'))).mtimeMs, database.aheadMs),
      judgePort({ host: env.HOST, port: env.PORT }, await seePort(env.HOST, env.PORT)),
      ...judgeAddress(env),
      judgeStrength({
        processors: availableParallelism(),
        memoryBytes: usableMemory(),
        concurrency: env.WORKER_CONCURRENCY,
      }),
      ...judgeDrawing(env, await seeDrawing(env)),
      ...(env.lambda ? await examineLambda(env.lambda, isAsking) : []),
      judgeSigning(await seeSigning(env), Date.now()),
      ...judgeSpeech(await seeSpeech(env.DATA_DIR)),
      ...judgeEngines(offeredEngines(env.providers, env.lambda).engines),
      ...(isAsking ? await ask(env, database) : []),
    ];
  } finally {
    await database.release();
  }
}

/** The client of AWS Lambda is loaded where films are drawn there. */
async function examineLambda(place: LambdaPlace, isAsking: boolean): Promise<Finding[]> {
  const { askLambda, seeLambda } = await import('#jobs/render/lambda/lambda-sight.server.ts');
  const seen = judgeLambda(place, seeLambda(place));
  const canAsk = isAsking && seen.every(({ state }) => state !== 'fault');
  return canAsk ? [...seen, ...judgeLambdaAnswer(place, await askLambda(place))] : seen;
}

/** What needs no settings. */
export async function examineHouse(): Promise<Finding[]> {
  const builder = join(ROOT, 'node_modules/@remix-run/dev/package.json');
  const canBuild = await access(builder).then(
    () => true,
    () => false,
  );
  return [
    judgeNode(process.versions.node),
    judgeModules(isInstalled()),
    judgeSite(await siteState(), canBuild),
  ];
}

/** What a control group leaves us, where it is less than the machine has, bytes. */
function usableMemory(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

async function ask(env: Env, { sight, url }: Awaited<ReturnType<typeof seeDatabase>>): Promise<Finding[]> {
  if (env.providers.length === 0) return [];
  if (url && sight.isReached && sight.waiting.length === 0) return askEngines(env, url);
  return [
    note(
      'asked',
      'Nobody was asked: what it costs is written into the database first.',
      'npm run db:migrate',
    ),
  ];
}
