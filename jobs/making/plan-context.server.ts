import type { Providers } from '#jobs/ports/engines.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import type { PlanContext } from '#jobs/story/film/plan.ts';

/**
 * What the plan needs to know of this machine's engines.
 * @param compositionVersion `Renderer.version` of the painter
 */
export function planContext(engines: Providers, compositionVersion: string): PlanContext {
  const { script, speech, systemSpeech, pictures, music, animator } = engines;
  return {
    engines: {
      script: script.identity,
      speech: speech.identity,
      ...(systemSpeech && { systemSpeech: systemSpeech.identity }),
      pictures: pictures.identity,
      music: music.identity,
    },
    speechIn: ({ serviceVoice, voiceTone }) =>
      speech.identityIn?.({ serviceVoice, tone: voiceTone }) ?? speech.identity,
    picturesIn: ({ quality }) => pictures.identityIn?.({ quality }) ?? pictures.identity,
    ...(animator && { motion: { engine: animator.identity, service: animator.service } }),
    followsReferences: pictures.followsReferences === true,
    waitsFor: { speech: speech.isCounted === true, pictures: pictures.isCounted === true },
    compositionVersion,
    fingerprint,
  };
}
