/** The machine's own Festival: its voices, which are free software, and speech by them. */
import type { Speaker, Speech, SpeechRequest } from '#jobs/ports/engines.ts';
import { narrationOf } from '#jobs/sound/audio/levelled-narration.ts';
import { decodeWav, type PcmAudio, WavFormatError } from '#jobs/sound/audio/wav.ts';
import {
  type LocalVoice,
  localVoiceFailed,
  localVoiceGone,
  localVoiceUnable,
} from '#jobs/story/order/voice/local-voices.ts';
import { USUAL_VOICE } from '#jobs/story/order/voices.ts';
import { festivalText } from './festival-text';
import { festivalName, festivalVoices } from './festival-voices';
import { ProgramError, runProgram } from './system-program.server';

/** Looks for Festival on the PATH and asks which voices it has; none where there is none. */
export async function findFestival(): Promise<LocalVoice[]> {
  try {
    return festivalVoices((await runProgram('festival', ['-b', '(print (voice.list))'])).toString());
  } catch (error) {
    if (error instanceof ProgramError) return [];
    throw error;
  }
}

/** Speaks by whichever of its voices is asked for; the times of words are found apart. */
export function festivalSpeaker(voices: readonly LocalVoice[]): Speaker {
  return {
    identity: { name: 'local', model: 'festival' },
    speak: (request, signal) => speak(voices, request, signal),
    voicesBeside: async (teller) =>
      voices
        .filter(({ name }) => name !== teller.localVoice)
        .map(({ name }) => ({ voice: USUAL_VOICE, localVoice: name })),
  };
}

/** @throws StoryError `local_voice_gone`, `local_voice_unable` for letters that it does not read; `voice_failed`, worth another try, where the program fails */
async function speak(
  voices: readonly LocalVoice[],
  { text, localVoice = '', speed = 1 }: SpeechRequest,
  signal: AbortSignal,
): Promise<Speech> {
  const name = festivalName(localVoice);
  const voice = voices.find((each) => each.name === localVoice);
  if (name === null || !voice) throw localVoiceGone(localVoice);
  const [language = 'en'] = voice.languages;
  const told = festivalText(text, language);
  if (!told.ok) throw localVoiceUnable(localVoice, told.unread);
  const manner = [`(voice_${name})`, ...paceOf(speed)].flatMap((order) => ['-eval', order]);
  try {
    const sound = await runProgram('text2wave', manner, { input: told.bytes, signal });
    const narration = narrationOf(readSound(sound));
    if (!narration.ok) throw localVoiceFailed(localVoice, narration.why);
    return { audio: narration.wav, durationMs: narration.durationMs, words: null };
  } catch (error) {
    if (error instanceof ProgramError || error instanceof WavFormatError) {
      throw localVoiceFailed(localVoice, error.message.replace(/\.$/, ''));
    }
    throw error;
  }
}

/** Its statistical voices take no notice of the one order, its others of the other. */
function paceOf(speed: number): string[] {
  if (speed === 1) return [];
  return [
    `(Parameter.set 'Duration_Stretch ${(1 / speed).toFixed(3)})`,
    `(set! hts_engine_params (append hts_engine_params (list (list "-r" ${speed.toFixed(3)}))))`,
  ];
}

const HEADER_BYTES = 44;

/** Into a pipe it writes its header twice: first without lengths, and rightly at the very end. */
function readSound(bytes: Uint8Array): PcmAudio {
  const last = bytes.subarray(bytes.length - HEADER_BYTES);
  const isTwice = bytes.length > 2 * HEADER_BYTES && String.fromCharCode(...last.subarray(0, 4)) === 'RIFF';
  if (!isTwice) return decodeWav(bytes);
  const sound = bytes.slice(0, bytes.length - HEADER_BYTES);
  sound.set(last);
  return decodeWav(sound);
}
