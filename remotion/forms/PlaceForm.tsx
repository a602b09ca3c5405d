import type { FC } from 'react';
import { staticFile } from 'remotion';
import type { FormOf, Point } from '../contract/forms';
import { fitFontSize } from '../fonts/glyph-widths';
import { easeOut, overshoot, ramp } from '../picture/motion';
import { leading, useTypeface, useTypography } from '../text/typography';
import { alpha } from './FormGround';
import type { FormParts } from './form-parts';
import { type MapView, mapView, routePoints } from './map-view';
import { Raster } from './Raster';

type PlaceParts = FormParts<FormOf<'place'>> & { isDark: boolean };

/** When and where: a dateline, and a map where the place is known. */
export const PlaceForm: FC<PlaceParts> = (parts) => {
  const { content, ms, palette, space } = parts;
  const { date, name, at, to } = content;
  const sans = useTypeface('sans');
  const { direction } = useTypography();
  const view = at ? mapView([at, ...(to ? [to.at] : [])], space.frame) : null;
  const lines = [date, to && name ? `${name} → ${to.name}` : name].flatMap((line) => line ?? []);
  const first = 118;
  return (
    <>
      {view && at ? <WorldMap {...parts} view={view} at={at} /> : null}
      <div
        style={{
          ...sans,
          position: 'absolute',
          left: (space.frame.width - space.width) / 2,
          width: space.width,
          ...(view
            ? { top: space.middle - space.height / 2, height: 330 }
            : { top: space.middle - space.height / 2, height: space.height }),
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'center',
          alignItems: view ? 'flex-start' : 'center',
          direction,
          whiteSpace: 'pre',
        }}
      >
        {lines.map((line, order) => {
          const size = fitFontSize(
            [line],
            'sans',
            order === 0 ? (view ? first : 150) : 88,
            space.width * 0.96,
          );
          const typed = [...line].slice(
            0,
            Math.ceil([...line].length * ramp(ms, 150 + order * 700, 800 + order * 700)),
          );
          const isTyping = typed.length < [...line].length;
          return (
            <div
              key={line}
              style={{
                fontSize: size,
                lineHeight: 1.16 + leading(line),
                height: size * (1.16 + leading(line)),
                color: order === 0 ? palette.accent : palette.ink,
              }}
            >
              {typed.join('')}
              {isTyping && typed.length > 0 ? '▏' : ''}
            </div>
          );
        })}
        <div
          style={{
            marginTop: 22,
            width: 220 * easeOut(ramp(ms, 500, 1200)),
            height: 10,
            borderRadius: 5,
            background: palette.second,
          }}
        />
      </div>
    </>
  );
};

const WorldMap: FC<PlaceParts & { view: MapView; at: Point }> = ({
  content,
  view,
  at,
  ms,
  palette,
  space,
  isDark,
}) => {
  const tint = isDark ? 'light' : 'dark';
  const zoom = 1 + 0.18 * easeOut(ramp(ms, 0, 3500));
  const pin = overshoot(ramp(ms, 700, 1150));
  const ring = ((Math.max(0, ms - 1100) % 1500) / 1500) * (ms > 1100 ? 1 : 0);
  const place = view.placeOf(at);
  const target = content.to ? view.placeOf(content.to.at) : null;
  const rasterOf = (name: string) => ({
    url: staticFile(`maps/${name}-${tint}.svg`),
    box: space.frame,
    drawing: { left: view.left, top: view.top, width: view.width, height: view.width / 2 },
  });
  return (
    <div
      style={{
        position: 'absolute',
        left: 0,
        top: 0,
        width: space.frame.width,
        height: space.frame.height,
        transform: `scale(${zoom.toFixed(4)})`,
        transformOrigin: `${place.x}px ${place.y}px`,
      }}
    >
      <Raster wish={rasterOf('world')} style={{ position: 'absolute', left: 0, top: 0, opacity: 0.2 }} />
      {content.country ? (
        <Raster
          wish={rasterOf(content.country)}
          style={{ position: 'absolute', left: 0, top: 0, opacity: 0.34 * easeOut(ramp(ms, 400, 900)) }}
        />
      ) : null}
      {target
        ? routePoints(place, target).map((point, step, all) => {
            const shown = easeOut(
              ramp(ms, 1100 + (step / all.length) * 1400, 1250 + (step / all.length) * 1400),
            );
            return (
              <div
                key={`${point.x} ${point.y}`}
                style={{ ...dot(point, 16 * shown), background: palette.second }}
              />
            );
          })
        : null}
      <div style={{ ...dot(place, 60 + 190 * ring), background: alpha(palette.accent, 0.35 * (1 - ring)) }} />
      <div
        style={{
          ...dot(place, 54),
          background: palette.accent,
          transform: `translateY(${((1 - pin) * -260).toFixed(2)}px) scale(${Math.max(0.001, pin).toFixed(4)})`,
        }}
      />
      {target ? (
        <div style={{ ...dot(target, 54 * overshoot(ramp(ms, 2400, 2800))), background: palette.accent }} />
      ) : null}
    </div>
  );
};

const dot = ({ x, y }: { x: number; y: number }, size: number) =>
  ({
    position: 'absolute',
    left: x - size / 2,
    top: y - size / 2,
    width: size,
    height: size,
    borderRadius: size / 2,
  }) as const;
