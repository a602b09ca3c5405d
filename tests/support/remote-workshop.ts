import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import pino from 'pino';
import { openDb } from '#jobs/db/client.server.ts';
import { Ledger, NO_CAPS } from '#jobs/ledger/ledger.server.ts';
import { WorkClock } from '#jobs/making/work-clock.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import { NO_ERRANDS } from '#jobs/ports/errands.ts';
import type { Provider } from '#jobs/ports/provider.ts';
import { selectProviders } from '#jobs/providers/select.server.ts';
import { FFMPEG_CLIPS } from '#jobs/render/ffmpeg/clips.server.ts';
import { FFMPEG_DECODER } from '#jobs/render/ffmpeg/decoder.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import type { CostCaps } from '#jobs/story/budget/cost-caps.ts';
import { offeredEngines } from '#jobs/work/offered-engines.ts';
import { openThreads } from '#jobs/work/open-threads.server.ts';
import { PAPER_RENDERER, PAPER_SIGNER } from './paper-renderer';

/** A workshop whose engines are servers and whose renderer draws on paper: all of a film but its frames. */
export interface RemoteWorkshop {
  workshop: Workshop;
  storage: LocalStorage;
  databaseUrl: string;
  /** All lines that were logged, as text. */
  logged(): string;
  close(): Promise<void>;
}

interface RemoteWorkshopParts {
  /** Whatever does the work in place of the built-in studio. */
  providers: readonly Provider[];
  caps?: CostCaps;
  databaseUrl: string;
  /** Folder of the files; one of its own, removed at the end, where it is absent. */
  folder?: string;
}

export async function openRemoteWorkshop(parts: RemoteWorkshopParts): Promise<RemoteWorkshop> {
  const { providers, caps = NO_CAPS } = parts;
  const { databaseUrl } = parts;
  const folder = parts.folder ?? (await mkdtemp(join(tmpdir(), 'storyshort-remote-')));
  const db = openDb(databaseUrl);
  const storage = new LocalStorage(join(folder, 'media'));
  const threads = openThreads({ threads: 1 });
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  const calls = { policy: { baseMs: 5, capMs: 20 } };
  const workshop: Workshop = {
    db,
    ledger: new Ledger(db, caps),
    storage,
    log,
    tasks: threads,
    renderer: PAPER_RENDERER,
    decoder: FFMPEG_DECODER,
    clips: FFMPEG_CLIPS,
    signer: PAPER_SIGNER,
    providers: await selectProviders(providers, {
      tasks: threads,
      decodeAudio: FFMPEG_DECODER.decodeAudio,
      calls,
    }),
    tariff: offeredEngines(providers).tariff,
    assetUrl: async (key) => key,
    assetSlots: pLimit(4),
    drawingSlots: pLimit(1),
    renderSlots: pLimit(1),
    errandsOf: () => NO_ERRANDS,
    clock: new WorkClock(1),
  };
  return {
    workshop,
    storage,
    databaseUrl,
    logged: () => lines.join(''),
    close: async () => {
      await threads.close();
      await db.$disconnect();
      if (!parts.folder) await rm(folder, { recursive: true, force: true });
    },
  };
}
