import { type FC, type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { paceWords } from '../contract/reading-pace';
import type { CaptionStyle, FormatName } from '../contract/story-props';
import { splitWords } from '../contract/story-words';
import { loadFonts } from '../fonts/load-fonts';
import { cardPalette } from '../picture/palette';
import { captionPlace } from '../text/layout';
import { TypographyContext } from '../text/typography';
import { eastAsianLanguage, textDirection } from '../text/writing';
import { CAPTION_LOOKS } from './caption-looks';
import { type CaptionPage, captionGrouping, captionPages, pageAt } from './captions';

const PHRASE = 'Once upon a time, a little fox set out for the sea.';
/** Room beside the text, and the stage's height, px of the film. */
const MARGIN = 48;
const HEIGHT = 380;
/** Silence between two rounds, ms. */
const REST_MS = 700;
/** A new state so often, ms: as often as the film has frames. */
const STEP_MS = 1000 / 30;
const PALETTE_SEED = 4;

/**
 * A caption style on a short phrase, in a loop, drawn as the film draws it but without rendering or player.
 * As wide as its parent. Under `prefers-reduced-motion` it stands still. Decorative: hidden from screen readers.
 */
export const CaptionStylePreview: FC<{ captionStyle: CaptionStyle; text?: string; format?: FormatName }> = ({
  captionStyle,
  text = PHRASE,
  format = '9:16',
}) => {
  const frame = useRef<HTMLDivElement>(null);
  const scene = useMemo(() => {
    const words = paceWords(splitWords(text));
    return {
      pages: captionPages(words, captionGrouping(captionStyle, format)),
      lengthMs: (words.at(-1)?.endMs ?? 0) + REST_MS,
      typography: { direction: textDirection(text), language: eastAsianLanguage(text) },
    };
  }, [text, captionStyle, format]);
  useEffect(() => {
    const isSerif = captionStyle === 'subtle';
    // Without them the system's fonts show the style well enough.
    const texts = { sans: isSerif ? '' : text, serif: isSerif ? text : '' };
    loadFonts(texts, scene.typography.language, siteFontUrl).catch(() => undefined);
  }, [text, captionStyle, scene]);
  const width = captionPlace(captionStyle, format).width;
  const stageWidth = width + 2 * MARGIN;
  const scale = useWidth(frame) / stageWidth;
  const ms = useLoopMs(scene.lengthMs, middleOf(scene.pages));
  const page = pageAt(scene.pages, ms);
  const Look = CAPTION_LOOKS[captionStyle];
  const { sky } = cardPalette(PALETTE_SEED);
  return (
    <div
      ref={frame}
      aria-hidden="true"
      style={{
        position: 'relative',
        overflow: 'hidden',
        width: '100%',
        aspectRatio: `${stageWidth} / ${HEIGHT}`,
        background: `linear-gradient(160deg, ${sky[0]}, ${sky[1]} 60%, ${sky[2]} 130%)`,
      }}
    >
      <div
        style={{
          position: 'absolute',
          width: stageWidth,
          height: HEIGHT,
          transformOrigin: '0 0',
          transform: `scale(${scale})`,
        }}
      >
        <TypographyContext.Provider value={scene.typography}>
          {page ? <Look page={page} ms={ms} place={{ middle: 0.5, width }} /> : null}
        </TypographyContext.Provider>
      </div>
    </div>
  );
};

/** Where the site serves the film's fonts. */
const siteFontUrl = (file: string) => `/fonts/${encodeURIComponent(file)}`;

/** A moment at which the first page is there and one of its middle words is being spoken. */
function middleOf([first]: readonly CaptionPage[]): number {
  const words = first?.lines.flat() ?? [];
  const word = words[words.length >> 1];
  return word ? word.startMs + (word.endMs - word.startMs) * 0.7 : 0;
}

/** Width of an element in px, 0 until it is known. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** ms that run from 0 to `lengthMs` again and again, or stay at `stillMs` where motion is not wanted. */
function useLoopMs(lengthMs: number, stillMs: number): number {
  const isStill = useReducedMotion();
  const [ms, setMs] = useState(stillMs);
  useEffect(() => {
    if (isStill) {
      setMs(stillMs);
      return;
    }
    const begin = performance.now();
    let request = requestAnimationFrame(function step(now) {
      setMs((Math.max(0, Math.floor((now - begin) / STEP_MS)) * STEP_MS) % lengthMs);
      request = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(request);
  }, [isStill, lengthMs, stillMs]);
  return ms;
}

const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(REDUCED_MOTION);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(REDUCED_MOTION).matches,
    () => true,
  );
}
