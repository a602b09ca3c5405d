/** A telephone's screen, so near that nothing else matters. */
import { darken, type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED } from '#jobs/studio/illustrator/drawing/frame.ts';
import { circle, rect } from '#jobs/studio/illustrator/drawing/path.ts';
import { draw, fade, halo, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';

/** Bubbles of a chat from above: side, width and lines; the last one has just come. */
const BUBBLES = [
  { side: -1, width: 0.62, lines: 2 },
  { side: 1, width: 0.5, lines: 1 },
  { side: -1, width: 0.46, lines: 1 },
  { side: 1, width: 0.66, lines: 2 },
  { side: -1, width: 0.7, lines: 2 },
] as const;

/** A screen with messages in which nothing can be read, in a dim room with lights far off. */
export function paintPhone(stage: Stage): void {
  const { frame, palette, random, style } = stage;
  const neon = style.name === 'neon';
  const dim: Hex = neon ? '#120a34' : mix(palette.sky[0], '#1d2238', 0.55 + palette.dark * 0.25);
  const wide = frame.width + 2 * BLEED;
  const room = fade(stage, darken(dim, 0.05), lighten(dim, 0.07));
  draw(stage, 'sky', rect(-BLEED, -BLEED, wide, frame.height + 2 * BLEED, room));
  for (let i = 0; i < 9; i++) {
    const colour = random.pick(['#f2c27a', '#8fb8e0', '#e0909a', '#a8d8c0'] as const);
    const x = frame.width * random.range(-0.05, 1.05);
    const y = frame.height * random.range(0.02, 0.8);
    const light = mix(colour, dim, 0.45);
    draw(stage, 'far', circle(x, y, frame.width * random.range(0.03, 0.085), light, { opacity: 0.5 }));
  }
  const height = Math.min(frame.height * 0.66, frame.width * 1.3);
  const width = height * 0.52;
  const [x, y] = [frame.width / 2 - width / 2, frame.height * 0.43 - height / 2];
  const glow: Hex = neon ? '#5ae0ff' : '#cfe4ff';
  halo(stage, 'glow', frame.width / 2, y + height / 2, height * 0.85, glow, 0.2 + palette.dark * 0.25);
  const body: Hex = neon ? '#2a1d5a' : '#22252e';
  const paper: Hex = neon ? '#171040' : mix('#f4f6fa', dim, palette.dark * 0.12);
  const edge = width * 0.045;
  draw(
    stage,
    'middle',
    rect(x - edge, y - edge, width + 2 * edge, height + 2 * edge, body, { rx: width * 0.15 }) +
      rect(x, y, width, height, paper, { rx: width * 0.11 }) +
      rect(x + width * 0.36, y + height * 0.018, width * 0.28, height * 0.022, body, { rx: height * 0.011 }) +
      circle(x + width * 0.16, y + height * 0.1, width * 0.07, neon ? '#ff5ac8' : '#8a9ad0') +
      rect(x + width * 0.28, y + height * 0.085, width * 0.34, height * 0.03, ink(paper, 0.55), { rx: 8 }),
  );
  paintBubbles(stage, { x, y: y + height * 0.17, width, height: height * 0.76, paper });
}

interface Screen {
  x: number;
  y: number;
  width: number;
  height: number;
  paper: Hex;
}

function paintBubbles(stage: Stage, { x, y, width, height, paper }: Screen): void {
  const neon = stage.style.name === 'neon';
  const theirs: Hex = neon ? '#3a2a86' : mix(paper, '#8f9dbc', 0.34);
  const mine: Hex = neon ? '#c83ad8' : '#4f86e8';
  const line = height * 0.05;
  let top = y;
  for (const { side, width: part, lines } of BUBBLES) {
    const w = width * part;
    const h = line * (1.3 + lines * 1.25);
    const left = side < 0 ? x + width * 0.07 : x + width * 0.93 - w;
    const colour = side < 0 ? theirs : mine;
    const words = side < 0 ? ink(paper, 0.6) : '#ffffff';
    let bubble = rect(left, top, w, h, colour, { rx: line * 0.9 });
    for (let at = 0; at < lines; at++)
      bubble += rect(
        left + line * 0.8,
        top + line * (0.85 + at * 1.25),
        (w - line * 1.6) * (at === lines - 1 ? 0.7 : 1),
        line * 0.5,
        words,
        { rx: line * 0.25, opacity: 0.75 },
      );
    draw(stage, 'middle', bubble);
    top += h + line * 0.75;
  }
}

/** What is written on a screen: darker than it, or lighter where it is dark. */
const ink = (paper: Hex, by: number): Hex => mix(paper, paper === '#171040' ? '#bfb0ff' : '#3a4254', by);
