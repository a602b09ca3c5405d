import { availableParallelism } from 'node:os';
import type { WorkerAbilities } from '#jobs/db/workers/worker-abilities.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import type { Providers } from '#jobs/ports/engines.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';

/**
 * What a worker with this workshop can do. Paid engines are not asked on an errand: whoever has the film in hand only
 * waits for them, and books them.
 * @param localVoices that are installed on its machine, by their names
 */
export function abilitiesOf(
  { providers, renderer }: Pick<Workshop, 'providers' | 'renderer'>,
  localVoices: readonly string[],
): WorkerAbilities {
  const { speech, systemSpeech, pictures } = providers;
  const voices = [...localVoices].sort();
  return {
    cores: availableParallelism(),
    errands: {
      voice: fingerprint({ speech: speech.identity, system: systemSpeech?.identity ?? null, voices }),
      ...(!pictures.isCounted && { picture: fingerprint(pictures.identity) }),
      ...(!renderer.isElsewhere && { segment: renderer.version }),
    },
    voices: systemSpeech ? ['espeak', ...voices] : voices,
    engines: engineWords(providers),
  };
}

function engineWords({ script, speech, pictures, music, animator }: Providers): Record<string, string> {
  const engines = { script, voice: speech, pictures, music, ...(animator && { motion: animator }) };
  return Object.fromEntries(
    Object.entries(engines).map(([what, { identity }]) => [what, `${identity.name} ${identity.model}`]),
  );
}
