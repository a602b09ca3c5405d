import { useEffect } from 'react';

/** Names the tab while the page is open; the page's `meta` names it again when it is left. */
export function useTabTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  });
}
