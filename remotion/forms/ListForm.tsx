import { type FC, useMemo } from 'react';
import type { FormOf } from '../contract/forms';
import { fitFontSize } from '../fonts/glyph-widths';
import { easeOut, overshoot, ramp } from '../picture/motion';
import { titleLines } from '../text/title-lines';
import { leading, useTypeface, useTypography } from '../text/typography';
import { alpha } from './FormGround';
import type { FormParts } from './form-parts';
import { type ListRow, listRows } from './list-window';

type ListParts = FormParts<FormOf<'list'>>;

/** A list that keeps its places, with the item that is told in front. */
export const ListForm: FC<ListParts> = (parts) => {
  const { content, ms, palette, space } = parts;
  const sans = useTypeface('sans');
  const { direction } = useTypography();
  const rows = useMemo(() => listRows(content), [content]);
  const heading = content.heading ?? '';
  const headingLines = useMemo(() => (heading === '' ? [] : titleLines(heading)), [heading]);
  const headingSize = fitFontSize(headingLines, 'sans', 74, space.width);
  const arrived = content.at === 0 ? easeOut(ramp(ms, 0, 420)) : 1;
  const room = (space.height - headingLines.length * headingSize * 1.2 - 60) / Math.max(3, rows.length);
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
        justifyContent: 'center',
        direction,
        color: palette.ink,
      }}
    >
      {headingLines.map((line) => (
        <div
          key={line}
          style={{
            fontSize: headingSize,
            lineHeight: 1.14 + leading(line),
            whiteSpace: 'pre',
            opacity: arrived,
            transform: `translateY(${((1 - arrived) * -40).toFixed(2)}px)`,
          }}
        >
          {line}
        </div>
      ))}
      {headingLines.length > 0 ? (
        <div
          style={{
            width: 130 * arrived,
            height: 9,
            borderRadius: 5,
            marginTop: 20,
            marginBottom: 30,
            background: palette.accent,
          }}
        />
      ) : null}
      {rows.map((row, at) => (
        <Row key={row.at} row={row} order={at} height={Math.min(168, room)} parts={parts} />
      ))}
    </div>
  );
};

const Row: FC<{ row: ListRow; order: number; height: number; parts: ListParts }> = ({
  row,
  order,
  height,
  parts,
}) => {
  const { content, ms, palette, space } = parts;
  const { direction } = useTypography();
  const { isCurrent, isTold, text, badge } = row;
  const inside = space.width - height - 60;
  const lines = text === null ? [] : titleLines(text).length > 2 ? twoLines(text) : titleLines(text);
  const size = fitFontSize(
    lines,
    'sans',
    Math.min(isCurrent ? 66 : 52, (height * 0.76) / Math.max(1, lines.length) / 1.1),
    inside,
  );
  const arrival = isCurrent ? overshoot(ramp(ms, 120, 560)) : easeOut(ramp(ms, order * 70, 300 + order * 70));
  const isFirst = content.at === 0 || isCurrent;
  const shift = isFirst ? (1 - arrival) * (direction === 'rtl' ? 120 : -120) : 0;
  return (
    <div
      style={{
        display: 'flex',
        alignItems: 'center',
        height: height - 18,
        marginBottom: 18,
        borderRadius: 34,
        background: isCurrent ? palette.card : alpha(palette.ink, 0.05),
        transform: `translateX(${shift.toFixed(2)}px)`,
      }}
    >
      <div
        style={{
          width: height - 58,
          height: height - 58,
          marginLeft: 20,
          marginRight: 20,
          borderRadius: height,
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'center',
          fontSize: (height - 58) * 0.54,
          lineHeight: 1,
          background: isCurrent ? palette.accent : alpha(palette.second, text === null ? 0.3 : 0.6),
          color: isCurrent ? palette.card : palette.ink,
        }}
      >
        {badge !== '' ? badge : content.mark === 'check' && (isTold || (isCurrent && ms > 700)) ? '✓' : ''}
      </div>
      <div
        style={{
          color: isCurrent ? palette.ink : alpha(palette.ink, 0.6),
          fontSize: size,
          lineHeight: 1.12 + leading(text ?? ''),
        }}
      >
        {lines.map((line) => (
          <div key={line} style={{ whiteSpace: 'pre' }}>
            {line}
          </div>
        ))}
        {text === null ? (
          <div
            style={{
              width: inside * (0.45 + ((row.at * 37) % 40) / 100),
              height: 26,
              borderRadius: 13,
              background: alpha(palette.ink, 0.12),
            }}
          />
        ) : null}
      </div>
    </div>
  );
};

/** A long item on two lines as even as can be. */
function twoLines(text: string): string[] {
  const words = text.split(/\s+/u);
  const half = text.length / 2;
  let first = '';
  while (words.length > 1 && first.length + (words[0]?.length ?? 0) / 2 < half) first += `${words.shift()} `;
  return [first.trim(), words.join(' ')].filter((line) => line !== '');
}
