import type { FC } from 'react';
import { fitFontSize } from '../fonts/glyph-widths';
import { easeOut, ramp } from '../picture/motion';
import type { FormPalette } from './form-palette';

/** Values side by side, each growing after the one before; the last one is to be seen first. */
export const SeriesBars: FC<{
  series: readonly { label: string; value: number }[];
  ms: number;
  palette: FormPalette;
  /** px */
  width: number;
  height: number;
}> = ({ series, ms, palette, width, height }) => {
  const most = Math.max(...series.map(({ value }) => Math.abs(value)), 1e-9);
  const step = width / series.length;
  const bar = Math.min(150, step * 0.62);
  const size = fitFontSize(
    series.map(({ label }) => label),
    'sans',
    38,
    step * 0.96,
  );
  return (
    <div style={{ display: 'flex', alignItems: 'flex-end', width, height, marginTop: 40, direction: 'ltr' }}>
      {series.map(({ label, value }, at) => {
        const grown = easeOut(ramp(ms, 300 + at * 260, 900 + at * 260));
        const tall = Math.max(10, (Math.abs(value) / most) * (height - size * 1.8) * grown);
        return (
          <div
            key={label}
            style={{ width: step, display: 'flex', flexDirection: 'column', alignItems: 'center' }}
          >
            <div
              style={{
                width: bar,
                height: tall,
                borderRadius: 16,
                background: at === series.length - 1 ? palette.accent : palette.second,
              }}
            />
            <div style={{ marginTop: size * 0.3, fontSize: size, lineHeight: 1.3, color: palette.ink }}>
              {label}
            </div>
          </div>
        );
      })}
    </div>
  );
};
