import type { FC } from 'react';
import type { Word } from '../contract/story-props';
import { fitFontSize } from '../fonts/glyph-widths';
import { groupOpacity } from '../picture/group-opacity';
import { easeOut, ramp } from '../picture/motion';
import { ACCENT, INK, PAPER } from '../picture/palette';
import { TextBlock } from '../text/TextBlock';
import { leading, useTypeface } from '../text/typography';
import type { Direction } from '../text/writing';
import { CaptionLine } from './CaptionLine';
import type { CaptionPageProps } from './caption-page-props';
import { lineText, spokenPart } from './captions';

const FONT_SIZE = 60;
/** Sideways room inside the plate, px. */
const PADDING = 40;

/** A line or two on a dark plate; colour runs through the words as they are spoken. */
export const KaraokeCaptions: FC<CaptionPageProps> = ({ page, ms, place }) => {
  const typeface = useTypeface('sans');
  const lines = page.lines.map(lineText);
  const size = fitFontSize(lines, 'sans', FONT_SIZE, place.width - 2 * PADDING);
  const arrival = easeOut(ramp(ms, page.startMs - 30, page.startMs + 160));
  return (
    <TextBlock
      place={place}
      style={{
        ...typeface,
        fontSize: size,
        lineHeight: 1.36 + leading(lines.join(' ')),
        padding: `${PADDING * 0.55}px ${PADDING}px`,
        borderRadius: 34,
        background: `${INK}cc`,
        ...groupOpacity(arrival),
      }}
    >
      {page.lines.map((line) => (
        <CaptionLine key={line[0]?.startMs} words={line} gap={size * 0.29}>
          {(word, text, direction) => <FillingWord word={word} text={text} direction={direction} ms={ms} />}
        </CaptionLine>
      ))}
    </TextBlock>
  );
};

/** Filled from where it is begun to be read. */
const FillingWord: FC<{ word: Word; text: string; direction: Direction; ms: number }> = ({
  word,
  text,
  direction,
  ms,
}) => {
  const part = spokenPart(word, ms);
  const isSpoken = ms >= word.endMs;
  if (part === 0 || isSpoken) {
    return <div style={{ color: isSpoken ? ACCENT : PAPER }}>{text}</div>;
  }
  const rest = `${((1 - part) * 100).toFixed(2)}%`;
  return (
    <div style={{ position: 'relative', color: PAPER }}>
      {text}
      <div
        style={{
          position: 'absolute',
          inset: 0,
          color: ACCENT,
          // Above and below there is room for what reaches out of the line.
          clipPath: direction === 'rtl' ? `inset(-20% 0 -20% ${rest})` : `inset(-20% ${rest} -20% 0)`,
        }}
      >
        {text}
      </div>
    </div>
  );
};
