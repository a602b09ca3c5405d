/** How long a film goes on without a cut or a new thing to see. */
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import { framesToMs, sceneFrames, TITLE_FRAMES } from '#remotion/contract/timing.ts';

/** When something changes to the eye in a scene, ms on its own clock: it begins with a cut. */
function changesIn({ scene, title }: SegmentProps): number[] {
  const titleEndMs = framesToMs(TITLE_FRAMES);
  return title && titleEndMs < scene.durationMs ? [0, titleEndMs] : [0];
}

/** Times between two changes of a film, and after its last one, in order, ms. */
export function stretchesMs(segments: readonly SegmentProps[]): number[] {
  const lengths = segments.map(({ scene }) => framesToMs(sceneFrames(scene.durationMs)));
  let startMs = 0;
  const changes = segments.flatMap((segment, i) => {
    const own = changesIn(segment).map((change) => startMs + change);
    startMs += lengths[i] ?? 0;
    return own;
  });
  const moments = [...changes, startMs].sort((a, b) => a - b);
  return moments
    .slice(1)
    .map((moment, i) => moment - (moments[i] ?? 0))
    .filter((stretch) => stretch > 0);
}
