/**
 * A process that holds sherpa-onnx and speaks on request. It is one of its own because the engine ends its process
 * over a model that it does not like, and because a model takes memory that is given back in this way alone.
 */
import { createRequire } from 'node:module';
import { narrationOf } from '#jobs/sound/audio/levelled-narration.ts';
import type { SpokenAnswer, SpokenRequest } from './engine-process.server';

/** As much of sherpa-onnx-node as is used; it is no dependency, so its types are not there. */
interface Engine {
  OfflineTts: { createAsync(config: object): Promise<OfflineTts> };
  GenerationConfig: new (options: object) => object;
  readWave(file: string): { samples: Float32Array; sampleRate: number };
}
interface OfflineTts {
  generateAsync(request: object): Promise<{ samples: Float32Array; sampleRate: number }>;
}

let loaded: { config: string; speaker: Promise<OfflineTts> } | null = null;

async function speak({
  engine: path,
  config,
  text,
  sid,
  speed,
  reference,
}: SpokenRequest): Promise<SpokenAnswer> {
  const engine = createRequire(import.meta.url)(path) as Engine;
  const wanted = JSON.stringify(config);
  // One model at a time: the one before is let go.
  if (loaded?.config !== wanted) loaded = { config: wanted, speaker: engine.OfflineTts.createAsync(config) };
  const speaker = await loaded.speaker;
  const sound = reference === undefined ? null : engine.readWave(reference);
  const imitated = sound && { referenceAudio: sound.samples, referenceSampleRate: sound.sampleRate };
  const generationConfig = new engine.GenerationConfig({ sid, speed, silenceScale: 1, ...imitated });
  const { samples, sampleRate } = await speaker.generateAsync({
    text,
    generationConfig,
    enableExternalBuffer: false,
  });
  const narration = narrationOf({ sampleRate, channels: [Float32Array.from(samples)] });
  return narration.ok
    ? { ok: true, audio: narration.wav, durationMs: narration.durationMs }
    : { ok: false, why: narration.why };
}

process.on('message', (request: SpokenRequest) => {
  speak(request)
    .catch((error: unknown): SpokenAnswer => {
      loaded = null;
      return { ok: false, why: error instanceof Error ? error.message : String(error) };
    })
    .then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
