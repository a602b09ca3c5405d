/** The port behind which finished films are made ready to be posted: it reads, measures and encodes, and judges nothing. */
import type { FrameMeasures } from '#jobs/story/post/covers/cover.ts';
import type { FilmFile, Remaking } from '#jobs/story/post/film-file.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';

export interface PostMaker {
  /**
   * Reads a film's headers.
   * @param film absolute path of an MP4
   * @throws StoryError `encoding_failed` where it is none
   */
  readFilm(film: string, signal: AbortSignal): Promise<FilmFile>;
  /** Measures a frame of a film; null where it has none there. @param atMs of the film */
  measureFrame(
    film: string,
    atMs: number,
    format: FormatName,
    signal: AbortSignal,
  ): Promise<FrameMeasures | null>;
  /**
   * Takes a frame as a JPEG of the film's own size.
   * @param outFile absolute path; whole or not there
   * @throws StoryError `encoding_failed` where there is none
   */
  takeFrame(request: { film: string; atMs: number; outFile: string }, signal: AbortSignal): Promise<void>;
  /**
   * Makes a film's file anew.
   * @param outFile absolute path for an MP4, whole or not there
   * @param onProgress told the ms of the film that are done
   * @throws StoryError `encoding_failed`, `encoder_died`, `disk_full` or `disk_read_only`; the signal's reason
   */
  remake(
    request: { film: string; how: Remaking; outFile: string },
    onProgress: (doneMs: number) => void,
    signal: AbortSignal,
  ): Promise<void>;
}
