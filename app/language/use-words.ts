import { createContext, useContext } from 'react';
import type { Words } from './page-words';
import { ENGLISH } from './spoken-words';

export const WordsContext = createContext<Words>(ENGLISH);

/** The words of the page's language. */
export function useWords(): Words {
  return useContext(WordsContext);
}
