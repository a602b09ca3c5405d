import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { Db } from '#jobs/db/client.server.ts';
import { bareEnvironment, type Env } from '#jobs/env.server.ts';
import { Ledger } from '#jobs/ledger/ledger.server.ts';
import { WorkClock } from '#jobs/making/work-clock.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import { NO_ERRANDS } from '#jobs/ports/errands.ts';
import type { FilmSigner } from '#jobs/ports/film-signer.ts';
import type { Renderer } from '#jobs/ports/renderer.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { localSpeaker } from '#jobs/providers/local-voices.server.ts';
import { type EngineTools, selectProviders } from '#jobs/providers/select.server.ts';
import { EngineProcess } from '#jobs/providers/sherpa/engine-process.server.ts';
import { findEspeak } from '#jobs/providers/system/espeak.server.ts';
import { espeakSpeaker } from '#jobs/providers/system/speak.server.ts';
import { FFMPEG_CLIPS } from '#jobs/render/ffmpeg/clips.server.ts';
import { FFMPEG_DECODER } from '#jobs/render/ffmpeg/decoder.server.ts';
import { openFilmSigner } from '#jobs/signing/open-signer.server.ts';
import { startAssetServer } from '#jobs/storage/asset-server.server.ts';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { assetSlots } from './making-place';
import { offeredEngines } from './offered-engines';
import { openThreads } from './open-threads.server';

export interface WorkshopParts {
  env: Env;
  db: Db;
  storage: Storage;
  log: Logger;
  /** Another painter than this machine's. */
  renderer?: Renderer;
  /** Another signer than this machine's. */
  signer?: FilmSigner;
  /** How remote calls are tried, where not as usual. */
  calls?: EngineTools['calls'];
  /** Whether threads are ready before anything is asked of them, for one that stays open; absent for no. */
  isReady?: boolean;
}

/** As many as the first seconds of a film keep busy. */
const KEPT_THREADS = 2;

/** Stretches in the making at once where other machines draw them. */
const STRETCHES_ELSEWHERE = 4;
/** How long other machines may read a file, s: twice as long as a function of theirs may last. */
const LENT_S = 1800;

/** Opens this machine's workshop: threads, the painter, and a server that hands assets to a browser where it has one. */
export async function openWorkshop(
  parts: WorkshopParts,
): Promise<{ workshop: Workshop; close(): Promise<void> }> {
  const { env, db, storage, log, calls, isReady = false } = parts;
  const renderer = parts.renderer ?? (await openOwnRenderer(env, isReady));
  const isServed = !renderer.readsFiles && !renderer.isElsewhere;
  const assets = isServed ? await startAssetServer((key) => storage.localPath(key)) : null;
  const threads = openThreads({ kept: isReady ? KEPT_THREADS : 0 });
  const espeak = await findEspeak();
  const voiceEngine = new EngineProcess(TYPESCRIPT_LOADER, bareEnvironment());
  const providers = await selectProviders(env.providers, {
    tasks: threads,
    decodeAudio: FFMPEG_DECODER.decodeAudio,
    systemSpeech: espeak ? espeakSpeaker(espeak, threads) : undefined,
    localSpeech: await localSpeaker(env.DATA_DIR, voiceEngine),
    ...(calls && { calls }),
  });
  const { pictures, speech, animator } = providers;
  const isRemote = [pictures, speech, animator].some((engine) => engine?.isCounted);
  const workshop: Workshop = {
    db,
    ledger: new Ledger(db, env.caps),
    storage,
    log,
    tasks: threads,
    renderer,
    decoder: FFMPEG_DECODER,
    clips: FFMPEG_CLIPS,
    signer: parts.signer ?? openFilmSigner({ files: env.signing, dataDir: env.DATA_DIR, log }),
    providers,
    tariff: offeredEngines(env.providers, env.lambda).tariff,
    assetUrl: async (key) => {
      if (renderer.isElsewhere) return lent(storage, key);
      const file = await storage.localPath(key);
      return assets?.urlOf(key) ?? pathToFileURL(file).href;
    },
    assetSlots: pLimit(assetSlots(isRemote)),
    drawingSlots: pLimit(1),
    renderSlots: pLimit(renderer.isElsewhere ? STRETCHES_ELSEWHERE : 1),
    errandsOf: () => NO_ERRANDS,
    clock: new WorkClock(availableParallelism()),
  };
  return {
    workshop,
    close: async () => {
      voiceEngine.close();
      await renderer.close();
      await threads.close();
      await assets?.close();
    },
  };
}

/** Where machines elsewhere find a stored file. */
function lent(storage: Storage, key: string): Promise<string> {
  if (!storage.lend) throw new Error('What lies on this machine alone cannot be drawn elsewhere.');
  return storage.lend(key, LENT_S);
}

/** The painter that is set, of this machine or elsewhere. It takes half a second to be loaded, so that is left to where it is needed. */
async function openOwnRenderer(env: Env, isReady: boolean): Promise<Renderer> {
  const { openRenderer } = await import('#jobs/render/renderer.server.ts');
  return openRenderer({
    executable: env.BROWSER_EXECUTABLE,
    cacheDir: join(env.DATA_DIR, 'cache'),
    concurrency: availableParallelism(),
    engine: env.RENDER_ENGINE,
    lambda: env.lambda,
    isReady,
  });
}
