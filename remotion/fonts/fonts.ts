/** The fonts that come with the film, loaded before any frame that needs them is drawn. */
import { createContext, useEffect, useState } from 'react';
import { staticFile, useDelayRender, useRemotionEnvironment } from 'remotion';
import type { EastAsianLanguage } from '../text/writing';
import { loadFonts, type TextByFace } from './load-fonts';

/** Whether what is written now can be measured: its fonts are there, or cannot be had. */
export const FontsContext = createContext(true);

/**
 * Loads what texts need of the bundled fonts and holds the renderer back until it is there. In the page a
 * font that cannot be had leaves the system's; in a render it fails the render, since a film must not
 * silently come out in another font.
 * @returns whether that is over
 */
export function useStoryFonts({ sans, serif }: TextByFace, language: EastAsianLanguage): boolean {
  const { delayRender, continueRender, cancelRender } = useDelayRender();
  const { isRendering } = useRemotionEnvironment();
  // Held from the first draw on, not from the effect after it. A server draws no frame and needs no font.
  const [handle] = useState(() => (typeof document === 'undefined' ? null : delayRender('Loading fonts')));
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (handle === null) return;
    const end = () => {
      setOver(true);
      continueRender(handle);
    };
    loadFonts({ sans, serif }, language, (file) => staticFile(`fonts/${file}`)).then(
      end,
      (reason: unknown) => {
        if (isRendering) cancelRender(reason);
        else end();
      },
    );
  }, [handle, sans, serif, language, isRendering, continueRender, cancelRender]);
  return isOver;
}
