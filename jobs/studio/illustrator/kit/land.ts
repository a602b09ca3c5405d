/** Sheets of land: hills, ridges and paths. */
import { darken, type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { BLEED } from '#jobs/studio/illustrator/drawing/frame.ts';
import { line, type Point, polyline, shape, spline } from '#jobs/studio/illustrator/drawing/path.ts';
import { fade, type Stage } from '#jobs/studio/illustrator/drawing/stage.ts';

/** One sheet of paper across the picture: its shadow on what lies behind, its face, its lit edge. */
export function sheet(stage: Stage, d: string, colour: Hex, { rim = true }: { rim?: boolean } = {}): string {
  const { palette, style } = stage;
  let svg = '';
  if (style.layerShadow > 0.3) {
    const steps: readonly (readonly [number, number])[] = [
      [50, 0.05],
      [34, 0.07],
      [20, 0.1],
      [9, 0.13],
    ];
    for (const [width, opacity] of steps) {
      svg += line(d, palette.shadow, width, {
        opacity: opacity * style.layerShadow * 1.3,
        transform: 'translate(0 -5)',
      });
    }
  }
  svg += shape(d, fade(stage, lighten(colour, 0.05), darken(colour, 0.1)));
  if (rim && style.rim > 0) {
    svg += line(d, mix(lighten(colour, 0.12), palette.light, 0.45), 3.5, { opacity: style.rim });
  }
  return svg;
}

/** Closes an upper edge downwards, far below the picture. */
export const closeBelow = (stage: Stage): string =>
  `L${stage.frame.width + BLEED} ${stage.frame.height + BLEED}L${-BLEED} ${stage.frame.height + BLEED}Z`;

export interface Hill {
  svg: string;
  /** y of the edge at x, px. */
  at: (x: number) => number;
}

/** A rolling hill whose edge swings `swing` px around `y`. */
export function hill(stage: Stage, y: number, swing: number, colour: Hex): Hill {
  const { random, frame } = stage;
  const span = Math.max(frame.width, 1080);
  const slow = random.range(0.6, 1.3);
  const quick = random.range(1.6, 2.8);
  const phase = random.range(0, 6.28);
  const quickPhase = random.range(0, 6.28);
  const edge = (x: number) =>
    y -
    swing *
      (0.62 * Math.sin((x / span) * slow * 6.28 + phase) +
        0.38 * Math.sin((x / span) * quick * 6.28 + quickPhase));
  const points: Point[] = [];
  for (let x = -180; x <= frame.width + BLEED + 59; x += 60) points.push([x, edge(x)]);
  return { svg: sheet(stage, spline(points) + closeBelow(stage), colour), at: edge };
}

/** A mountain ridge by midpoint displacement, `height` px above `y`; optionally with snow on its crests. */
export function ridge(stage: Stage, y: number, height: number, colour: Hex, snow = false): string {
  const { random, frame, palette } = stage;
  const { width } = frame;
  const peaks = Math.max(2, Math.round(width / 560));
  let points: Point[] = [[-BLEED, y + random.range(-0.3, 0.3) * height]];
  for (let i = 0; i < peaks; i++) {
    points.push([(width * (i + random.range(0.35, 0.55))) / peaks, y - height * random.range(0.6, 1)]);
    points.push([(width * (i + random.range(0.85, 1.05))) / peaks, y - height * random.range(0, 0.35)]);
  }
  points.push([width + BLEED, y + random.range(-0.2, 0.4) * height]);
  let rough = height * 0.26;
  for (let round = 0; round < 4; round++) {
    const finer: Point[] = [];
    for (let i = 0; i < points.length - 1; i++) {
      const a = points[i] as Point;
      const b = points[i + 1] as Point;
      finer.push(a, [
        (a[0] + b[0]) / 2 + random.range(-0.06, 0.06) * (b[0] - a[0]),
        (a[1] + b[1]) / 2 + random.range(-0.5, 0.5) * rough,
      ]);
    }
    finer.push(points[points.length - 1] as Point);
    points = finer;
    rough *= 0.5;
  }
  let svg = sheet(stage, polyline(points) + closeBelow(stage), colour);
  if (snow) svg += snowCaps(points, y - height * 0.34, mix('#ffffff', palette.sky[2], 0.22));
  return svg;
}

/** Snow on every stretch of the crest above `limit` (y, px), with a ragged lower edge. */
function snowCaps(points: readonly Point[], limit: number, colour: Hex): string {
  let d = '';
  let run: Point[] = [];
  const flush = () => {
    if (run.length > 2) {
      const lower = run
        .map(([x, y], i): Point => [x, y + Math.min(limit - y + 8, 30 + ((i * 37) % 3) * 26)])
        .reverse();
      d += `${polyline([...run, ...lower])}Z`;
    }
    run = [];
  };
  for (const point of points) {
    if (point[1] < limit) run.push(point);
    else flush();
  }
  flush();
  return d ? shape(d, colour, { opacity: 0.92 }) : '';
}

/** A path that winds from the horizon towards the viewer, wider as it comes. */
export function windingPath(stage: Stage, colour: Hex): string {
  const { frame, random, palette } = stage;
  const top = frame.edge + 4;
  const bottom = frame.height + BLEED;
  const centre = frame.width * (0.5 - stage.heroSide * 0.06);
  const sway = frame.width * random.range(0.1, 0.17) * random.sign();
  const left: Point[] = [];
  const right: Point[] = [];
  const steps = 9;
  for (let i = 0; i <= steps; i++) {
    const t = i / steps;
    const near = t ** 1.5;
    const y = top + (bottom - top) * near;
    const x =
      centre + Math.sin(t * 5.2 + 0.6) * sway * (0.25 + 1.1 * t) + frame.width * 0.12 * t * -stage.heroSide;
    const half = (10 + frame.width * 0.17 * near) * (0.75 + 0.25 * frame.zoom);
    left.push([x - half, y]);
    right.unshift([x + half, y]);
  }
  const d = `${spline(left)}L${spline(right).slice(1)}Z`;
  return (
    line(d, mix(colour, palette.front, 0.35), 10, { opacity: 0.25 }) +
    shape(d, fade(stage, mix(colour, palette.sky[2], 0.3), mix(colour, palette.front, 0.3)), {
      opacity: 0.96,
    })
  );
}
