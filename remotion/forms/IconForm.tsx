import type { FC } from 'react';
import { staticFile } from 'remotion';
import type { FormOf } from '../contract/forms';
import { easeOut, overshoot, ramp } from '../picture/motion';
import { seededBetween } from '../picture/seeded';
import { alpha } from './FormGround';
import type { FormParts } from './form-parts';
import { iconGapMs } from './icon-times';
import { Raster } from './Raster';

/** One to three large things, which come one after the other and do not stand still. */
export const IconForm: FC<FormParts<FormOf<'icon'>>> = ({
  content,
  seed,
  ms,
  durationMs,
  palette,
  space,
}) => {
  const { icons } = content;
  const size = Math.round(
    Math.min(space.height * (icons.length === 1 ? 0.74 : 0.56), (space.width / icons.length) * 0.74),
  );
  const gap = iconGapMs(durationMs, icons.length);
  return (
    <>
      {icons.map((name, at) => {
        const since = ms - at * gap;
        const arrival = overshoot(ramp(since, 0, 420));
        const middle = space.frame.width / 2 + (at - (icons.length - 1) / 2) * (space.width / icons.length);
        const lower = icons.length > 1 ? (at % 2 === 0 ? -0.05 : 0.07) * space.height : 0;
        const float = Math.sin(ms / 620 + at * 1.9) * 14;
        const turn = Math.sin(ms / 900 + at) * 2.5 + seededBetween(seed, `icon ${at}`, -4, 4);
        const drop = (1 - easeOut(ramp(since, 0, 320))) * -140;
        const disc = size * 1.26;
        return (
          <div
            key={name}
            style={{
              position: 'absolute',
              left: middle - disc / 2,
              top: space.middle + lower - disc / 2,
              width: disc,
              height: disc,
              borderRadius: disc / 2,
              background: alpha(at % 2 === 0 ? palette.accent : palette.second, 0.26),
              transform: `scale(${Math.max(0.001, arrival).toFixed(4)})`,
            }}
          >
            <div
              style={{
                position: 'absolute',
                left: (disc - size) / 2,
                top: (disc - size) / 2,
                width: size,
                height: size,
                transform: `translateY(${(drop + float).toFixed(2)}px) rotate(${turn.toFixed(3)}deg)`,
              }}
            >
              <Raster
                wish={{
                  url: staticFile(`icons/${name}.svg`),
                  box: { width: size, height: size },
                  drawing: { left: 0, top: 0, width: size, height: size },
                }}
              />
            </div>
          </div>
        );
      })}
    </>
  );
};
