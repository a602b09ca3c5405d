/** Where the images of a scene's picture stand in the frame at a moment. Pure. */
import {
  FORMATS,
  type FormatName,
  LAYER_BLEED,
  type Layer,
  type LayerBox,
  type Shot,
  type Word,
} from '../contract/story-props';
import { type CameraPlace, cameraAt, layerCameraAt } from '../picture/camera';
import { framingPlace } from '../picture/framings';
import { FEET, isBreathing, layerState, withinBleed } from '../picture/layer-life';
import { isMouthOpen } from '../picture/spoken-lines';

/** Where an image stands in the frame, px, and how much of it is seen, from 0 to 1. */
export interface LaidPlace {
  left: number;
  top: number;
  width: number;
  height: number;
  opacity: number;
}

/** A moment of a shot. */
export interface ShotMoment {
  /** On the scene's clock; past its end in the next scene. */
  ms: number;
  /** May be negative: see `cameraAt`. */
  framesToEnd: number;
  /** That somebody in the picture says. */
  spoken: readonly Word[];
}

type Box = Omit<LaidPlace, 'opacity'>;
type Size = Pick<Box, 'width' | 'height'>;

/** Where a picture's layers stand, from the farthest to the nearest; rain and snow are there twice, others may not be. */
export function layerPlaces(
  shot: Shot,
  format: FormatName,
  { ms, framesToEnd, spoken }: ShotMoment,
): { url: string; place: LaidPlace }[] {
  const frame = FORMATS[format];
  const isSpeaking = isMouthOpen(spoken, ms);
  return (shot.layers ?? []).flatMap((layer) => {
    const { url, life, depth } = layer;
    const { x, fallen, opacity, stretch } = layerState(life, shot.seed, depth, framesToEnd, isSpeaking);
    if (opacity === 0) return [];
    const camera = layerCameraAt(shot.seed, framesToEnd, depth);
    const seenBy = { ...camera, x: withinBleed(camera.x + x, camera.scale) };
    const placeOf = (box: Box) => ({
      url,
      place: { ...framed(seen(box, seenBy, frame), shot, ms, frame), opacity },
    });
    const box = boxOf(layer, frame);
    if (!isFalling(layer)) return placeOf(isBreathing(life) ? stretched(box, stretch, frame) : box);
    // Twice the same, one above the other: as the lower one leaves below, the upper one comes after it.
    return [fallen - 1, fallen].map((at) => placeOf({ ...box, top: box.top + at * box.height }));
  });
}

/** Where a picture of one image stands, which covers the frame. @param image its size, px */
export function imagePlace(
  shot: Shot,
  format: FormatName,
  { ms, framesToEnd }: ShotMoment,
  image: Size,
): LaidPlace {
  const frame = FORMATS[format];
  const enlarged = Math.max(frame.width / image.width, frame.height / image.height);
  const [width, height] = [image.width * enlarged, image.height * enlarged];
  const box = { left: (frame.width - width) / 2, top: (frame.height - height) / 2, width, height };
  return { ...framed(seen(box, cameraAt(shot.seed, framesToEnd), frame), shot, ms, frame), opacity: 1 };
}

const isFalling = ({ life }: Layer) => life === 'rain' || life === 'snow';
const ALL: LayerBox = { x: 0, y: 0, width: 1, height: 1 };

/** The part of the frame and its bleed that a layer covers. */
function boxOf(layer: Layer, { width, height }: Size): Box {
  const box = isFalling(layer) ? ALL : (layer.box ?? ALL);
  const whole = 1 + 2 * LAYER_BLEED;
  return {
    left: (box.x * whole - LAYER_BLEED) * width,
    top: (box.y * whole - LAYER_BLEED) * height,
    width: box.width * whole * width,
    height: box.height * whole * height,
  };
}

/** Grown from its feet on, all boxes of a frame alike. */
function stretched({ left, top, width, height }: Box, by: number, frame: Size): Box {
  const feet = FEET * frame.height;
  return { left, width, top: feet + (top - feet) * by, height: height * by };
}

/** A box as a camera sees it: enlarged about the frame's middle, then moved. */
function seen({ left, top, width, height }: Box, { scale, x, y }: CameraPlace, frame: Size): Box {
  const [middleX, middleY] = [frame.width / 2, frame.height / 2];
  return {
    left: middleX + (left - middleX) * scale + x * frame.width,
    top: middleY + (top - middleY) * scale + y * frame.height,
    width: width * scale,
    height: height * scale,
  };
}

/** A box in the framing of the moment. @param ms on the scene's clock @param frame its size, px */
export function framed(box: Box, { framings }: Shot, ms: number, frame: Size): Box {
  const framing = framings?.findLast(({ atMs }) => atMs <= ms);
  return framing ? seen(box, framingPlace(framing), frame) : box;
}
