import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { Db } from '#jobs/db/client.server.ts';
import type { Env } from '#jobs/env.server.ts';
import { Ledger } from '#jobs/ledger/ledger.server.ts';
import { WorkClock } from '#jobs/making/work-clock.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import type { Renderer } from '#jobs/ports/renderer.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { findEspeak } from '#jobs/providers/espeak/espeak.server.ts';
import { espeakSpeaker } from '#jobs/providers/espeak/speak.server.ts';
import { type EngineTools, selectProviders } from '#jobs/providers/select.server.ts';
import { FFMPEG_CLIPS } from '#jobs/render/ffmpeg/clips.server.ts';
import { FFMPEG_DECODER } from '#jobs/render/ffmpeg/decoder.server.ts';
import { startAssetServer } from '#jobs/storage/asset-server.server.ts';
import { assetSlots } from './making-place';
import { offeredEngines } from './offered-engines';
import { openThreads } from './open-threads.server';

export interface WorkshopParts {
  env: Env;
  db: Db;
  storage: Storage;
  log: Logger;
  /** Another painter than this machine's browser. */
  renderer?: Renderer;
  /** How remote calls are tried, where not as usual. */
  calls?: EngineTools['calls'];
}

/** Opens this machine's workshop: threads, browser, bundle, and the server that hands assets to the browser. */
export async function openWorkshop(
  parts: WorkshopParts,
): Promise<{ workshop: Workshop; close(): Promise<void> }> {
  const { env, db, storage, log, calls } = parts;
  const renderer = parts.renderer ?? (await openOwnRenderer(env));
  const assets = await startAssetServer(storage.root);
  const threads = openThreads();
  const espeak = await findEspeak();
  const providers = await selectProviders(env.providers, {
    tasks: threads,
    decodeAudio: FFMPEG_DECODER.decodeAudio,
    systemSpeech: espeak ? espeakSpeaker(espeak, threads) : undefined,
    ...(calls && { calls }),
  });
  const isRemote = providers.pictures.isCounted || providers.speech.isCounted || false;
  const workshop: Workshop = {
    db,
    ledger: new Ledger(db, env.caps),
    storage,
    log,
    tasks: threads,
    renderer,
    decoder: FFMPEG_DECODER,
    clips: FFMPEG_CLIPS,
    providers,
    tariff: offeredEngines(env.providers).tariff,
    assetUrl: assets.urlOf,
    assetSlots: pLimit(assetSlots(isRemote)),
    drawingSlots: pLimit(1),
    renderSlots: pLimit(1),
    clock: new WorkClock(availableParallelism()),
  };
  return {
    workshop,
    close: async () => {
      await renderer.close();
      await threads.close();
      await assets.close();
    },
  };
}

/** This machine's browser. It takes half a second to be loaded, so that is left to where it is needed. */
async function openOwnRenderer(env: Env): Promise<Renderer> {
  const { openRenderer } = await import('#jobs/render/renderer.server.ts');
  return openRenderer({
    executable: env.BROWSER_EXECUTABLE,
    cacheDir: join(env.DATA_DIR, 'cache'),
    concurrency: availableParallelism(),
    engine: env.RENDER_ENGINE,
  });
}
