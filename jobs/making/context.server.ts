import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import type { PlanContext } from '#jobs/story/film/plan.ts';
import type { Workshop } from './workshop';

/** What the plan needs to know of this machine's engines. */
export function planContext({ providers, renderer }: Workshop): PlanContext {
  const { speech, pictures } = providers;
  return {
    engines: {
      script: providers.script.identity,
      speech: providers.speech.identity,
      ...(providers.systemSpeech && { systemSpeech: providers.systemSpeech.identity }),
      pictures: providers.pictures.identity,
      music: providers.music.identity,
    },
    speechIn: ({ serviceVoice, voiceTone }) =>
      speech.identityIn?.({ serviceVoice, tone: voiceTone }) ?? speech.identity,
    picturesIn: ({ quality }) => pictures.identityIn?.({ quality }) ?? pictures.identity,
    followsReferences: providers.pictures.followsReferences === true,
    compositionVersion: renderer.version,
    fingerprint,
  };
}
