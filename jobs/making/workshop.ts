/** What an attempt works with: the machine's engines and stores, made once for each worker process. */
import type { LimitFunction } from 'p-limit';
import type { Logger } from 'pino';
import type { Attempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import type { Db } from '#jobs/db/client.server.ts';
import type { Ledger } from '#jobs/ledger/ledger.server.ts';
import type { ClipMaker } from '#jobs/ports/clip-maker.ts';
import type { Decoder } from '#jobs/ports/decoder.ts';
import type { Providers } from '#jobs/ports/engines.ts';
import type { Errands } from '#jobs/ports/errands.ts';
import type { FilmSigner } from '#jobs/ports/film-signer.ts';
import type { Renderer } from '#jobs/ports/renderer.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import type { TaskRunner } from '#jobs/ports/task-runner.ts';
import type { SoundTasks } from '#jobs/sound/sound-tasks.ts';
import type { FilmTariff } from '#jobs/story/budget/film-cost.ts';
import type { WorkClock } from './work-clock';

export interface Workshop {
  db: Db;
  ledger: Ledger;
  storage: Storage;
  providers: Providers;
  /** What the providers' work costs; null where it is free. */
  tariff: FilmTariff | null;
  tasks: TaskRunner<SoundTasks>;
  renderer: Renderer;
  decoder: Decoder;
  clips: ClipMaker;
  signer: FilmSigner;
  /** URL at which the renderer finds a stored file, which is made ready on this machine first. */
  assetUrl: (key: string) => Promise<string>;
  /** Voices and pictures in the making at once: they wait on engines. */
  assetSlots: LimitFunction;
  /** Pictures drawn by this machine at once: one takes up to 400 MB while it is made. */
  drawingSlots: LimitFunction;
  /** Segments in the making at once: rendering fills the machine, so it is one for each machine. */
  renderSlots: LimitFunction;
  /** The way to the other workers, for one attempt. */
  errandsOf: (attempt: Attempt) => Errands;
  /** Measures how long making takes. */
  clock: WorkClock;
  log: Logger;
}
