import { StoryError } from '../../domain/errors';
import { estimateSpeech } from '../../money/estimate';
import type { ProviderIdentity, Speech, SpeechRequest } from '../types';
import { type Asked, unusableAnswer } from './answer-faults';
import { type CallDependencies, makeCall } from './call';
import { takesInstructions, voicesOf } from './catalogue';
import type { SpeechSettings } from './settings';
import { type AudioDecoder, readNarration } from './speech-sound';

/** Raised when the treatment of the sound changes, so that narration is spoken anew. */
const VERSION = 1;

/** Longest text that one request may hold, UTF-16 units. */
const LONGEST_TEXT = 4096;

/** `SpeechRequest` with how it is to be said, for models that heed it. */
export interface ToldSpeechRequest extends SpeechRequest {
  /** In place of the operator's instructions. */
  instructions?: string;
  /** In place of the operator's speed, 0.25 to 4. */
  speed?: number;
}

export interface OpenAiSpeaker {
  readonly identity: ProviderIdentity;
  /** `words` is always null: the times are found apart, so that paid speech is safe before they are looked for. */
  speak(request: ToldSpeechRequest, signal: AbortSignal): Promise<Speech>;
}

export interface SpeakerDependencies extends CallDependencies {
  /** For servers that do not send WAV or raw PCM of 16 bit. */
  decodeAudio?: AudioDecoder;
}

/**
 * Speaks through `/audio/speech`. A voice that the model does not have (such as a built-in one's name) is
 * replaced by the operator's. Faults besides those of every call: `voice_unusable`, worth another try, and
 * `narration_too_long`, which is not.
 */
export function openAiSpeaker(
  settings: SpeechSettings,
  dependencies: SpeakerDependencies = {},
): OpenAiSpeaker {
  const { model, voice, speed, instructions } = settings;
  const manner = instructions ? `-${shortHash(instructions)}` : '';
  return {
    identity: { name: 'openai', model: `${model}-${voice}-${speed}${manner}-${VERSION}` },
    speak: (request, signal) => speak(settings, request, dependencies, signal),
  };
}

/** The voice that is used when that one is asked for. */
export function voiceFor(settings: SpeechSettings, asked: string): string {
  return voicesOf(settings.model)?.includes(asked) ? asked : settings.voice;
}

async function speak(
  settings: SpeechSettings,
  request: ToldSpeechRequest,
  dependencies: SpeakerDependencies,
  signal: AbortSignal,
): Promise<Speech> {
  if (request.text.length > LONGEST_TEXT) throw tooLong(request.text.length);
  const asked: Asked = { capability: 'speech', settings };
  const instructions = takesInstructions(settings.model)
    ? (request.instructions ?? settings.instructions)
    : null;
  const speed = request.speed ?? settings.speed;
  const { wav, durationMs } = await makeCall(
    {
      asked,
      purpose: 'speech',
      estimate: estimateSpeech({
        ...settings,
        characters: request.text.length + (instructions?.length ?? 0),
      }),
      ask: async (client, options) => {
        const response = await client.audio.speech.create(
          {
            model: settings.model,
            input: request.text,
            voice: voiceFor(settings, request.voice),
            response_format: settings.format,
            speed,
            ...(instructions && { instructions }),
          },
          options,
        );
        const bytes = new Uint8Array(await response.arrayBuffer());
        const { decodeAudio = null } = dependencies;
        const narration = await readNarration(bytes, settings.format === 'pcm', decodeAudio, options.signal);
        if (!narration.ok) throw unusableAnswer(asked, 'voice_unusable', narration.why);
        if (breaksOff(request.text, narration, speed)) {
          throw unusableAnswer(asked, 'voice_unusable', 'the sound breaks off');
        }
        return narration;
      },
      costOf: () => null,
    },
    dependencies,
    signal,
  );
  return { audio: wav, durationMs, words: null };
}

/** Letters and digits that even a hurried voice does not say within a second. */
const FASTEST_PER_SECOND = 22;
/** The same for a sound that also stops in the middle of a syllable. */
const FASTEST_CUT_OFF = 16;
/** A single word may be said in no time. */
const FEWEST_LETTERS = 12;

/** Whether the sound is too short for its text: a stream that ends early looks like a whole one. */
function breaksOff(text: string, sound: { durationMs: number; endsLoud: boolean }, speed: number): boolean {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const fastest = (sound.endsLoud ? FASTEST_CUT_OFF : FASTEST_PER_SECOND) * Math.max(1, speed);
  return letters >= FEWEST_LETTERS && letters / (sound.durationMs / 1000) > fastest;
}

function tooLong(length: number): StoryError {
  return new StoryError({
    code: 'narration_too_long',
    message: `A scene’s narration has ${length} characters; a speech server takes at most ${LONGEST_TEXT}.`,
    hint: 'Split the scene in two.',
    retryable: false,
  });
}

/** FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), 32 bit: tells instructions apart in a name, no more. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16);
}
