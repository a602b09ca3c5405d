import type { FC } from 'react';
import type { FormOf } from '../contract/forms';
import { fitFontSize } from '../fonts/glyph-widths';
import { easeOut, overshoot, ramp, smooth } from '../picture/motion';
import { leading, useTypeface, useTypography } from '../text/typography';
import { countedText, isYear, scoreOf, shareOf } from './counting';
import { alpha } from './FormGround';
import type { FormParts } from './form-parts';
import { SeriesBars } from './SeriesBars';

type NumberParts = FormParts<FormOf<'number'>>;

const LARGEST = 330;
/** When the number is there, ms: a little after it is named, and never later than this after the beginning. */
const COUNTING_MS = 1300;
/** How far back a year begins to roll. */
const YEARS_BACK = 40;

/** A figure that comes to its value, with what it counts, what it was before, or the others of its series. */
export const NumberForm: FC<NumberParts> = (parts) => {
  const { content, ms, palette, space, words } = parts;
  const sans = useTypeface('sans');
  const { direction } = useTypography();
  const said = words.find(({ text }) => /\p{N}/u.test(text))?.startMs ?? 0;
  const isThere = Math.max(COUNTING_MS, said + 300);
  const label = easeOut(ramp(ms, 250, 800));
  const pulse =
    1 +
    0.07 * smooth(ramp(ms, isThere, isThere + 120)) * (1 - smooth(ramp(ms, isThere + 120, isThere + 420)));
  const labelLines = content.label ? [content.label] : [];
  const labelSize = fitFontSize(labelLines, 'sans', 62, space.width);
  return (
    <div
      style={{
        ...sans,
        position: 'absolute',
        left: (space.frame.width - space.width) / 2,
        top: space.middle - space.height / 2,
        width: space.width,
        height: space.height,
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        justifyContent: 'center',
        whiteSpace: 'pre',
        direction,
        color: palette.ink,
      }}
    >
      {content.before ? <Before {...parts} /> : null}
      <div style={{ transform: `scale(${pulse.toFixed(4)})` }}>
        <Figure {...parts} amount={easeOut(ramp(ms, 0, isThere))} />
      </div>
      <Share {...parts} amount={easeOut(ramp(ms, 150, isThere))} />
      {content.label ? (
        <div
          style={{
            marginTop: 26,
            fontSize: labelSize,
            lineHeight: 1.2 + leading(content.label),
            opacity: label,
            transform: `translateY(${((1 - label) * 30).toFixed(2)}px)`,
          }}
        >
          {content.label}
        </div>
      ) : null}
      {content.series ? (
        <SeriesBars
          series={content.series}
          ms={ms}
          palette={palette}
          width={space.width}
          height={space.height * 0.42}
        />
      ) : null}
    </div>
  );
};

const Figure: FC<NumberParts & { amount: number }> = ({ content, amount, palette, space, ms }) => {
  const { shown, value, before, series } = content;
  const score = scoreOf(shown);
  const most = series ? 190 : LARGEST;
  if (score) {
    const side = overshoot(ramp(ms, 0, 500));
    return (
      <div style={{ display: 'flex', alignItems: 'center', fontSize: LARGEST, lineHeight: 1 }}>
        <div style={{ color: palette.accent, transform: `translateX(${((1 - side) * -300).toFixed(1)}px)` }}>
          {score[0]}
        </div>
        <div
          style={{
            width: 90,
            height: 22,
            borderRadius: 11,
            marginLeft: 50,
            marginRight: 50,
            background: palette.second,
          }}
        />
        <div style={{ transform: `translateX(${((1 - side) * 300).toFixed(1)}px)` }}>{score[1]}</div>
      </div>
    );
  }
  const from = before?.value ?? (isYear(shown, value) ? value - YEARS_BACK : 0);
  const size = fitFontSize([shown], 'sans', most, space.width * 0.94);
  return (
    <div style={{ fontSize: size, lineHeight: 1.08, color: palette.accent }}>
      {countedText(shown, { from, value }, amount)}
    </div>
  );
};

/** What it was before, struck out as the new value comes. */
const Before: FC<NumberParts> = ({ content, ms, palette }) => {
  const struck = easeOut(ramp(ms, 500, 1000));
  return (
    <div
      style={{
        position: 'relative',
        marginBottom: 12,
        fontSize: 110,
        lineHeight: 1.15,
        color: alpha(palette.ink, 0.6),
      }}
    >
      {content.before?.shown}
      <div
        style={{
          position: 'absolute',
          left: '-4%',
          top: '52%',
          width: `${(struck * 108).toFixed(2)}%`,
          height: 10,
          borderRadius: 5,
          background: palette.accent,
        }}
      />
    </div>
  );
};

/** A percentage as the part of a bar that it is. */
const Share: FC<NumberParts & { amount: number }> = ({ content, amount, palette, space }) => {
  const share = content.series ? null : shareOf(content.shown, content.value);
  if (share === null) return null;
  const width = space.width * 0.86;
  return (
    <div
      style={{
        marginTop: 24,
        width,
        height: 54,
        borderRadius: 27,
        background: alpha(palette.ink, 0.16),
        direction: 'ltr',
      }}
    >
      <div
        style={{
          width: Math.max(54, width * share * amount),
          height: 54,
          borderRadius: 27,
          background: palette.accent,
        }}
      />
    </div>
  );
};
