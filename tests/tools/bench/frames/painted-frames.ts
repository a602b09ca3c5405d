/** Frames painted in this process, without an encoder beside them. */
import { readFile } from 'node:fs/promises';
import { Compositor } from '#jobs/render/canvas/compositor.ts';
import { openSegmentFrames } from '#jobs/render/canvas/segment-frames.server.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import { INK } from '#remotion/picture/palette.ts';

const ARITHMETIC = new URL('../../../../jobs/render/canvas/frame-arithmetic.wasm', import.meta.url);

/** As a painter's thread opens its own. */
export async function openCompositor(): Promise<Compositor> {
  return Compositor.open(await readFile(ARITHMETIC), INK);
}

/** All frames of a segment (I420), each of which holds until the next one is asked for. */
export async function* paintedFrames(
  props: SegmentProps,
  compositor: Compositor,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const painter = await openSegmentFrames(props, compositor);
  try {
    for (let frame = 0; frame < sceneFrames(props.scene.durationMs); frame += 1) {
      yield await painter.paint(frame);
    }
  } finally {
    painter.close();
  }
}
