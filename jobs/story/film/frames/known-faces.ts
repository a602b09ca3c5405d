/** Where the faces of drawn figures are, which the layers tell that change them. Pure. */
import type { FramePart } from '#jobs/story/film/checks/film-measures.ts';
import { FORMATS, type SegmentProps } from '#remotion/contract/story-props.ts';
import { frameMoment, sceneFrames } from '#remotion/contract/timing.ts';
import { layerPlaces } from '#remotion/paint/picture-places.ts';

/** Eyes or a mouth in a frame. */
interface KnownFace {
  /** Where they stand, whether they are just changed or not. */
  part: FramePart;
  /** Whether they are eyes that are just shut. */
  isShut: boolean;
}

/** @param frame of the segment; nothing is known of photographs, and of pictures that a model drew */
export function knownFaces({ format, scene }: SegmentProps, frame: number): KnownFace[] {
  const faces = (scene.shot.layers ?? []).filter(({ life }) => life === 'blink' || life === 'talk');
  if (faces.length === 0) return [];
  const { width, height } = FORMATS[format];
  const moment = { ms: frameMoment(frame), framesToEnd: sceneFrames(scene.durationMs) - frame, spoken: [] };
  const blinking = faces.filter(({ life }) => life === 'blink');
  const shut = new Set(
    layerPlaces({ ...scene.shot, layers: blinking }, format, moment).map(({ url }) => url),
  );
  const still = { ...scene.shot, layers: faces.map((layer) => ({ ...layer, life: 'still' as const })) };
  return layerPlaces(still, format, moment).map(({ url, place }) => ({
    part: {
      left: place.left / width,
      top: place.top / height,
      width: place.width / width,
      height: place.height / height,
    },
    isShut: shut.has(url),
  }));
}
