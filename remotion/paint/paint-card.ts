/** What stands where a picture is missing, on a canvas. */
import { cardLandscape, HILL, SKY_STOPS, STAR_SIZE } from '../picture/card-landscape';
import type { Box, Context2D } from './context-2d';

/** Paints a seed's card over an area of this size, px. */
export function paintCard(
  context: Context2D,
  seed: number,
  { width, height }: Pick<Box, 'width' | 'height'>,
): void {
  const { sky, light, stars, discs, hills } = cardLandscape(seed);
  const air = context.createLinearGradient(0, 0, 0, height);
  sky.forEach((color, at) => {
    air.addColorStop(SKY_STOPS[at] ?? 1, color);
  });
  context.fillStyle = air;
  context.fillRect(0, 0, width, height);
  context.fillStyle = light;
  for (const { x, y, glow } of stars) {
    context.globalAlpha = glow;
    fillEllipse(context, x * width + STAR_SIZE / 2, y * height + STAR_SIZE / 2, STAR_SIZE, STAR_SIZE);
  }
  for (const { x, y, size, glow } of discs) {
    context.globalAlpha = glow;
    fillEllipse(context, x * width, y * height, size, size);
  }
  context.globalAlpha = 1;
  for (const { color, left, top } of hills) {
    const hill = { width: HILL.width * width, height: HILL.height * height };
    context.fillStyle = color;
    fillEllipse(
      context,
      left * width + hill.width / 2,
      top * height + hill.height / 2,
      hill.width,
      hill.height,
    );
  }
}

/** @param x of its middle, as `y` */
function fillEllipse(context: Context2D, x: number, y: number, width: number, height: number): void {
  context.beginPath();
  context.ellipse(x, y, width / 2, height / 2, 0, 0, 2 * Math.PI);
  context.fill();
}
