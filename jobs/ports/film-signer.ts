import type { Fault } from '#jobs/story/film/fault.ts';
import type { FilmClaim } from '#jobs/story/provenance/film-claim.ts';

/** Code of the note that a film is not signed. */
export const FILM_UNSIGNED = 'film_unsigned';

/** Writes into a film's file where it comes from: the port behind which `signing/` stands. */
export interface FilmSigner {
  /**
   * Writes the film once more, marked as made with whatever it was made with, and signed.
   * @param film an MP4
   * @param outFile where the same film goes; it is always written
   * @returns why it is not signed; null where it is
   * @throws StoryError `disk_full` or `disk_read_only`; what the signal's reason is
   */
  sign(film: string, outFile: string, claim: FilmClaim, signal: AbortSignal): Promise<Fault | null>;
}
