/** Where drawn figures and their faces are in a frame, which the layers tell that move with them. Pure. */
import type { FramePart } from '#jobs/story/film/checks/film-measures.ts';
import { FORMATS, type Layer, type LayerLife, type SegmentProps } from '#remotion/contract/story-props.ts';
import { frameMoment, sceneFrames } from '#remotion/contract/timing.ts';
import { layerPlaces } from '#remotion/paint/picture-places.ts';

/**
 * Eyes and mouths of drawn figures, whether they are just changed or not.
 * @param frame of the segment; nothing is known of photographs, and of pictures that a model drew
 */
export function knownFaces(segment: SegmentProps, frame: number): FramePart[] {
  return partsOf(segment, frame, ['blink', 'talk']);
}

/** The figures themselves, part by part; they may reach out of the frame. */
export function knownFigures(segment: SegmentProps, frame: number): FramePart[] {
  return partsOf(segment, frame, ['breathe']);
}

/** Whether somebody's eyes are just shut. */
export function isBlinking(segment: SegmentProps, frame: number): boolean {
  return placesOf(segment, frame, layersOf(segment, ['blink'])).length > 0;
}

function partsOf(segment: SegmentProps, frame: number, lives: readonly LayerLife[]): FramePart[] {
  const still = layersOf(segment, lives).map((layer) => ({ ...layer, life: 'still' as const }));
  const { width, height } = FORMATS[segment.format];
  return placesOf(segment, frame, still).map(({ place }) => ({
    left: place.left / width,
    top: place.top / height,
    width: place.width / width,
    height: place.height / height,
  }));
}

function layersOf({ scene }: SegmentProps, lives: readonly LayerLife[]): Layer[] {
  return (scene.shot.layers ?? []).filter(({ life }) => lives.includes(life));
}

function placesOf({ format, scene }: SegmentProps, frame: number, layers: Layer[]) {
  if (layers.length === 0) return [];
  const framesToEnd = sceneFrames(scene.durationMs) - frame;
  return layerPlaces({ ...scene.shot, layers }, format, { ms: frameMoment(frame), framesToEnd, spoken: [] });
}
