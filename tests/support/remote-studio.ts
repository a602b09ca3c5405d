import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import pino from 'pino';
import { openDb } from '../../jobs/db/client.server';
import { Ledger, NO_CAPS } from '../../jobs/db/ledger.server';
import type { CostCaps } from '../../jobs/money/caps';
import type { ProviderSettings } from '../../jobs/providers/openai/settings';
import { selectProviders } from '../../jobs/providers/select.server';
import { decodeAudio } from '../../jobs/render/decode-audio.server';
import { LocalStorage } from '../../jobs/storage/local.server';
import type { Studio } from '../../jobs/studio';
import { ThreadPool } from '../../jobs/threads/pool.server';
import { PAPER_RENDERER } from './paper-renderer';

/** A studio whose engines are servers and whose renderer draws on paper: all of a film but its frames. */
export interface RemoteStudio {
  studio: Studio;
  storage: LocalStorage;
  databaseUrl: string;
  /** All lines that were logged, as text. */
  logged(): string;
  close(): Promise<void>;
}

interface RemoteStudioParts {
  settings: ProviderSettings;
  caps?: CostCaps;
  databaseUrl: string;
  /** Folder of the files; one of its own, removed at the end, where it is absent. */
  folder?: string;
}

export async function openRemoteStudio(parts: RemoteStudioParts): Promise<RemoteStudio> {
  const { settings, caps = NO_CAPS } = parts;
  const { databaseUrl } = parts;
  const folder = parts.folder ?? (await mkdtemp(join(tmpdir(), 'storyshort-remote-')));
  const db = openDb(databaseUrl);
  const storage = new LocalStorage(join(folder, 'media'));
  const threads = new ThreadPool({ threads: 1 });
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  const calls = { policy: { baseMs: 5, capMs: 20 } };
  const studio: Studio = {
    db,
    ledger: new Ledger(db, caps),
    storage,
    log,
    threads,
    renderer: PAPER_RENDERER,
    providers: selectProviders(settings, { threads, decodeAudio, calls }),
    assetUrl: (key) => key,
    assetSlots: pLimit(4),
    renderSlots: pLimit(1),
  };
  return {
    studio,
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
