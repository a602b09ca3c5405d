/** What is said in one go: its sound, stored before anything else is done with it, and the times of its words. */
import type { Providers, Speaker, SpeechRequest, TimedSpeech } from '#jobs/ports/engines.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import type { SpokenPart } from '#jobs/sound/audio/speech-joint.ts';
import { decodeWav, durationMsOf } from '#jobs/sound/audio/wav.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { speakerKindOf } from '#jobs/story/film/speech.ts';
import type { VideoOptions } from '#jobs/story/order/options.ts';
import { localVoiceGone } from '#jobs/story/order/voice/local-voices.ts';
import { VOICE_UNAVAILABLE } from '#jobs/story/order/voice/voice-faults.ts';
import { SPEED_FACTORS } from '#jobs/story/order/voices.ts';
import type { Word } from '#remotion/contract/story-props.ts';
import { speakSound } from './scene-voice';
import { putJson } from './stored-json.server';

interface Turn {
  text: string;
  options: VideoOptions;
  language: string;
  key: string;
}

/** One turn's sound with its words' times; one that breaks off is asked for once more. */
export async function speakTurn(
  { engines, storage, signal }: { engines: Providers; storage: Storage; signal: AbortSignal },
  { text, options, language, key }: Turn,
): Promise<SpokenPart & Pick<TimedSpeech, 'method' | 'breaksOff'>> {
  const { voice, serviceVoice, localVoice, voiceTone, speed } = options;
  const request: SpeechRequest = {
    text,
    voice,
    serviceVoice,
    localVoice,
    tone: voiceTone,
    language,
    ...(speed === 'normal' ? {} : { speed: SPEED_FACTORS[speed] }),
  };
  const speaker = speakerOf(options, engines);
  const { wordTimer, ownWordTimer = wordTimer } = engines;
  const timers = { wordTimer: speaker.isCounted ? wordTimer : ownWordTimer };
  const timed = async ({ audio, words }: { audio: Uint8Array; words: Word[] | null }) =>
    words
      ? { audio, words, method: 'engine' as const, breaksOff: false }
      : { audio, ...(await timesOf(timers, request, audio, signal)) };
  const spoken = await timed(await soundOf(storage, speaker, request, key, signal));
  if (!spoken.breaksOff || !speaker.isCounted || (await storage.has(againKey(key)))) return spoken;
  // Told first: a worker that dies here asks no third time.
  await putJson(storage, againKey(key), { breaksOff: true });
  const again = await speakSound(speaker, request, signal);
  await storage.put(key, again.audio);
  return timed(again);
}

/** Says that a sound was asked for once more. */
const againKey = (key: string) => key.replace(/\.wav$/, '.again.json');

/** What speaks with these options. */
export function speakerOf(options: VideoOptions, { speech, systemSpeech, localSpeech }: Providers): Speaker {
  const kind = speakerKindOf(options);
  if (kind === 'local') {
    if (localSpeech) return localSpeech;
    throw localVoiceGone(options.localVoice ?? '');
  }
  if (kind !== 'system') {
    if (options.serviceVoice && !speech.identityIn) throw serviceGone(options.serviceVoice);
    return speech;
  }
  if (systemSpeech) return systemSpeech;
  throw new StoryError({
    code: VOICE_UNAVAILABLE,
    message: 'This machine has no espeak-ng any more, which was to speak this story.',
    hint: 'Install espeak-ng, start StoryShort again and press Fix or Retry.',
    retryable: false,
  });
}

function serviceGone(voice: string): StoryError {
  return new StoryError({
    code: VOICE_UNAVAILABLE,
    message: `This film was to be spoken by “${voice}”, but the speech service that has this voice is no longer connected.`,
    hint: 'Choose another voice, or connect the service again (SPEECH_… in the environment) and press Fix or Retry.',
    retryable: false,
  });
}

/**
 * The narration's sound, stored before anything else is done with it, so that speech is never paid for twice.
 * A free engine is asked again instead: it tells its word times, which a sound alone has not.
 */
async function soundOf(
  storage: Storage,
  speaker: Speaker,
  request: SpeechRequest,
  key: string,
  signal: AbortSignal,
): Promise<{ audio: Uint8Array; words: Word[] | null }> {
  const stored = speaker.isCounted ? await storedSound(storage, key) : null;
  if (stored) return { audio: stored, words: null };
  const spoken = await speakSound(speaker, request, signal);
  await storage.put(key, spoken.audio);
  return spoken;
}

/** The sound under a key, or null where there is none; one that cannot be played makes room for another. */
export async function storedSound(storage: Storage, key: string): Promise<Uint8Array | null> {
  if (!(await storage.has(key))) return null;
  const audio = await storage.read(key);
  try {
    if (durationMsOf(decodeWav(audio)) > 0) return audio;
  } catch {
    // No sound, then.
  }
  await storage.remove(key);
  return null;
}

export async function timesOf(
  { wordTimer }: Pick<Providers, 'wordTimer'>,
  { text, language }: Pick<SpeechRequest, 'text' | 'language'>,
  audio: Uint8Array,
  signal: AbortSignal,
): Promise<TimedSpeech> {
  const durationMs = durationMsOf(decodeWav(audio));
  return wordTimer.timeWords({ audio, durationMs, text, language }, signal);
}
