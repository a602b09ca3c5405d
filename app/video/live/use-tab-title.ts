import { useEffect } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { type NamedProgress, tabTitle } from './progress-words';

/** Names the tab while the page is open; the page's `meta` names it again when it is left. */
export function useTabTitle(status: NamedProgress): void {
  const words = useWords();
  useEffect(() => {
    document.title = tabTitle(status, words);
  });
}
