import { type FC, useMemo } from 'react';
import { CaptionLine } from '../captions/CaptionLine';
import { captionPages, lineText } from '../captions/captions';
import type { FormOf } from '../contract/forms';
import type { FormatName } from '../contract/story-props';
import { fitFontSize } from '../fonts/glyph-widths';
import { easeOut, ramp, smooth } from '../picture/motion';
import { leading, useTypeface, useTypography } from '../text/typography';
import { alpha } from './FormGround';
import type { FormParts } from './form-parts';

const GROUPINGS: Record<FormatName, Parameters<typeof captionPages>[1]> = {
  '9:16': { maxWords: 26, maxLineChars: 22, maxLines: 7, idealChars: 120 },
  '1:1': { maxWords: 26, maxLineChars: 28, maxLines: 5, idealChars: 120 },
  '16:9': { maxWords: 30, maxLineChars: 40, maxLines: 4, idealChars: 140 },
};
const LARGEST = 104;
const LINE_HEIGHT = 1.24;

/** A saying, word by word, and whose it is. */
export const QuoteForm: FC<FormParts<FormOf<'quote'>>> = ({ content, words, format, ms, palette, space }) => {
  const serif = useTypeface('serif');
  const sans = useTypeface('sans');
  const { direction } = useTypography();
  const pages = useMemo(() => captionPages(words, GROUPINGS[format]), [words, format]);
  const page = pages.findLast(({ startMs }) => startMs - 80 <= ms) ?? pages[0];
  if (!page) return null;
  const texts = page.lines.map(lineText);
  const lineHeight = LINE_HEIGHT + leading(texts.join(' '));
  const tallest = (space.height * 0.62) / (texts.length * lineHeight);
  const size = fitFontSize(texts, 'serif', Math.min(LARGEST, tallest), space.width * 0.96);
  const mark = easeOut(ramp(ms, 0, 420));
  const isLast = page === pages.at(-1);
  const named = isLast ? easeOut(ramp(ms, page.startMs + 350, page.startMs + 900)) : 0;
  return (
    <div
      style={{
        position: 'absolute',
        left: (space.frame.width - space.width) / 2,
        top: space.middle - space.height / 2,
        width: space.width,
        height: space.height,
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'center',
        direction,
      }}
    >
      <div
        style={{
          ...serif,
          height: 150,
          fontSize: 330,
          lineHeight: 1,
          color: palette.accent,
          transform: `translateY(${((1 - mark) * -60).toFixed(2)}px) scale(${(0.6 + mark * 0.4).toFixed(4)})`,
          transformOrigin: direction === 'rtl' ? '100% 50%' : '0% 50%',
        }}
      >
        {direction === 'rtl' ? '”' : '“'}
      </div>
      <div style={{ ...serif, fontSize: size, lineHeight, whiteSpace: 'pre' }}>
        {page.lines.map((line) => (
          <CaptionLine key={line[0]?.startMs} words={line} gap={size * 0.24}>
            {(word, shown) => {
              const spoken = smooth(ramp(ms, word.startMs - 120, word.startMs + 160));
              return <div style={{ color: alpha(palette.ink, 0.22 + 0.78 * spoken) }}>{shown}</div>;
            }}
          </CaptionLine>
        ))}
      </div>
      <div style={{ height: 150, marginTop: size * 0.6 }}>
        {content.by && named > 0 ? (
          <>
            <div style={{ width: 150 * named, height: 9, borderRadius: 5, background: palette.accent }} />
            <div style={{ ...sans, marginTop: 24, fontSize: 50, color: palette.ink, opacity: named }}>
              {content.by}
            </div>
            {content.about ? (
              <div style={{ ...sans, marginTop: 6, fontSize: 36, color: palette.ink, opacity: named * 0.72 }}>
                {content.about}
              </div>
            ) : null}
          </>
        ) : null}
      </div>
    </div>
  );
};
