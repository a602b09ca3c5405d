/**
 * Which transition of a video this tab has told of last. Kept for the life of the tab, so that neither a poll
 * nor a reload tells of one again.
 */
import { isLater } from './transition-order';

/** The browser's storage of a tab, or anything like it. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem'>;

export class SeenTransitions {
  readonly #open: () => TabStorage;
  /** What the storage should hold: it may be full or forbidden. */
  readonly #seen = new Map<string, string>();

  /** @param open gives the tab's storage; may throw. */
  constructor(open: () => TabStorage) {
    this.#open = open;
  }

  /** Id of the last one; null where this tab has not met the video yet. */
  last(videoId: string): string | null {
    return this.#seen.get(videoId) ?? this.#read(videoId);
  }

  /** Says from where on this tab tells of a video's transitions, unless it has met it before. */
  begin(videoId: string, from: string): void {
    if (this.last(videoId) === null) this.#keep(videoId, from);
  }

  /** Notes one. @returns whether it is news. */
  see(videoId: string, id: string): boolean {
    const last = this.last(videoId);
    if (last !== null && !isLater(id, last)) return false;
    this.#keep(videoId, id);
    return true;
  }

  #read(videoId: string): string | null {
    try {
      const stored = this.#open().getItem(keyOf(videoId));
      return stored !== null && /^\d{1,18}$/.test(stored) ? stored : null;
    } catch {
      return null;
    }
  }

  #keep(videoId: string, id: string): void {
    this.#seen.set(videoId, id);
    try {
      this.#open().setItem(keyOf(videoId), id);
    } catch {
      // This page still knows; a reload may then tell of a transition again.
    }
  }
}

function keyOf(videoId: string): string {
  return `storyshort:seen:${videoId}`;
}

/** This tab's. */
export const seenTransitions = new SeenTransitions(() => sessionStorage);
