import type { Logger } from 'pino';
import {
  type Attempt,
  moveVideo,
  patchScene,
  patchVideo,
  type ScenePatch,
  saveScript,
  type VideoPatch,
} from '#jobs/db/attempts/attempt-writes.server.ts';
import { untilBack } from '#jobs/db/away/until-back.server.ts';
import type { Db } from '#jobs/db/client.server.ts';
import { listBehind, readAheadId } from '#jobs/db/families/families.server.ts';
import { saveTakenOver } from '#jobs/db/families/taken-over.server.ts';
import { readOrigins, readScriptOrigin } from '#jobs/db/origins.server.ts';
import { keptPoster } from '#jobs/db/posts/film-posts.server.ts';
import { writeCaptions } from '#jobs/db/storyboard-film.server.ts';
import { findVideo, isGivenUp } from '#jobs/db/videos.server.ts';
import { AttemptEnded } from '#jobs/story/film/fault.ts';
import { canMove, type VideoStatus } from '#jobs/story/film/status.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { translatedInto } from '#jobs/story/language/caption-language.ts';
import type { FinishTime, MakingTime } from '#jobs/story/storyboard/making-rates.ts';

/** Frames are reported at most this often, ms. */
const FRAME_REPORT_MS = 400;

/**
 * One attempt at one video: the video as it stands, and the only way for the pipeline to change it. Each
 * change is written first, guarded by the attempt's fence, and then seen here. A database that is away is waited
 * for: nothing that was made is given up because it could not be written down at once.
 */
export class Production {
  readonly attempt: Attempt;
  /** Aborts when the attempt is over for whatever reason. */
  readonly signal: AbortSignal;
  /**
   * Aborts when the attempt is no longer wanted. What is paid for heeds this alone: a call under way finishes and is
   * kept, though something else of the film has failed.
   */
  readonly wanted: AbortSignal;
  readonly #db: Db;
  readonly #log: Logger;
  readonly #countsFrames: boolean;
  #video: Video;
  readonly #frames = new Map<number, number>();
  /** What is made under a name at this moment, the last that asked for it. */
  readonly #turns = new Map<string, Promise<void>>();
  #framesReportedAt = 0;
  #isReporting = false;

  constructor(
    { db, log }: { db: Db; log: Logger },
    { attempt, video }: { attempt: Attempt; video: Video },
    { wanted, failed }: { wanted: AbortSignal; failed: AbortSignal },
    /** Whoever has one scene in hand alone does not know the film's count. */
    { countsFrames = true }: { countsFrames?: boolean } = {},
  ) {
    this.#db = db;
    this.#countsFrames = countsFrames;
    this.#log = log;
    this.attempt = attempt;
    this.wanted = wanted;
    this.signal = AbortSignal.any([wanted, failed]);
    this.#video = video;
  }

  get video(): Video {
    return this.#video;
  }

  scene(position: number): Scene {
    const scene = this.#video.scenes[position];
    if (!scene) throw new RangeError(`There is no scene at ${position}.`);
    return scene;
  }

  /** Gives the video its script. */
  async saveScript(script: Parameters<typeof saveScript>[2]): Promise<void> {
    this.throwIfEnded();
    this.#video = await this.patiently(() => saveScript(this.#db, this.attempt, script));
  }

  /** Gives the video what it takes over from another one of its order. */
  async saveTakenOver(video: Video, message: string): Promise<void> {
    this.throwIfEnded();
    this.#video = await this.patiently(() => saveTakenOver(this.#db, this.attempt, video, message));
  }

  /** The video from which this one is to take over, null where that was deleted; undefined for none. */
  async readAhead(): Promise<Video | null | undefined> {
    const { videoId } = this.attempt;
    return this.patiently(async () => {
      const aheadId = await readAheadId(this.#db, videoId);
      return aheadId === null ? undefined : findVideo(this.#db, aheadId);
    });
  }

  /** Writes what a scene's captions show in another language than its voice. */
  async writeCaptions(position: number, captions: string): Promise<void> {
    this.throwIfEnded();
    const scene = this.scene(position);
    await this.patiently(() => writeCaptions(this.#db, this.attempt, scene, captions));
    const scenes = this.#video.scenes.map((other) =>
      other.position === position ? { ...other, captions } : other,
    );
    this.#video = { ...this.#video, scenes };
  }

  /** The languages into which captions are translated in the videos of its order that come after it. */
  async captionLanguagesBehind(): Promise<string[]> {
    const behind = await this.patiently(() => listBehind(this.#db, this.attempt.videoId));
    return [...new Set(behind.flatMap((video) => translatedInto(video) ?? []))];
  }

  /**
   * Makes what has this name, after whoever else makes the same: scenes that want the same thing find it made. What
   * failed is tried by each of them.
   */
  async inTurn(name: string, make: () => Promise<void>): Promise<void> {
    const turn = (this.#turns.get(name) ?? Promise.resolve()).catch(() => {}).then(make);
    this.#turns.set(name, turn);
    return turn;
  }

  /** Goes to another state, see `moveVideo`; staying where one is changes nothing. */
  async move(
    to: VideoStatus,
    message: string,
    patch: VideoPatch = {},
    took: FinishTime | null = null,
  ): Promise<void> {
    this.throwIfEnded();
    const from = this.#video.status;
    if (from === to) return;
    await this.patiently(() => moveVideo(this.#db, this.attempt, from, to, message, patch, took));
    this.#video = { ...this.#video, ...patch, status: to };
  }

  canMove(to: VideoStatus): boolean {
    return canMove(this.#video.status, to);
  }

  async patch(patch: VideoPatch): Promise<void> {
    this.throwIfEnded();
    await this.patiently(() => patchVideo(this.#db, this.attempt, patch));
    this.#video = { ...this.#video, ...patch };
  }

  async patchScene(position: number, patch: ScenePatch, making: MakingTime | null = null): Promise<void> {
    this.throwIfEnded();
    const scene = this.scene(position);
    await this.patiently(() => patchScene(this.#db, this.attempt, scene, patch, making));
    const scenes = this.#video.scenes.map((other) =>
      other.position === position ? { ...other, ...patch } : other,
    );
    this.#video = { ...this.#video, scenes };
  }

  /** Sees what another worker wrote of a scene under this attempt's fence. @throws AttemptEnded */
  async reread(position: number, columns: readonly (keyof Scene)[]): Promise<void> {
    const { videoId, fence } = this.attempt;
    const video = await this.patiently(() => findVideo(this.#db, videoId));
    const written = video?.scenes[position];
    if (video?.fence !== fence || !written) throw new AttemptEnded('superseded');
    const news = Object.fromEntries(columns.map((column) => [column, written[column]]));
    const scenes = this.#video.scenes.map((scene) =>
      scene.position === position ? { ...scene, ...news } : scene,
    );
    this.#video = { ...this.#video, scenes };
  }

  /** Says what the attempt has begun. */
  async report(position: number, what: 'voice' | 'picture'): Promise<void> {
    await this.patch({ activity: `scene ${position + 1}: ${what}` });
  }

  /** Counts the frames of one segment, and reports the film's count now and then. */
  countFrames(position: number, done: number): void {
    this.#frames.set(position, done);
    if (!this.#countsFrames) return;
    const now = Date.now();
    if (now - this.#framesReportedAt < FRAME_REPORT_MS || this.#isReporting || this.signal.aborted) return;
    this.#framesReportedAt = now;
    this.#isReporting = true;
    this.patch({ framesDone: this.framesDone() })
      .catch((error: unknown) => {
        // A lost count is overtaken by the next one; an ended attempt learns it from its next write.
        if (!(error instanceof AttemptEnded)) this.#log.warn({ err: error }, 'Frames were not reported.');
      })
      .finally(() => {
        this.#isReporting = false;
      });
  }

  /** Asks the database for as long as the attempt is wanted, see `untilBack`. */
  patiently<T>(ask: () => Promise<T>): Promise<T> {
    return untilBack(ask, { signal: this.wanted });
  }

  /** By what its assets were made, and its script. */
  origins() {
    const { videoId } = this.attempt;
    return this.patiently(() =>
      Promise.all([readOrigins(this.#db, videoId), readScriptOrigin(this.#db, videoId)]),
    );
  }

  /** The same of the video from which it takes over. */
  originsOf(aheadId: string) {
    return this.patiently(() => readOrigins(this.#db, aheadId));
  }

  /** The poster of a film that is kept as a version, as it was made or chosen; null where none is. */
  keptPoster(filmHash: string): Promise<string | null> {
    const { videoId } = this.attempt;
    return this.patiently(() => keptPoster(this.#db, { videoId, filmHash }));
  }

  /** Whether the video was cancelled or deleted: nobody goes on with it. */
  async isGivenUp(): Promise<boolean> {
    return isGivenUp(this.#db, this.attempt.videoId);
  }

  framesDone(): number {
    let sum = 0;
    for (const done of this.#frames.values()) sum += done;
    return sum;
  }

  /** @throws AttemptEnded once nothing may be written any more. */
  throwIfEnded(): void {
    this.wanted.throwIfAborted();
  }
}
