import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { Db } from './db/client.server';
import { Ledger } from './db/ledger.server';
import type { Env } from './env.server';
import { findEspeak } from './providers/espeak/espeak.server';
import { espeakSpeaker } from './providers/espeak/speak.server';
import { type EngineTools, selectProviders } from './providers/select.server';
import { decodeAudio } from './render/decode-audio.server';
import { startAssetServer } from './storage/asset-server.server';
import type { Storage } from './storage/storage';
import type { Renderer, Studio } from './studio';
import { ThreadPool } from './threads/pool.server';

/** Voices and pictures that one worker makes at once; the built-in ones share the machine's threads. */
const ASSET_SLOTS = 4;
/** The same where servers make them: they wait most of the time, and the ledger holds them to their limits. */
const REMOTE_ASSET_SLOTS = 12;

export interface StudioParts {
  env: Env;
  db: Db;
  storage: Storage;
  log: Logger;
  /** Another painter than this machine's browser. */
  renderer?: Renderer;
  /** How remote calls are tried, where not as usual. */
  calls?: EngineTools['calls'];
}

/** Opens this machine's studio: threads, browser, bundle, and the server that hands assets to the browser. */
export async function openStudio(parts: StudioParts): Promise<{ studio: Studio; close(): Promise<void> }> {
  const { env, db, storage, log, calls } = parts;
  const renderer = parts.renderer ?? (await openOwnRenderer(env));
  const assets = await startAssetServer(storage.root);
  const threads = new ThreadPool();
  const espeak = await findEspeak();
  const studio: Studio = {
    db,
    ledger: new Ledger(db, env.caps),
    storage,
    log,
    threads,
    renderer,
    providers: selectProviders(env.providers, {
      threads,
      decodeAudio,
      systemSpeech: espeak ? espeakSpeaker(espeak, threads) : undefined,
      ...(calls && { calls }),
    }),
    assetUrl: assets.urlOf,
    assetSlots: pLimit(env.providers.image || env.providers.speech ? REMOTE_ASSET_SLOTS : ASSET_SLOTS),
    renderSlots: pLimit(1),
  };
  return {
    studio,
    close: async () => {
      await threads.close();
      await assets.close();
    },
  };
}

/** This machine's browser. It takes half a second to be loaded, so that is left to where it is needed. */
async function openOwnRenderer(env: Env): Promise<Renderer> {
  const { openRenderer } = await import('./render/renderer.server');
  return openRenderer({
    executable: env.BROWSER_EXECUTABLE,
    cacheDir: join(env.DATA_DIR, 'cache'),
    concurrency: availableParallelism(),
    engine: env.RENDER_ENGINE,
  });
}
