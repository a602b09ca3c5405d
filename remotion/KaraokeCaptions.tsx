import type { FC } from 'react';
import type { CaptionPageProps } from './CaptionTrack';
import { lineText, spokenPart } from './captions';
import { FONT_FAMILIES, FONT_WEIGHTS } from './fonts';
import { fitFontSize } from './glyph-widths';
import { easeOut, ramp } from './motion';
import { ACCENT, INK, PAPER } from './palette';
import type { Word } from './story-props';
import { TextBlock } from './TextBlock';

const FONT_SIZE = 60;
/** Sideways room inside the plate, px. */
const PADDING = 40;

/** A line or two on a dark plate; colour runs through the words as they are spoken. */
export const KaraokeCaptions: FC<CaptionPageProps> = ({ page, ms, place }) => {
  const size = fitFontSize(page.lines.map(lineText), 'sans', FONT_SIZE, place.width - 2 * PADDING);
  const arrival = easeOut(ramp(ms, page.startMs - 30, page.startMs + 160));
  return (
    <TextBlock
      place={place}
      style={{
        fontFamily: FONT_FAMILIES.sans,
        fontWeight: FONT_WEIGHTS.sans,
        fontSize: size,
        lineHeight: 1.36,
        padding: `${PADDING * 0.55}px ${PADDING}px`,
        borderRadius: 34,
        background: `${INK}b8`,
        opacity: arrival,
      }}
    >
      {page.lines.map((line) => (
        <div key={line[0]?.startMs} style={{ display: 'flex', columnGap: size * 0.29 }}>
          {line.map((word) => (
            <FillingWord key={word.startMs} word={word} ms={ms} />
          ))}
        </div>
      ))}
    </TextBlock>
  );
};

const FillingWord: FC<{ word: Word; ms: number }> = ({ word, ms }) => {
  const part = spokenPart(word, ms);
  const isSpoken = ms >= word.endMs;
  if (part === 0 || isSpoken) {
    return <span style={{ color: isSpoken ? ACCENT : PAPER }}>{word.text}</span>;
  }
  return (
    <span style={{ position: 'relative', color: PAPER }}>
      {word.text}
      <span
        style={{
          position: 'absolute',
          inset: 0,
          color: ACCENT,
          clipPath: `inset(0 ${((1 - part) * 100).toFixed(2)}% 0 0)`,
        }}
      >
        {word.text}
      </span>
    </span>
  );
};
