import { type CSSProperties, type FC, useMemo } from 'react';
import { CaptionLine } from '../captions/CaptionLine';
import { type CaptionPage, captionPages, lineText } from '../captions/captions';
import type { FormOf } from '../contract/forms';
import type { Word } from '../contract/story-props';
import { easeOut, overshoot, ramp } from '../picture/motion';
import { leading, useTypeface, useTypography } from '../text/typography';
import type { FormParts } from './form-parts';
import { kineticGrouping, layoutOf, type SetLine, setLines } from './kinetic';

const LINE_HEIGHT = 1.06;
/** How long a word takes to come, ms; it begins a little before it is spoken. */
const ARRIVAL = { before: 60, after: 170 };
/** How long a page takes to go, ms. */
const LEAVING = 140;

/** The scene's words themselves, large, as they are spoken. */
export const WordsForm: FC<FormParts<FormOf<'words'>>> = ({
  content,
  words,
  format,
  seed,
  ms,
  palette,
  space,
}) => {
  const pages = useMemo(() => captionPages(words, kineticGrouping(format)), [words, format]);
  const at = Math.max(
    0,
    pages.findLastIndex(({ startMs }) => startMs - ARRIVAL.before <= ms),
  );
  const page = pages[at];
  if (!page) return null;
  return (
    <KineticPage
      key={page.startMs}
      page={page}
      layout={layoutOf(seed, at)}
      stress={content.stress ?? ''}
      nextMs={pages[at + 1]?.startMs ?? Number.POSITIVE_INFINITY}
      ms={ms}
      ink={palette.ink}
      accent={palette.accent}
      box={{ width: space.width, height: space.height, middle: space.middle }}
    />
  );
};

interface KineticPageProps {
  page: CaptionPage;
  layout: ReturnType<typeof layoutOf>;
  stress: string;
  /** When the next page begins. */
  nextMs: number;
  ms: number;
  ink: string;
  accent: string;
  box: { width: number; height: number; middle: number };
}

const KineticPage: FC<KineticPageProps> = ({ page, layout, stress, nextMs, ms, ink, accent, box }) => {
  const typeface = useTypeface('sans');
  const { direction } = useTypography();
  const text = page.lines.map(lineText).join(' ');
  const lineHeight = LINE_HEIGHT + leading(text);
  const lines = useMemo(
    () => setLines(page, { stress, face: 'sans', box, lineHeight }),
    [page, stress, box.width, box.height, lineHeight, box],
  );
  const gone = easeOut(ramp(ms, nextMs - ARRIVAL.before - LEAVING, nextMs - ARRIVAL.before));
  const rise = -gone * 90;
  const zoom = 1 + 0.035 * ramp(ms, page.startMs, page.startMs + 3500);
  return (
    <div
      style={{
        ...typeface,
        position: 'absolute',
        left: 0,
        right: 0,
        top: box.middle - box.height / 2,
        height: box.height,
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'center',
        alignItems: 'center',
        transform: `translateY(${rise.toFixed(2)}px) scale(${zoom.toFixed(4)})`,
      }}
    >
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          width: box.width,
          direction,
          alignItems: layout === 'middle' ? 'center' : 'flex-start',
        }}
      >
        {page.lines.map((line, at) => {
          const { size, isLarge } = lines[at] ?? ({ size: 80, isLarge: false } satisfies SetLine);
          return (
            <div
              key={line[0]?.startMs}
              style={{
                fontSize: size,
                lineHeight,
                whiteSpace: 'pre',
                color: isLarge ? accent : ink,
                ...(layout === 'stairs' && stair(at, box.width, direction)),
              }}
            >
              <CaptionLine words={line} gap={size * 0.27}>
                {(word, shown) => <div style={arrivalOf(word, ms, gone)}>{shown}</div>}
              </CaptionLine>
            </div>
          );
        })}
      </div>
    </div>
  );
};

/** Each line begins further in, as far as there is room. */
function stair(at: number, width: number, direction: 'ltr' | 'rtl'): CSSProperties {
  const margin = Math.min(at, 2) * width * 0.035;
  return direction === 'rtl' ? { marginRight: margin } : { marginLeft: margin };
}

function arrivalOf(word: Word, ms: number, gone: number): CSSProperties {
  const part = ramp(ms, word.startMs - ARRIVAL.before, word.startMs + ARRIVAL.after);
  if (part === 0) return { opacity: 0 };
  const shift = (1 - easeOut(part)) * 46;
  return {
    opacity: Math.min(1, part * 2.5) * (1 - gone),
    transform: `translateY(${shift.toFixed(2)}px) scale(${(0.82 + 0.18 * overshoot(part)).toFixed(4)})`,
  };
}
