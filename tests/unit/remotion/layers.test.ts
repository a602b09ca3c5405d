import { describe, expect, it } from 'vitest';
import { LAYER_BLEED, LAYER_LIVES } from '#remotion/contract/story-props.ts';
import { layerCameraAt } from '#remotion/picture/camera.ts';
import { layerState, withinBleed } from '#remotion/picture/layer-life.ts';

const SEEDS = Array.from({ length: 120 }, (_, at) => at * 7919);
const FRAMES = [-13, -12, 0, 1, 30, 90, 200, 419, 420, 421, 600, 1200, 1800];
const DEPTHS = [0, 0.25, 0.5, 0.75, 1];

describe('layerCameraAt', () => {
  it('always covers the frame with what reaches beyond it', () => {
    for (const seed of SEEDS) {
      for (const frames of FRAMES) {
        for (const depth of DEPTHS) {
          const { scale, x, y } = layerCameraAt(seed, frames, depth);
          const spare = ((1 + 2 * LAYER_BLEED) * scale - 1) / 2 + 1e-9;
          expect(Math.abs(x)).toBeLessThanOrEqual(spare);
          expect(Math.abs(y)).toBeLessThanOrEqual(spare);
        }
      }
    }
  });

  it('moves what is near more than what is far, and always in the same direction', () => {
    for (const seed of SEEDS) {
      const travel = DEPTHS.map((depth) => {
        const [from, to] = [layerCameraAt(seed, 240, depth), layerCameraAt(seed, 0, depth)];
        return { zoom: to.scale - from.scale, x: to.x - from.x, y: to.y - from.y };
      });
      travel.slice(1).forEach((near, at) => {
        const far = travel[at];
        for (const axis of ['zoom', 'x', 'y'] as const) {
          expect(Math.abs(near[axis])).toBeGreaterThanOrEqual(Math.abs(far?.[axis] ?? 0));
          expect(near[axis] * (far?.[axis] ?? 0)).toBeGreaterThanOrEqual(0);
        }
      });
      const [far, near] = [travel[0], travel.at(-1)];
      expect(Math.hypot(near?.zoom ?? 0, near?.x ?? 0, near?.y ?? 0)).toBeGreaterThan(
        Math.hypot(far?.zoom ?? 0, far?.x ?? 0, far?.y ?? 0) * 2,
      );
    }
  });
});

describe('layerState', () => {
  it('changes gently from frame to frame, across the end of the scene too', () => {
    for (const life of LAYER_LIVES.filter((each) => each !== 'blink')) {
      for (let frames = 300; frames > -12; frames--) {
        const [from, to] = [layerState(life, 5, 0.5, frames), layerState(life, 5, 0.5, frames - 1)];
        expect(Math.abs(to.x - from.x)).toBeLessThan(0.001);
        expect(Math.abs(to.opacity - from.opacity)).toBeLessThan(0.05);
        expect(Math.abs(to.stretch - from.stretch)).toBeLessThan(0.001);
        expect(Math.abs(to.stretch - 1)).toBeLessThan(0.006);
        const fall = to.fallen - from.fallen;
        expect(fall < 0 ? fall + 1 : fall).toBeLessThan(0.04);
        for (const value of [to.fallen, to.opacity]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  it('lets rain and snow fall, clouds drift and light breathe, and the rest be still', () => {
    const moves = (life: (typeof LAYER_LIVES)[number], key: 'x' | 'fallen' | 'opacity') =>
      layerState(life, 5, 0.5, 100)[key] !== layerState(life, 5, 0.5, 60)[key];
    expect(moves('rain', 'fallen') && moves('snow', 'fallen')).toBe(true);
    expect(moves('drift', 'x') && moves('glow', 'opacity')).toBe(true);
    expect(moves('still', 'x') || moves('still', 'fallen') || moves('still', 'opacity')).toBe(false);
  });

  it('blinks for four frames in each 96, at odd moments, and breathes on', () => {
    const opacities = Array.from(
      { length: 96 * 20 },
      (_, at) => layerState('blink', 5, 0.75, 1000 - at).opacity,
    );
    expect(new Set(opacities)).toEqual(new Set([0, 1]));
    const begun = opacities.flatMap((now, at) => (now === 1 && opacities[at - 1] === 0 ? [at] : []));
    expect(begun.length).toBeGreaterThanOrEqual(19);
    expect(opacities.filter((now) => now === 1).length / begun.length).toBeCloseTo(4, 0);
    const gaps = begun.slice(1).map((at, i) => at - (begun[i] ?? 0));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeGreaterThan(40);
    expect(layerState('blink', 5, 0.75, 77).stretch).toBe(layerState('breathe', 5, 0.75, 77).stretch);
    expect(layerState('still', 5, 0.75, 77).stretch).toBe(1);
    expect(layerState('talk', 5, 0.75, 77).opacity).toBe(0);
    expect(layerState('talk', 5, 0.75, 77, true)).toEqual({
      ...layerState('breathe', 5, 0.75, 77),
      opacity: 1,
    });
  });

  it('is the same for the same seed and frame', () => {
    expect(layerState('snow', 3, 0.4, 77)).toEqual(layerState('snow', 3, 0.4, 77));
  });
});

describe('withinBleed', () => {
  it('holds a shift where the layer still covers the frame', () => {
    expect(withinBleed(0.05, 1)).toBe(0.05);
    expect(withinBleed(0.5, 1)).toBeCloseTo(LAYER_BLEED);
    expect(withinBleed(-0.5, 1.1)).toBeCloseTo(-(1.16 * 1.1 - 1) / 2);
  });
});
