/** Answers to what was asked on the home page, for whoever tells of them: a card may be gone when its answer comes. */
import type { LibraryAnswer } from './library-answer';

type Listener = (answer: LibraryAnswer) => void;

const listeners = new Set<Listener>();

/** Tells an answer to all who listen. */
export function tellLibraryNews(answer: LibraryAnswer): void {
  for (const listener of listeners) listener(answer);
}

/** Listens to all answers. @returns what ends that. */
export function onLibraryNews(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
