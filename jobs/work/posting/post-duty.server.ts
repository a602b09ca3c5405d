/**
 * A worker's duty beside its films: finds the covers of each that is finished, and makes the files for platforms that
 * somebody asked for. One at a time, and no film waits for it.
 */

import type { FilmToLookAt } from '#jobs/db/looks/film-looks.server.ts';
import {
  claimFilmToPost,
  type FoundPost,
  MOST_LOOKS,
  notePost,
  releaseFilmToPost,
} from '#jobs/db/posts/film-posts.server.ts';
import { claimFile } from '#jobs/db/posts/post-files.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { withScratchFile } from '#jobs/storage/scratch-file.server.ts';
import { expectedFilm } from '#jobs/story/film/checks/expected-film.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { type Cover, coverKey, coversOf, type SeenMoment } from '#jobs/story/post/covers/cover.ts';
import { coverMoments } from '#jobs/story/post/covers/cover-moments.ts';
import { FinishedFilms } from '#jobs/work/duties/finished-films.ts';
import { makePostFile } from './make-post-file.server';
import type { PostParts } from './post-parts';

export class PostDuty {
  readonly #parts: PostParts;
  readonly #films: FinishedFilms<FilmToLookAt>;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(parts: PostParts) {
    this.#parts = parts;
    this.#films = new FinishedFilms((since) => claimFilmToPost(parts.db, since));
  }

  /**
   * Makes the file that has waited longest, or else finds the covers of the newest film that has none.
   * @param isIdle whether no film is being made here: older ones are looked at then as well
   * @returns whether there was anything to be done
   */
  async round(isIdle: boolean): Promise<boolean> {
    if (this.#parts.signal.aborted) return false;
    const work = await this.#next(isIdle);
    if (!work) return false;
    const working = work();
    this.#underWay = working.catch(() => undefined);
    await working;
    return true;
  }

  /** Resolves once nothing is under way. */
  async ended(): Promise<void> {
    await this.#underWay;
  }

  async #next(isIdle: boolean): Promise<(() => Promise<void>) | null> {
    const file = await claimFile(this.#parts.db);
    if (file) return () => makePostFile(this.#parts, file);
    const film = await this.#films.next(isIdle);
    return film && (() => this.#look(film));
  }

  async #look(film: FilmToLookAt): Promise<void> {
    const { db, signal, log } = this.#parts;
    const video = await findVideo(db, film.videoId);
    // It is being made anew, or is gone.
    if (video?.status !== 'completed' || video.filmHash !== film.filmHash || !video.filmKey)
      return releaseFilmToPost(db, film);
    if (film.tries >= MOST_LOOKS) return notePost(db, film, NOTHING);
    try {
      const found = await this.#find(video, video.filmKey, film.filmHash);
      await notePost(db, film, found);
      log.info({ videoId: video.id, covers: found.covers.length }, 'Covers of a finished film were found.');
    } catch (thrown) {
      if (signal.aborted) return releaseFilmToPost(db, film);
      // It is taken up again when this would be taken for the end of a worker.
      log.warn({ err: thrown, videoId: film.videoId }, 'The covers of a finished film could not be found.');
    }
  }

  async #find(video: Video, filmKey: string, filmHash: string): Promise<FoundPost> {
    const { storage, maker, signal } = this.#parts;
    if (!(await storage.has(filmKey))) return NOTHING;
    const film = await storage.localPath(filmKey);
    const covers = await this.#covers(video, film);
    for (const cover of covers) {
      const key = coverKey(video.id, filmHash, cover);
      if (await storage.has(key)) continue;
      await withScratchFile(storage, 'jpg', async (outFile) => {
        await maker.takeFrame({ film, atMs: cover.atMs, outFile }, signal);
        await storage.adopt(key, outFile);
      });
    }
    return { film: await maker.readFilm(film, signal), covers };
  }

  async #covers(video: Video, film: string): Promise<Cover[]> {
    const { maker, signal } = this.#parts;
    const expected = expectedFilm(video);
    if (!expected) return [];
    const seen: SeenMoment[] = [];
    for (const moment of coverMoments(expected.segments)) {
      const measures = await maker.measureFrame(film, moment.atMs, video.options.format, signal);
      if (measures) seen.push({ moment, measures });
    }
    return coversOf(seen);
  }
}

/** Of a film that ended every worker that looked at it, or whose file is gone. */
const NOTHING: FoundPost = { film: null, covers: [] };
