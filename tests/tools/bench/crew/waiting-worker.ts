/**
 * A worker as `npm run jobs` starts it, whose voices, pictures and frames are waited for in place of being made: as many
 * as one likes share two cores, each as if its machine were its own. Queue, rows, files and errands are real.
 */
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { readEnv } from '#jobs/env.server.ts';
import type { Providers } from '#jobs/ports/engines.ts';
import type { Renderer } from '#jobs/ports/renderer.ts';
import { encodeWav } from '#jobs/sound/audio/wav.ts';
import { captionWords } from '#jobs/story/film/caption-words.ts';
import { openWorkshop } from '#jobs/work/open-workshop.server.ts';
import { runWorker } from '#jobs/work/run-worker.server.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import { PAPER_RENDERER } from '#tests/support/paper-renderer.ts';

/** As measured on two cores, see docs/performance.md: ms. */
const VOICE_MS = 350;
const PICTURE_MS = 500;
const FRAME_MS = 9;
const WORD_MS = 350;
/** Hz: nobody listens. */
const RATE = 8000;

const identity = (model: string) => ({ name: 'waiting', model });

const engines: Pick<Providers, 'speech' | 'pictures'> = {
  speech: {
    identity: identity('speech'),
    speak: async ({ text }, signal) => {
      await wait(VOICE_MS, undefined, { signal });
      const words = captionWords(text).map((word, at) => ({
        ...{ text: word, startMs: at * WORD_MS, endMs: (at + 1) * WORD_MS },
      }));
      const durationMs = words.length * WORD_MS;
      const tone = Float32Array.from({ length: (durationMs * RATE) / 1000 }, (_, at) => Math.sin(at / 4) / 3);
      return { audio: encodeWav({ sampleRate: RATE, channels: [tone] }), durationMs, words };
    },
  },
  pictures: {
    identity: identity('pictures'),
    drawPicture: async ({ seed }, signal) => {
      await wait(PICTURE_MS, undefined, { signal });
      const background = { r: seed % 256, g: 128, b: 128 };
      const size = { width: 512, height: 512 };
      const image = await sharp({ create: { ...size, channels: 3, background } })
        .png()
        .toBuffer();
      return { image, mimeType: 'image/png', ...size };
    },
  },
};

const renderer: Renderer = {
  ...PAPER_RENDERER,
  renderSegment: async (props, outFile, onFrames, signal, ...rest) => {
    await wait(sceneFrames(props.scene.durationMs) * FRAME_MS, undefined, { signal });
    await PAPER_RENDERER.renderSegment(props, outFile, onFrames, signal, ...rest);
  },
};

await runWorker({ ...readEnv(), providers: [] }, async (parts) => {
  const opened = await openWorkshop({ ...parts, renderer, isReady: false });
  const providers = { ...opened.workshop.providers, ...engines };
  return { ...opened, workshop: { ...opened.workshop, providers } };
});
