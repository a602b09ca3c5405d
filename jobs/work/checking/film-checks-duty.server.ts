/** A worker's duty beside its films: each that is finished is looked at, one at a time, and none waits for it. */
import type { Logger } from 'pino';
import {
  claimFilm,
  MOST_TRIES,
  NO_FIGURES,
  noteCheck,
  releaseFilm,
} from '#jobs/db/checks/film-checks.server.ts';
import type { Db } from '#jobs/db/client.server.ts';
import type { FilmToLookAt } from '#jobs/db/looks/film-looks.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import type { FilmInspector } from '#jobs/ports/film-inspector.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { type ExpectedFilm, expectedFilm } from '#jobs/story/film/checks/expected-film.ts';
import type { FilmFigures, Finding } from '#jobs/story/film/checks/film-finding.ts';
import type { FilmMeasures } from '#jobs/story/film/checks/film-measures.ts';
import { judgeFilm } from '#jobs/story/film/checks/judge-film.ts';
import { FinishedFilms } from '#jobs/work/duties/finished-films.ts';

interface DutyParts {
  db: Db;
  storage: Pick<Storage, 'has' | 'localPath'>;
  inspector: FilmInspector;
  log: Logger;
  /** The worker's end: what is under way is given back. */
  signal: AbortSignal;
}

export class FilmChecksDuty {
  readonly #parts: DutyParts;
  readonly #films: FinishedFilms<FilmToLookAt>;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(parts: DutyParts) {
    this.#parts = parts;
    this.#films = new FinishedFilms((since) => claimFilm(parts.db, since));
  }

  /**
   * Looks at the newest film that nobody has looked at.
   * @param isIdle whether no film is being made here: older ones are looked at then as well
   * @returns whether there was one
   */
  async round(isIdle: boolean): Promise<boolean> {
    if (this.#parts.signal.aborted) return false;
    const film = await this.#films.next(isIdle);
    if (!film) return false;
    const looking = this.#look(film);
    this.#underWay = looking.catch(() => undefined);
    await looking;
    return true;
  }

  /** Resolves once nothing is under way. */
  async ended(): Promise<void> {
    await this.#underWay;
  }

  async #look(film: FilmToLookAt): Promise<void> {
    const { db, signal, log } = this.#parts;
    const begunAt = performance.now();
    const video = await findVideo(db, film.videoId);
    // It is being made anew, or is gone.
    if (video?.status !== 'completed' || video.filmHash !== film.filmHash || !video.filmKey)
      return releaseFilm(db, film);
    const expected = expectedFilm(video);
    if (!expected || film.tries >= MOST_TRIES) return noteCheck(db, film, NOT_CHECKED);
    try {
      const measures = await this.#measure(video.filmKey, expected);
      const findings = judgeFilm(measures, expected);
      const tookMs = Math.round(performance.now() - begunAt);
      await noteCheck(db, film, { findings, figures: figuresOf(measures, tookMs) });
      const told = { videoId: film.videoId, found: findings.map(({ check }) => check), tookMs };
      log.info(told, 'A finished film was looked at.');
    } catch (thrown) {
      if (signal.aborted) return releaseFilm(db, film);
      // It is taken up again when this would be taken for the end of a worker.
      log.warn({ err: thrown, videoId: film.videoId }, 'A finished film could not be looked at.');
    }
  }

  async #measure(filmKey: string, { segments }: ExpectedFilm): Promise<FilmMeasures> {
    const { storage, inspector, signal } = this.#parts;
    if (!(await storage.has(filmKey))) return { picture: null, sound: null, captions: [] };
    return inspector.inspect({ file: await storage.localPath(filmKey), segments }, signal);
  }
}

/** Of a film that ended every worker that looked at it, or of which nothing says what it should be. */
const NOT_CHECKED: { findings: Finding[]; figures: FilmFigures } = {
  findings: [
    {
      ...{ check: 'not_checked', severity: 'look', atMs: 0, toMs: 0, scene: null },
      message: 'The film could not be looked at: every attempt ended before it was done.',
      hint: 'Watch it to its end yourself. The worker’s log has the details.',
    },
  ],
  figures: NO_FIGURES,
};

function figuresOf({ picture, sound, captions }: FilmMeasures, tookMs: number): FilmFigures {
  const contrasts = captions.filter(({ isInPlace }) => isInPlace).map(({ contrast }) => contrast);
  return {
    frames: picture?.frames ?? 0,
    soundMs: sound && Math.round(sound.durationMs),
    integratedLufs: sound && round(sound.integratedLufs),
    leastContrast: contrasts.length > 0 ? round(Math.min(...contrasts)) : null,
    tookMs,
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
