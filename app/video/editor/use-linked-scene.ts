import { useEffect, useRef } from 'react';
import { anchoredScene } from '#app/video/checks/checks-view.ts';

/** Chooses the scene that a link within the page leads to. @param choose is given its position, from 0 */
export function useLinkedScene(choose: (position: number) => void): void {
  const newest = useRef(choose);
  newest.current = choose;
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const position = anchoredScene(link?.getAttribute('href') ?? '');
      if (position !== null) newest.current(position);
    };
    // The same link may be followed twice, which changes no address.
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
}
