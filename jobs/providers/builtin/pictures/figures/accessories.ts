/** What people carry or need: a thing in the hand, a helmet of glass, a book. */
import { glyphAt } from '../glyphs/glyph';
import { group, line, n, rect, shape } from '../path';
import type { Action, SceneReading } from '../scene';
import type { Body, Pose } from './body';

export interface PersonOptions {
  role: string | null;
  action: Action;
  mood: SceneReading['mood'];
  /** A glyph carried in the right hand, `height` units tall. */
  held?: { glyph: string; height: number; unique: string } | undefined;
  /** A glass bubble around the head, where there is no air. */
  bubble?: boolean;
  /** Seen from behind: no face, no buttons. */
  fromBehind?: boolean;
}

export function carried(body: Body, pose: Pose, held: PersonOptions['held']): string {
  if (!held) return '';
  const x = body.shoulder * 0.92 + pose.hands[1][0] + held.height * 0.3;
  const y = body.shoulderY + 40 + pose.hands[1][1];
  return glyphAt(held.glyph, x, y + held.height * 0.4, held.height, held.unique);
}

export const bubbleSvg = (body: Body): string => {
  const r = body.head * 1.55;
  const y = body.headY + body.head * 0.1;
  return (
    `<circle cx="0" cy="${n(y)}" r="${n(r)}" fill="#dff3ff" fill-opacity=".2" stroke="#eef8ff" stroke-opacity=".85" stroke-width="14"/>` +
    line(
      `M${n(-r * 0.7)} ${n(y - r * 0.35)}Q${n(-r * 0.5)} ${n(y - r * 0.72)} ${n(-r * 0.1)} ${n(y - r * 0.78)}`,
      '#ffffff',
      18,
      { opacity: 0.8 },
    ) +
    rect(-body.head * 0.8, y + r * 0.86, body.head * 1.6, body.head * 0.3, '#b7c1cc', { rx: 20 })
  );
};

export function book(body: Body): string {
  const y = (body.shoulderY + body.hipY) / 2 + 20;
  return group(
    shape(
      `M-130 ${n(y - 80)}Q-60 ${n(y - 108)} 0 ${n(y - 76)}Q60 ${n(y - 108)} 130 ${n(y - 80)}V${n(y + 62)}Q60 ${n(y + 34)} 0 ${n(y + 66)}Q-60 ${n(y + 34)} -130 ${n(y + 62)}Z`,
      '#b5483a',
    ) +
      shape(
        `M-118 ${n(y - 74)}Q-60 ${n(y - 98)} -3 ${n(y - 68)}V${n(y + 52)}Q-60 ${n(y + 24)} -118 ${n(y + 48)}ZM118 ${n(y - 74)}Q60 ${n(y - 98)} 3 ${n(y - 68)}V${n(y + 52)}Q60 ${n(y + 24)} 118 ${n(y + 48)}Z`,
        '#fbf3e2',
      ),
    {},
  );
}
