/** How long a film goes on without a cut or a new thing to see. */
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import { framesToMs, sceneFrames } from '#remotion/contract/timing.ts';
import { changesIn } from '#remotion/forms/changes.ts';

/** Times between two changes of a film, and after its last one, in order, ms. */
export function stretchesMs(segments: readonly SegmentProps[]): number[] {
  const lengths = segments.map(({ scene }) => framesToMs(sceneFrames(scene.durationMs)));
  let startMs = 0;
  const changes = segments.flatMap((segment, i) => {
    const own = changesIn(segment.scene, segment.format).map((change) => startMs + change);
    startMs += lengths[i] ?? 0;
    return own;
  });
  const moments = [...changes, startMs].sort((a, b) => a - b);
  return moments
    .slice(1)
    .map((moment, i) => moment - (moments[i] ?? 0))
    .filter((stretch) => stretch > 0);
}
