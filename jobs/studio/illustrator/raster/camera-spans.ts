/** Where the squares of a plane are in the frame, and behind those of nearer planes, at all moments of all moves. */

import { LAYER_BLEED } from '#remotion/contract/story-props.ts';
import { type CameraPlace, layerPlaces } from '#remotion/picture/camera.ts';
import { CELL } from './cells';
import type { Extent } from './pixels';

/** Overlap of this part of a square is none: it comes from rounding alone. */
const TOLERANCE = 0.01;

/** A picture's size with its margins and without, px. */
export interface FramedExtent extends Extent {
  frame: { x: number; y: number };
}

/** What the camera's moves make of the squares along an axis of a plane. */
export interface Along {
  /** 1 for a square that comes into the frame, or 0. */
  framed: Uint8Array;
  /** Behind which squares of a plane of another depth each square is, see `spansBehind`. */
  spansBehind: (depth: number) => Int32Array;
}

/** They are the same for every picture of a size. */
const known = new Map<string, Along>();

/**
 * Made once for each size, depth and reach.
 * @param count of squares @param reach how far its life moves the plane to either side, as a fraction of the frame
 */
export function alongAxis(
  axis: 'x' | 'y',
  count: number,
  extent: FramedExtent,
  depth: number,
  reach: number,
): Along {
  const name = [axis, extent.width, extent.height, depth, reach].join(' ');
  const along = known.get(name) ?? measured(axis, count, extent, depth, reach);
  known.set(name, along);
  return along;
}

function measured(axis: 'x' | 'y', count: number, extent: FramedExtent, depth: number, reach: number): Along {
  const places = layerPlaces(depth);
  const edges = () => edgesInFrame(axis, count, extent, places, reach);
  const spans = new Map<number, Int32Array>();
  return {
    framed: framedSquares(edges(), count),
    spansBehind: (nearer) => {
      const found = spans.get(nearer) ?? spansBehind(axis, edges(), extent, layerPlaces(nearer));
      spans.set(nearer, found);
      return found;
    },
  };
}

/**
 * Where both edges of each square of a plane are along an axis, at each moment: px from the frame's centre, as
 * far as the square is in the frame. Where it is not, the second edge is not after the first.
 */
function edgesInFrame(
  axis: 'x' | 'y',
  count: number,
  extent: FramedExtent,
  places: readonly CameraPlace[],
  reach: number,
): Float64Array {
  const frame = extent.frame[axis];
  const { unit, middle } = squaresAlong(axis, extent);
  const edges = new Float64Array(2 * count * places.length);
  let at = 0;
  for (let square = 0; square < count; square++) {
    for (const place of places) {
      const first = (square - middle) * unit * place.scale + (place[axis] - reach) * frame;
      const last = (square + 1 - middle) * unit * place.scale + (place[axis] + reach) * frame;
      edges[at++] = Math.max(-frame / 2, first);
      edges[at++] = Math.min(frame / 2, last);
    }
  }
  return edges;
}

/** Size of a square as the film shows it at rest, px, and how many squares it is to the frame's centre. */
function squaresAlong(
  axis: 'x' | 'y',
  { frame, width, height }: FramedExtent,
): { unit: number; middle: number } {
  const size = axis === 'x' ? width : height;
  return { unit: (CELL * frame[axis] * (1 + 2 * LAYER_BLEED)) / size, middle: size / 2 / CELL };
}

/** Which squares come into the frame, by their edges. */
function framedSquares(edges: Float64Array, count: number): Uint8Array {
  const each = edges.length / count;
  return Uint8Array.from({ length: count }, (_, square) => {
    for (let at = square * each; at < (square + 1) * each; at += 2) {
      if ((edges[at] as number) < (edges[at + 1] as number)) return 1;
    }
    return 0;
  });
}

/**
 * Behind which squares of a nearer plane each square is at one moment or another: the first, and the one
 * after the last.
 */
function spansBehind(
  axis: 'x' | 'y',
  edges: Float64Array,
  extent: FramedExtent,
  nearer: readonly CameraPlace[],
): Int32Array {
  const frame = extent.frame[axis];
  const { unit, middle } = squaresAlong(axis, extent);
  const spans = new Int32Array(edges.length / nearer.length);
  for (let square = 0, at = 0; square < spans.length / 2; square++) {
    let [first, last] = [Number.MAX_VALUE, -Number.MAX_VALUE];
    for (const place of nearer) {
      const [low, high] = [edges[at] as number, edges[at + 1] as number];
      at += 2;
      if (low >= high) continue;
      const size = unit * place.scale;
      const moved = place[axis] * frame;
      first = Math.min(first, (low - moved) / size + middle);
      last = Math.max(last, (high - moved) / size + middle);
    }
    spans[2 * square] = Math.floor(first + TOLERANCE);
    spans[2 * square + 1] = Math.ceil(last - TOLERANCE);
  }
  return spans;
}
