/** What an attempt works with: the machine's engines and stores, made once for each worker process. */
import type { LimitFunction } from 'p-limit';
import type { Logger } from 'pino';
import type { Db } from '#jobs/db/client.server.ts';
import type { Ledger } from '#jobs/ledger/ledger.server.ts';
import type { Providers } from '#jobs/ports/engines.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import type { TaskRunner } from '#jobs/ports/task-runner.ts';
import type { SoundTasks } from '#jobs/sound/sound-tasks.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';

/** The film's painter and its assembly: the port behind which `render/` stands. */
export interface Renderer {
  /** Changes whenever the same props would be drawn differently. */
  readonly version: string;
  /** Renders one scene's stretch to a file of MPEG-TS. `onFrames` counts frames of this segment. */
  renderSegment(
    props: SegmentProps,
    outFile: string,
    onFrames: (done: number) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** Joins segments without re-encoding and adds the sound. */
  joinFilm(segments: string[], wavFile: string, outFile: string, signal: AbortSignal): Promise<void>;
  /** Takes a still of the film as a JPEG. */
  makePoster(film: string, outFile: string, signal: AbortSignal): Promise<void>;
}

export interface Workshop {
  db: Db;
  ledger: Ledger;
  storage: Storage;
  providers: Providers;
  tasks: TaskRunner<SoundTasks>;
  renderer: Renderer;
  /** URL at which the renderer's browser finds a stored file. */
  assetUrl: (key: string) => string;
  /** Voices and pictures in the making at once: they wait on engines. */
  assetSlots: LimitFunction;
  /** Segments in the making at once: rendering fills the machine, so it is one for each machine. */
  renderSlots: LimitFunction;
  log: Logger;
}
