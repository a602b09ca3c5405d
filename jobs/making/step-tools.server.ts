/** What the steps of one attempt work with; each names the few parts that it takes. */
import type { Providers } from '#jobs/ports/engines.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import type { PlanContext } from '#jobs/story/film/plan.ts';
import type { Workshop } from './workshop';

export interface StepTools extends Omit<Workshop, 'db' | 'providers'> {
  engines: Providers;
  /** The same for the whole attempt, so that no step plans otherwise than another. */
  context: PlanContext;
}

export function stepTools({ db: _db, providers, ...parts }: Workshop): StepTools {
  return { ...parts, engines: providers, context: planContext(providers, parts.renderer.version) };
}

/** What the plan needs to know of this machine's engines. */
function planContext(engines: Providers, compositionVersion: string): PlanContext {
  const { script, speech, systemSpeech, pictures, music } = engines;
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
    followsReferences: pictures.followsReferences === true,
    compositionVersion,
    fingerprint,
  };
}
