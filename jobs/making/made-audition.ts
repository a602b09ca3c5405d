/** Speaks a sentence by a voice that somebody wants to hear before it is chosen, once for all who ask. */

import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import {
  AUDITIONS_FOLDER,
  type Audition,
  auditionKey,
  auditionOptions,
} from '#jobs/story/order/voice/audition.ts';
import { planContext } from './plan-context.server';
import { speakSound } from './scene-voice';
import { speakerOf } from './spoken-turn';
import type { Workshop } from './workshop';

/** Auditions are kept until there are more: a few hundred kB each. */
const MOST_KEPT = 200;

/** @returns the key of the sound. @throws StoryError as the voice does, and the caps where it is paid for */
export async function makeAudition(
  { providers, storage, ledger, renderer }: Pick<Workshop, 'providers' | 'storage' | 'ledger' | 'renderer'>,
  audition: Audition,
  signal: AbortSignal,
): Promise<string> {
  const key = auditionKey(audition, planContext(providers, renderer.version));
  if (await storage.has(key)) return key;
  const options = auditionOptions(audition);
  const { identity, isCounted = false } = speakerOf(options, providers);
  const { text, language } = audition;
  const { voice, serviceVoice, localVoice } = options;
  await ledger.record(
    null,
    { scene: null, kind: 'voice', identity, inputHash: fingerprint({ key }), isCounted },
    async (hooks) => {
      const speaker = speakerOf(options, providers.countedBy?.(hooks) ?? providers);
      const request = { text, language, voice, serviceVoice, localVoice };
      const { audio } = await speakSound(speaker, request, signal);
      if ((await storage.list(AUDITIONS_FOLDER)).length >= MOST_KEPT)
        await storage.removeAll(AUDITIONS_FOLDER);
      await storage.put(key, audio);
    },
  );
  return key;
}
