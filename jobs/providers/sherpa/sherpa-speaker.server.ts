/** Voices of models that are installed on this machine, spoken by sherpa-onnx: no network, no key, no cost. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Speaker, Speech, SpeechRequest } from '#jobs/ports/engines.ts';
import { localVoiceFailed, localVoiceGone } from '#jobs/story/order/voice/local-voices.ts';
import { USUAL_VOICE } from '#jobs/story/order/voices.ts';
import type { EngineProcess } from './engine-process.server';
import { neighboursOf } from './model-speakers';
import { engineConfig, findVoice } from './voice-model';
import type { VoiceShelf } from './voice-shelf.server';

/** Speaks by whichever voice is asked for; the times of words are found apart. */
export function sherpaSpeaker(shelf: VoiceShelf, process: Pick<EngineProcess, 'speak'>): Speaker {
  return {
    identity: { name: 'local', model: 'sherpa-onnx' },
    speak: (request, signal) => speak(shelf, process, request, signal),
    voicesBeside: async ({ localVoice = '' }) => {
      const models = await shelf.models();
      return neighboursOf(localVoice, models).map((name) => ({ voice: USUAL_VOICE, localVoice: name }));
    },
  };
}

/** @throws StoryError `local_voice_gone`; `voice_failed`, worth another try, where the engine fails */
async function speak(
  shelf: VoiceShelf,
  process: Pick<EngineProcess, 'speak'>,
  { text, localVoice = '', speed = 1 }: SpeechRequest,
  signal: AbortSignal,
): Promise<Speech> {
  const engine = await shelf.engine();
  const found = findVoice(localVoice, await shelf.models());
  if (!engine || !found) throw localVoiceGone(localVoice);
  const { model, speaker } = found;
  const folder = join(shelf.folder, model.name);
  const answer = await process.speak(
    {
      engine,
      config: engineConfig(model, speaker, folder, availableParallelism()),
      text,
      sid: speaker.sid,
      speed,
      reference: speaker.reference && join(folder, speaker.reference),
    },
    signal,
  );
  if (!answer.ok) throw localVoiceFailed(localVoice, answer.why);
  return { audio: answer.audio, durationMs: answer.durationMs, words: null };
}
