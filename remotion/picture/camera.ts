/**
 * The slow camera over a still picture: a seed chooses the move, a frame number its place on the way.
 *
 * Moves are measured from a scene's end, not from its start. Where the camera stands at the end, and how
 * fast it is going there, then follow from the seed alone; so the next scene can go on moving this picture
 * under its transition without knowing how long this scene was.
 */

import { FPS } from '../contract/story-props';
import { TRANSITION_FRAMES } from '../contract/timing';
import { seededBetween, seededChoice, seededUnit } from './seeded';

export interface CameraPlace {
  /** Enlargement about the centre; never below 1. */
  scale: number;
  /** Shift to the right as a fraction of the frame's width. */
  x: number;
  /** Shift downwards as a fraction of the frame's height. */
  y: number;
}

export const CAMERA_MOVES = ['push-in', 'pull-out', 'pan-left', 'pan-right', 'rise', 'sink'] as const;
export type CameraMove = (typeof CAMERA_MOVES)[number];

/** Frames in which a move goes from rest to its end: a quarter of the swing, longer than most scenes. */
const SWING_FRAMES = 14 * FPS;
/** How far a zoom goes over a whole swing. */
const ZOOM = 0.13;
/** How far a pan goes over a whole swing, as a fraction of the frame. */
const PAN = 0.075;
/** Enlargement that leaves a pan its margin on either side. */
const PAN_SCALE = 1.14;
/** How far a zoom leans to a side over a whole swing, and what part of it up or down; at most. */
const LEAN = ZOOM * 0.3;
const LEAN_Y_MOST = 0.6;
/** Where a pan ends, past the centre. */
const PAN_END = 0.025;

/** A picture is laid out this much larger than the frame, about as far as the camera ever goes in. */
export const PICTURE_SCALE = 1.16;

/** The move that a seed chooses. */
export function cameraMove(seed: number): CameraMove {
  return seededChoice(seed, 'camera move', CAMERA_MOVES);
}

/**
 * Where the camera stands `framesToEnd` frames before its scene's end (0 = the end; negative while the
 * next scene's transition still shows it). The picture covers the frame at every place it returns.
 */
export function cameraAt(seed: number, framesToEnd: number): CameraPlace {
  const before = swing(framesToEnd / SWING_FRAMES);
  switch (cameraMove(seed)) {
    case 'push-in':
      return { scale: 1.03 + ZOOM * (1 - before), ...lean(seed, 1 - before) };
    case 'pull-out':
      return { scale: 1.05 + ZOOM * before, ...lean(seed, before) };
    case 'pan-left':
      return { scale: PAN_SCALE, x: -PAN_END + PAN * before, y: 0 };
    case 'pan-right':
      return { scale: PAN_SCALE, x: PAN_END - PAN * before, y: 0 };
    case 'rise':
      return { scale: PAN_SCALE, x: 0, y: PAN_END - PAN * before };
    case 'sink':
      return { scale: PAN_SCALE, x: 0, y: -PAN_END + PAN * before };
  }
}

/** How much of the camera's move the farthest and the nearest layer make; a middle one makes all of it. */
const FAR_PART = 0.3;
const NEAR_PART = 1.6;

/**
 * Where the camera stands for a layer of a picture, `framesToEnd` frames before its scene's end. The nearer
 * a layer (`depth` from 0 to 1), the more it moves and grows. A layer that reaches beyond the frame by
 * `LAYER_BLEED` covers the frame at every place returned.
 */
export function layerCameraAt(seed: number, framesToEnd: number, depth: number): CameraPlace {
  return layerPlace(cameraMove(seed), swing(framesToEnd / SWING_FRAMES), lean(seed, 1), depth);
}

/** How far before its end a move is: from where the next scene's transition leaves it to where it began. */
const BEFORE = [swing(-TRANSITION_FRAMES / SWING_FRAMES), 0, 0.12, 0.25, 0.4, 0.55, 0.7, 0.85, 1];

/** A zoom leans no further than to these corners. */
const LEANS = [
  { x: LEAN, y: LEAN * LEAN_Y_MOST },
  { x: LEAN, y: -LEAN * LEAN_Y_MOST },
  { x: -LEAN, y: LEAN * LEAN_Y_MOST },
  { x: -LEAN, y: -LEAN * LEAN_Y_MOST },
];

/**
 * Places along all moves that the camera may make of a layer, in every scene. Those of two depths that have
 * the same index belong to the same moment, so that they tell what a near layer hides of a far one.
 */
export function layerPlaces(depth: number): CameraPlace[] {
  return CAMERA_MOVES.flatMap((move) => {
    const leanings = move === 'push-in' || move === 'pull-out' ? LEANS : LEANS.slice(0, 1);
    return BEFORE.flatMap((before) => leanings.map((leaning) => layerPlace(move, before, leaning, depth)));
  });
}

function layerPlace(
  move: CameraMove,
  before: number,
  leaning: { x: number; y: number },
  depth: number,
): CameraPlace {
  const part = FAR_PART + (NEAR_PART - FAR_PART) * depth;
  const zoomed = (amount: number) => ({
    scale: 1 + ZOOM * amount * part,
    x: leaning.x * amount * part,
    y: leaning.y * amount * part,
  });
  const shift = (PAN * before - PAN_END) * part;
  switch (move) {
    case 'push-in':
      return zoomed(1 - before);
    case 'pull-out':
      return zoomed(before);
    case 'pan-left':
      return { scale: 1, x: shift, y: 0 };
    case 'pan-right':
      return { scale: 1, x: -shift, y: 0 };
    case 'rise':
      return { scale: 1, x: 0, y: -shift };
    case 'sink':
      return { scale: 1, x: 0, y: shift };
  }
}

/** The CSS transform of a place. */
export function cameraTransform(place: CameraPlace): string {
  const percent = (fraction: number) => `${(fraction * 100).toFixed(4)}%`;
  return `translate(${percent(place.x)}, ${percent(place.y)}) scale(${place.scale.toFixed(6)})`;
}

/**
 * How far before its end a move is, from 0 at the end to 1: a quarter of a sine, fastest at the end and
 * gentle at the start of a long scene. A scene longer than one swing sways between the half and the whole.
 */
function swing(swings: number): number {
  return swings <= 1 ? Math.sin(swings * (Math.PI / 2)) : 0.75 + 0.25 * Math.cos((swings - 1) * Math.PI);
}

/** A slight sideways drift that grows with the zoom and stays within its margin. */
function lean(seed: number, amount: number): { x: number; y: number } {
  const reach = LEAN * amount;
  const angle = seededUnit(seed, 'camera lean') * 2 * Math.PI;
  return {
    x: Math.cos(angle) * reach * seededBetween(seed, 'camera lean x', 0.4, 1),
    y: Math.sin(angle) * reach * seededBetween(seed, 'camera lean y', 0.2, LEAN_Y_MOST),
  };
}
