import type { Speaker } from '#jobs/ports/engines.ts';
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import type { Voice } from '#jobs/story/order/voices.ts';
import type { TestVoice } from './speech';

/** Real speech with exact word times: a built-in voice at its own pace. @param speaker the built-in narrator */
export function narratorVoice(speaker: () => Speaker, voice: Voice): TestVoice {
  return async (text) => {
    const spoken = await speaker().speak({ text, voice, language: 'en' }, new AbortController().signal);
    const { channels, sampleRate } = decodeWav(spoken.audio);
    return { samples: channels[0] ?? new Float32Array(0), sampleRate, words: spoken.words ?? [] };
  };
}
