import type { FC } from 'react';
import { AbsoluteFill } from 'remotion';
import { cardLandscape, HILL, SKY_STOPS, STAR_SIZE } from './card-landscape';

const percent = (fraction: number) => `${fraction * 100}%`;

/**
 * What stands where a picture is missing: a quiet landscape of gradients, drawn from the seed.
 * It has no text of its own, so that it can stand under a transition as any picture does.
 */
export const Card: FC<{ seed: number }> = ({ seed }) => {
  const { sky, light, stars, discs, hills } = cardLandscape(seed);
  const stops = sky.map((color, at) => `${color} ${percent(SKY_STOPS[at] ?? 1)}`).join(', ');
  return (
    <AbsoluteFill style={{ background: `linear-gradient(180deg, ${stops})` }}>
      {stars.map(({ x, y, glow }) => (
        <div
          key={`${x} ${y}`}
          style={{
            position: 'absolute',
            left: percent(x),
            top: percent(y),
            width: STAR_SIZE,
            height: STAR_SIZE,
            borderRadius: STAR_SIZE / 2,
            background: light,
            opacity: glow,
          }}
        />
      ))}
      {discs.map(({ x, y, size, glow }) => (
        <div
          key={size}
          style={{
            position: 'absolute',
            left: percent(x),
            top: percent(y),
            width: size,
            height: size,
            marginLeft: -size / 2,
            marginTop: -size / 2,
            borderRadius: size / 2,
            background: light,
            opacity: glow,
          }}
        />
      ))}
      {hills.map(({ color, left, top }) => (
        <div
          key={color}
          style={{
            position: 'absolute',
            left: percent(left),
            width: percent(HILL.width),
            top: percent(top),
            height: percent(HILL.height),
            borderRadius: '50%',
            background: color,
          }}
        />
      ))}
    </AbsoluteFill>
  );
};
