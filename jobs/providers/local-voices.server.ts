/** All voices that are installed on this machine, whichever engine speaks by them. */
import type { Speaker } from '#jobs/ports/engines.ts';
import type { LocalVoice } from '#jobs/story/order/voice/local-voices.ts';
import type { EngineProcess } from './sherpa/engine-process.server';
import { sherpaSpeaker } from './sherpa/sherpa-speaker.server';
import { openVoiceShelf, speakableVoices, voicesFolder } from './sherpa/voice-shelf.server';
import { festivalSpeaker, findFestival } from './system/festival.server';
import { festivalName } from './system/festival-voices';

/** @returns what reads them as they are now: models may come and go while the site runs */
export async function openLocalVoices(dataDir: string): Promise<() => Promise<LocalVoice[]>> {
  const shelf = openVoiceShelf(voicesFolder(dataDir));
  const festival = await findFestival();
  return async () => [...(await speakableVoices(shelf)), ...festival];
}

/** Hands each voice to the engine that has it. */
export async function localSpeaker(dataDir: string, process: EngineProcess): Promise<Speaker> {
  const models = sherpaSpeaker(openVoiceShelf(voicesFolder(dataDir)), process);
  const festival = festivalSpeaker(await findFestival());
  const speakerOf = (localVoice = '') => (festivalName(localVoice) === null ? models : festival);
  return {
    identity: models.identity,
    speak: (request, signal) => speakerOf(request.localVoice).speak(request, signal),
    voicesBeside: async (teller) => (await speakerOf(teller.localVoice).voicesBeside?.(teller)) ?? [],
  };
}
