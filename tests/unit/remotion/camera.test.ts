import { describe, expect, it } from 'vitest';
import { CAMERA_MOVES, cameraAt, cameraMove, cameraTransform } from '#remotion/picture/camera.ts';

const SEEDS = Array.from({ length: 200 }, (_, at) => at * 7919);
/** From the end of the next scene's transition back to the start of a scene of a minute. */
const FRAMES = [-13, -12, -6, 0, 1, 30, 90, 200, 419, 420, 421, 600, 1200, 1800];

describe('cameraAt', () => {
  it('always covers the frame', () => {
    for (const seed of SEEDS) {
      for (const frames of FRAMES) {
        const { scale, x, y } = cameraAt(seed, frames);
        const margin = (scale - 1) / 2;
        expect(margin).toBeGreaterThan(0);
        expect(Math.abs(x)).toBeLessThanOrEqual(margin);
        expect(Math.abs(y)).toBeLessThanOrEqual(margin);
      }
    }
  });

  it('moves slowly and without a jump, across the end of the scene too', () => {
    let zoom = 0;
    let shift = 0;
    for (const seed of SEEDS) {
      for (let frames = 900; frames > -12; frames--) {
        const [from, to] = [cameraAt(seed, frames), cameraAt(seed, frames - 1)];
        zoom = Math.max(zoom, Math.abs(to.scale - from.scale));
        shift = Math.max(shift, Math.hypot(to.x - from.x, to.y - from.y));
      }
    }
    expect(zoom).toBeLessThan(0.001);
    expect(shift).toBeLessThan(0.001);
  });

  it('is still moving at the end of every scene', () => {
    for (const seed of SEEDS) {
      expect(cameraTransform(cameraAt(seed, 0))).not.toBe(cameraTransform(cameraAt(seed, -1)));
      expect(cameraTransform(cameraAt(seed, 1))).not.toBe(cameraTransform(cameraAt(seed, 0)));
    }
  });

  it('is the same for the same seed', () => {
    expect(cameraAt(42, 77)).toEqual(cameraAt(42, 77));
  });
});

describe('cameraMove', () => {
  it('uses every move, about equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 1200; seed++) {
      counts.set(cameraMove(seed), (counts.get(cameraMove(seed)) ?? 0) + 1);
    }
    for (const move of CAMERA_MOVES) expect(counts.get(move)).toBeGreaterThan(120);
  });
});
