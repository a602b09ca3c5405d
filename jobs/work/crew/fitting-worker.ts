/** Whether another worker is the better one for a film. Pure. */
import type { WorkerAbilities } from '#jobs/db/workers/worker-abilities.ts';
import type { Video } from '#jobs/story/film/video.ts';
import type { SceneVoice } from '#jobs/story/order/voice/speaker-voice.ts';

/** Voices of a film that are not there on every machine, by the names that options have for them. */
export function rareVoices({ options, scenes }: Pick<Video, 'options' | 'scenes'>): string[] {
  const { speakers = [] } = options;
  const cast: (SceneVoice | null)[] = [
    options,
    ...speakers.map(({ voice }) => voice),
    ...scenes.flatMap(({ voice, quoteVoice }) => [voice, quoteVoice]),
  ];
  const names = cast.flatMap((voice) => voice?.localVoice ?? (voice?.voice === 'espeak' ? 'espeak' : []));
  return [...new Set(names)];
}

/** Whether a worker lacks voices that another one has all of. */
export function isBetterElsewhere(
  wanted: readonly string[],
  own: Pick<WorkerAbilities, 'voices'>,
  others: readonly Pick<WorkerAbilities, 'voices'>[],
): boolean {
  const hasAll = ({ voices }: Pick<WorkerAbilities, 'voices'>) =>
    wanted.every((voice) => voices.includes(voice));
  return !hasAll(own) && others.some(hasAll);
}
