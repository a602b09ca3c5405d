/** The port behind which finished films are looked at: it measures and judges nothing. */
import type { FilmMeasures, FilmToInspect } from '#jobs/story/film/checks/film-measures.ts';

export interface FilmInspector {
  /**
   * Measures a film, all of which is decoded, with the least of the machine's priority.
   * @throws the signal's reason once it is aborted, all programs having been stopped; StoryError where fonts or memory
   *   are missing. A film that cannot be read is a measure.
   */
  inspect(film: FilmToInspect, signal: AbortSignal): Promise<FilmMeasures>;
  close(): Promise<void>;
}
