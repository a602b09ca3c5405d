/** SVG path data and elements from numbers. All lengths are px of the picture. */

export type Point = readonly [number, number];

/** Rounded to a tenth of a pixel: enough to look at, and half the text. */
export const n = (value: number): number => Math.round(value * 10) / 10;

/** Straight lines through the points. */
export const polyline = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}`;

/** A Catmull-Rom spline through the points, as Bézier curves; `close` is appended (such as `Z`). */
export function spline(points: readonly Point[], close = ''): string {
  const first = points[0];
  if (!first) return '';
  let d = `M${n(first[0])} ${n(first[1])}`;
  for (let i = 0; i < points.length - 1; i++) {
    const p1 = points[i] ?? first;
    const p0 = points[i - 1] ?? p1;
    const p2 = points[i + 1] ?? p1;
    const p3 = points[i + 2] ?? p2;
    d += `C${n(p1[0] + (p2[0] - p0[0]) / 6)} ${n(p1[1] + (p2[1] - p0[1]) / 6)} `;
    d += `${n(p2[0] - (p3[0] - p1[0]) / 6)} ${n(p2[1] - (p3[1] - p1[1]) / 6)} ${n(p2[0])} ${n(p2[1])}`;
  }
  return d + close;
}

export type Attributes = Record<string, string | number | undefined>;

function attributesText(attributes: Attributes): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined)
      text += ` ${name}="${typeof value === 'number' ? Math.round(value * 1000) / 1000 : value}"`;
  }
  return text;
}

/**
 * The same look where only one of fill and stroke is painted: an opacity of the whole element is a picture of its own
 * to whoever draws it, as large as the element.
 */
function painted(attributes: Attributes, by: 'fill' | 'stroke'): Attributes {
  const { opacity, ...others } = attributes;
  const isBoth = by === 'fill' && others.stroke !== undefined;
  return opacity === undefined || isBoth ? attributes : { ...others, [`${by}-opacity`]: opacity };
}

export const shape = (d: string, fill: string, attributes: Attributes = {}): string =>
  `<path d="${d}" fill="${fill}"${attributesText(painted(attributes, 'fill'))}/>`;

export const line = (d: string, stroke: string, width: number, attributes: Attributes = {}): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${n(width)}"${attributesText(painted({ 'stroke-linecap': 'round', 'stroke-linejoin': 'round', ...attributes }, 'stroke'))}/>`;

export const circle = (x: number, y: number, r: number, fill: string, attributes: Attributes = {}): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}"${attributesText(painted(attributes, 'fill'))}/>`;

export const ellipse = (
  x: number,
  y: number,
  rx: number,
  ry: number,
  fill: string,
  attributes: Attributes = {},
): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${attributesText(painted(attributes, 'fill'))}/>`;

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  attributes: Attributes = {},
): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}"${attributesText(painted(attributes, 'fill'))}/>`;

export const group = (content: string, attributes: Attributes): string =>
  `<g${attributesText(attributes)}>${content}</g>`;

/** Moves, then turns (degrees, clockwise), then scales. */
export function place(
  content: string,
  at: Point,
  { turn = 0, scaleX = 1, scaleY = scaleX }: { turn?: number; scaleX?: number; scaleY?: number } = {},
): string {
  const turned = turn === 0 ? '' : ` rotate(${n(turn)})`;
  const scaled = scaleX === 1 && scaleY === 1 ? '' : ` scale(${scaleX.toFixed(4)} ${scaleY.toFixed(4)})`;
  return `<g transform="translate(${n(at[0])} ${n(at[1])})${turned}${scaled}">${content}</g>`;
}
