/**
 * The port behind which other workers stand: a film's worker has its voices, pictures and segments made by whoever is
 * free, and puts the film together itself.
 */

export const ERRAND_KINDS = ['voice', 'picture', 'segment'] as const;
export type ErrandKind = (typeof ERRAND_KINDS)[number];

/** What is to be made of one scene, as the attempt wants it that has the film in hand. */
export interface Errand {
  kind: ErrandKind;
  /** Of the scene. */
  position: number;
  /** Of what is to be made, see `story/film/plan.ts`: who would make something else of it declines. */
  hash: string;
  /** How many segments the film still lacks: one that is nearly finished goes first. */
  left: number;
}

/** One attempt's way to the other workers. */
export interface Errands {
  /**
   * Has something made.
   * @returns whether it was, and the scene's row says so; where not, it is the asking worker's own turn
   * @throws the signal's reason
   */
  send(errand: Errand, signal: AbortSignal): Promise<boolean>;
}

/** Where nobody helps. */
export const NO_ERRANDS: Errands = { send: async () => false };
