import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Compositor } from '#jobs/render/canvas/compositor.ts';
import { openSegmentFrames } from '#jobs/render/canvas/segment-frames.server.ts';
import { FrameEncoder } from '#jobs/render/ffmpeg/frame-encoder.server.ts';
import { FORMATS, type SegmentProps } from '#remotion/contract/story-props.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import { type Figures, rounded } from '#tests/tools/bench/figures.ts';
import { storeScene } from './measured-scene';
import { openCompositor, paintedFrames } from './painted-frames';
import { processorTime } from './processor-time';

/** The first one makes the machine's code fast. */
const ROUNDS = 3;
/** Of the encoder, as a film's has on two cores. */
const THREADS = 2;

/**
 * Where a frame goes: ms of a processor for opening a segment (loading and decoding its images), and for each frame
 * of it: its layers, its captions besides, handing it to the encoder, and encoding it; the least of three rounds.
 * Clocks are not asked, so that a machine with other work tells the same.
 */
export async function measureProfile(): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'storyshort-profile-'));
  try {
    const { byFile } = await storeScene(folder);
    const compositor = await openCompositor();
    const costs: SceneCosts[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      costs.push(await sceneCosts(byFile, compositor, join(folder, 'profile.ts')));
    }
    const least = (cost: keyof SceneCosts) => Math.min(...costs.map((each) => each[cost]));
    return {
      openingMsPerSegment: rounded(least('opening'), 0),
      layersMsPerFrame: rounded(least('layers')),
      withCaptionsMsPerFrame: rounded(least('captioned')),
      formMsPerFrame: rounded(least('form')),
      handingOverMsPerFrame: rounded(Math.max(0, least('handed') - least('captioned'))),
      encodingMsPerFrame: Number.isNaN(least('encoding'))
        ? 'left out: this system does not tell what programs take'
        : rounded(least('encoding')),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** ms of a processor. */
interface SceneCosts {
  opening: number;
  /** Each frame, painted: without captions, with them, and as a form. */
  layers: number;
  captioned: number;
  form: number;
  /** Painted and handed over. */
  handed: number;
  encoding: number;
}

async function sceneCosts(
  { picture, bare, form }: Record<'picture' | 'bare' | 'form', SegmentProps>,
  compositor: Compositor,
  outFile: string,
): Promise<SceneCosts> {
  const opening = await processorTime(async () => {
    (await openSegmentFrames(picture, compositor)).close();
  });
  const encoded = await encodingCost(picture, compositor, outFile);
  return {
    opening: opening.own,
    layers: await paintingCost(bare, compositor),
    captioned: await paintingCost(picture, compositor),
    form: await paintingCost(form, compositor),
    handed: encoded.own,
    encoding: encoded.programs,
  };
}

async function paintingCost(props: SegmentProps, compositor: Compositor): Promise<number> {
  const frames = sceneFrames(props.scene.durationMs);
  const painter = await openSegmentFrames(props, compositor);
  const { own } = await processorTime(async () => {
    for (let frame = 0; frame < frames; frame += 1) await painter.paint(frame);
  });
  painter.close();
  return own / frames;
}

async function encodingCost(props: SegmentProps, compositor: Compositor, outFile: string) {
  const frames = sceneFrames(props.scene.durationMs);
  const painting = paintedFrames(props, compositor);
  // Its images are loaded before the first.
  const first = await painting.next();
  const { own, programs } = await processorTime(async () => {
    const encoder = new FrameEncoder(FORMATS[props.format], outFile, { threads: THREADS });
    if (!first.done) await encoder.write(first.value);
    for await (const planes of painting) await encoder.write(planes);
    await encoder.finish();
  });
  return { own: own / frames, programs: programs / frames };
}
