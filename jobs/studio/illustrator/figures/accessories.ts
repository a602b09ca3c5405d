/** What people carry or need: a thing in the hand, a helmet of glass, a book. */

import type { Action, SceneReading } from '#jobs/story/film/scene-reading.ts';
import { group, line, n, rect, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { glyphAt } from '#jobs/studio/illustrator/glyphs/glyph.ts';
import type { Body, Pose } from './body';

export interface PersonOptions {
  role: string | null;
  action: Action;
  mood: SceneReading['mood'];
  /** A glyph carried in the right hand, `height` units tall. */
  held?: { glyph: string; height: number; unique: string } | undefined;
  /** What someone who reads holds; a book where nothing else is told. */
  readsFrom?: 'book' | 'letter' | 'newspaper' | 'map';
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

/** A sheet held in both hands: a letter, a newspaper or a map. */
export function sheet(body: Body, kind: 'letter' | 'newspaper' | 'map'): string {
  const y = (body.shoulderY + body.hipY) / 2 + 10;
  const half = kind === 'letter' ? 92 : 150;
  const tall = kind === 'letter' ? 120 : 104;
  const paper = kind === 'map' ? '#ecd9ae' : '#fbf6ea';
  let svg =
    rect(-half - 6, y - tall, half * 2 + 12, tall * 2, '#8d8478', { rx: 6, opacity: 0.35 }) +
    rect(-half, y - tall - 6, half * 2, tall * 2, paper, { rx: 6 });
  if (kind === 'map')
    return (
      svg +
      line(
        `M${n(-half * 0.7)} ${n(y + tall * 0.4)}Q${n(-half * 0.2)} ${n(y - tall * 0.6)} ${n(half * 0.2)} ${n(y)}T${n(half * 0.7)} ${n(y - tall * 0.5)}`,
        '#b5483a',
        10,
        { 'stroke-dasharray': '22 18' },
      ) +
      shape(`M${n(half * 0.56)} ${n(y - tall * 0.66)}l40 40m0 -40l-40 40`, 'none', {
        stroke: '#b5483a',
        'stroke-width': 12,
      })
    );
  for (let i = 0; i < 5; i++)
    svg += rect(-half * 0.74, y - tall * 0.66 + i * tall * 0.3, half * (i === 4 ? 0.8 : 1.48), 9, '#8f8a96', {
      rx: 4,
    });
  return svg;
}

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
