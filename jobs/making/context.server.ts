import type { PlanContext } from '../domain/plan';
import { fingerprint } from '../fingerprint.server';
import type { Studio } from '../studio';

/** What the plan needs to know of this machine's engines. */
export function planContext({ providers, renderer }: Studio): PlanContext {
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
