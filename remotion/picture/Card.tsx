import type { FC } from 'react';
import { AbsoluteFill } from 'remotion';
import { cardPalette } from './palette';
import { seededBetween } from './seeded';

const STARS = Array.from({ length: 14 }, (_, star) => `star ${star}`);

/**
 * What stands where a picture is missing: a quiet landscape of gradients, drawn from the seed.
 * It has no text of its own, so that it can stand under a transition as any picture does.
 */
export const Card: FC<{ seed: number }> = ({ seed }) => {
  const { sky, light, hills } = cardPalette(seed);
  const lightX = seededBetween(seed, 'light x', 0.25, 0.75);
  const lightY = seededBetween(seed, 'light y', 0.4, 0.52);
  return (
    <AbsoluteFill
      style={{ background: `linear-gradient(180deg, ${sky[0]} 0%, ${sky[1]} 48%, ${sky[2]} 78%)` }}
    >
      {STARS.map((star) => (
        <div
          key={star}
          style={{
            position: 'absolute',
            left: `${seededBetween(seed, `${star} x`, 4, 96)}%`,
            top: `${seededBetween(seed, `${star} y`, 3, 40)}%`,
            width: 6,
            height: 6,
            borderRadius: 3,
            background: light,
            opacity: seededBetween(seed, `${star} glow`, 0.15, 0.6),
          }}
        />
      ))}
      <Disc x={lightX} y={lightY} size={560} color={light} opacity={0.12} />
      <Disc x={lightX} y={lightY} size={400} color={light} opacity={0.18} />
      <Disc x={lightX} y={lightY} size={250} color={light} opacity={0.95} />
      {hills.map((color, layer) => (
        <Hill
          key={color}
          color={color}
          top={0.62 + layer * 0.12 + seededBetween(seed, `hill ${layer} height`, -0.03, 0.03)}
          shift={seededBetween(seed, `hill ${layer} shift`, -0.35, 0.35)}
        />
      ))}
    </AbsoluteFill>
  );
};

const Disc: FC<{ x: number; y: number; size: number; color: string; opacity: number }> = (disc) => (
  <div
    style={{
      position: 'absolute',
      left: `${disc.x * 100}%`,
      top: `${disc.y * 100}%`,
      width: disc.size,
      height: disc.size,
      marginLeft: -disc.size / 2,
      marginTop: -disc.size / 2,
      borderRadius: disc.size / 2,
      background: disc.color,
      opacity: disc.opacity,
    }}
  />
);

/** A wide, flat ellipse whose top edge is the ridge. */
const Hill: FC<{ color: string; top: number; shift: number }> = ({ color, top, shift }) => (
  <div
    style={{
      position: 'absolute',
      left: `${(shift - 0.6) * 100}%`,
      width: '220%',
      top: `${top * 100}%`,
      height: '70%',
      borderRadius: '50%',
      background: color,
    }}
  />
);
