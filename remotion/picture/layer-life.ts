/**
 * What stirs in a picture's layers besides the camera: clouds, rain, snow, light, and people. A function of the frame
 * and a seed alone, measured from the scene's end as the camera is.
 */

import { FPS, LAYER_BLEED, type LayerLife } from '../contract/story-props';
import { seededBetween } from './seeded';

/** How a layer is changed at a moment. */
export interface LayerState {
  /** Shift to the right as a fraction of the frame's width. */
  x: number;
  /** How far a falling layer has scrolled down its own height, from 0 to 1; 0 for all others. */
  fallen: number;
  /** From 0 to 1. */
  opacity: number;
  /** How much taller it is than drawn, its feet standing still; 1 for most. */
  stretch: number;
}

/** Clouds go there and back in so many seconds, so far to either side (a fraction of the frame). */
const DRIFT_SECONDS = 44;
const DRIFT = 0.035;
/** Layer heights per second of the farthest rain and snow; the nearest falls twice as fast. */
const RAIN_SPEED = 0.55;
const SNOW_SPEED = 0.045;
/** Snow sways so far in so many seconds. */
const SWAY = 0.012;
const SWAY_SECONDS = 7;
/** Light breathes in so many seconds, down to this part of its strength. */
const GLOW_SECONDS = 3.7;
const GLOW_LEAST = 0.62;
/** People breathe in so many seconds, and are so much taller and smaller meanwhile. */
const BREATH_SECONDS = 3.4;
const BREATH = 0.005;
/** About where they stand, as a fraction of the frame's height: from there on they grow. */
export const FEET = 0.65;
/** They blink once in so many frames, for so many. */
const BLINK_EVERY_FRAMES = 96;
const BLINK_FRAMES = 4;

/**
 * The state of a layer `framesToEnd` frames before its scene's end (negative during the next transition).
 * @param isSpeaking whether a mouth is open at that moment
 */
export function layerState(
  life: LayerLife,
  seed: number,
  depth: number,
  framesToEnd: number,
  isSpeaking = false,
): LayerState {
  // Who blinks and talks breathes on.
  const phase = isBreathing(life) ? 'breathe' : life;
  const seconds = seededBetween(seed, `life ${phase}`, 0, 60) - framesToEnd / FPS;
  const wave = (period: number) => Math.sin((seconds / period) * 2 * Math.PI);
  const still = { x: 0, fallen: 0, opacity: 1, stretch: 1 };
  const stretch = 1 + BREATH * wave(BREATH_SECONDS);
  switch (life) {
    case 'still':
      return still;
    case 'drift':
      return { ...still, x: DRIFT * wave(DRIFT_SECONDS) };
    case 'rain':
      return { ...still, fallen: part(seconds * RAIN_SPEED * (1 + depth)) };
    case 'snow':
      return { ...still, fallen: part(seconds * SNOW_SPEED * (1 + depth)), x: SWAY * wave(SWAY_SECONDS) };
    case 'breathe':
      return { ...still, stretch };
    case 'blink':
      return { ...still, stretch, opacity: isBlink(seed, framesToEnd) ? 1 : 0 };
    case 'talk':
      return { ...still, stretch, opacity: isSpeaking ? 1 : 0 };
    case 'glow': {
      // Two periods that share no multiple soon: it never seems to tick.
      const breath = 0.5 + 0.3 * wave(GLOW_SECONDS) + 0.2 * wave(GLOW_SECONDS * 0.618);
      return { ...still, opacity: GLOW_LEAST + (1 - GLOW_LEAST) * breath };
    }
  }
}

/** Whether a layer is of people, who breathe. */
export function isBreathing(life: LayerLife): boolean {
  return life === 'breathe' || life === 'blink' || life === 'talk';
}

/** Whether eyes are closed: once in each stretch of time, at a moment of its own. */
function isBlink(seed: number, framesToEnd: number): boolean {
  const turn = Math.floor(-framesToEnd / BLINK_EVERY_FRAMES);
  const within = -framesToEnd - turn * BLINK_EVERY_FRAMES;
  const from = Math.floor(seededBetween(seed, `blink ${turn}`, 0, BLINK_EVERY_FRAMES - BLINK_FRAMES));
  return within >= from && within < from + BLINK_FRAMES;
}

/** How far a layer's life moves it to either side, as a fraction of the frame's width. */
export function lifeReach(life: LayerLife): number {
  return life === 'drift' ? DRIFT : life === 'snow' ? SWAY : 0;
}

/** A shift held within what a layer of this enlargement has to spare beyond the frame. */
export function withinBleed(shift: number, scale: number): number {
  const spare = ((1 + 2 * LAYER_BLEED) * scale - 1) / 2;
  return Math.min(spare, Math.max(-spare, shift));
}

function part(turns: number): number {
  return turns - Math.floor(turns);
}
