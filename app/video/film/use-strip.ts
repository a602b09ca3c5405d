import { type RefObject, useEffect, useState } from 'react';

/** Below this width the film stands above its scenes rather than beside them. */
const ABOVE = '(max-width: 61.99rem)';
/** How much of the film may go out of sight before it becomes a strip. */
const LEFT_IN_SIGHT = 0.25;

/**
 * On a phone the film becomes a strip at the top while its scenes are scrolled, so that it stays in sight.
 * @returns its height before, px, to be kept free below the strip; null while it is no strip
 */
export function useStrip(film: RefObject<HTMLElement | null>, isWanted: boolean): number | null {
  const [height, setHeight] = useState<number | null>(null);
  useEffect(() => {
    const shown = film.current;
    if (!shown || !isWanted) return;
    const media = window.matchMedia(ABOVE);
    const watch = new IntersectionObserver(
      ([seen]) => {
        if (!seen) return;
        const { top, height: now } = seen.boundingClientRect;
        const isGone = media.matches && top < 0 && seen.intersectionRatio < LEFT_IN_SIGHT;
        setHeight((before) => (isGone ? (before ?? now) : null));
      },
      { threshold: [0, LEFT_IN_SIGHT] },
    );
    watch.observe(shown);
    return () => watch.disconnect();
  }, [film, isWanted]);
  return height;
}
