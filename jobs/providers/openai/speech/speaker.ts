import type OpenAI from 'openai';
import { APIError } from 'openai';
import type { CallDependencies } from '#jobs/ports/calls/call.ts';
import { ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { serverName } from '#jobs/ports/capability.ts';
import type { Speech, SpeechManner, SpeechRequest } from '#jobs/ports/engines.ts';
import { type Asked, serverOf, unusableAnswer } from '#jobs/providers/openai/call/answer-faults.ts';
import { type AskOptions, callByClient } from '#jobs/providers/openai/call/client-call.ts';
import { estimateSpeech } from '#jobs/providers/openai/prices/estimate.ts';
import { realtimeCost } from '#jobs/providers/openai/prices/usage-cost.ts';
import {
  nearestVoice,
  speaksInRealtime,
  takesInstructions,
} from '#jobs/providers/openai/settings/catalogue.ts';
import type { SpeechSettings } from '#jobs/providers/openai/settings/settings.ts';
import { differenceIn } from '#jobs/sound/alignment/same-words.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { ProviderIdentity } from '#jobs/story/film/provider-identity.ts';
import { spokenMs } from '#jobs/story/film/reading-times.ts';
import { VOICE_NOT_OFFERED } from '#jobs/story/order/voice/voice-faults.ts';
import { type AudioDecoder, readNarration } from './speech-sound';

/** Raised when the treatment of the sound changes, so that narration is spoken anew. */
const VERSION = 1;

/** What a model that converses says otherwise is asked for once more; then this machine speaks. */
const MOST_CONVERSATIONS = 2;

/** Longest text that one request may hold, UTF-16 units. */
const LONGEST_TEXT = 4096;

export interface OpenAiSpeaker {
  readonly identity: ProviderIdentity;
  identityIn(manner: SpeechManner): ProviderIdentity;
  /** `words` is always null: the times are found apart, so that paid speech is safe before they are looked for. */
  speak(request: SpeechRequest, signal: AbortSignal): Promise<Speech>;
}

export interface SpeakerDependencies extends CallDependencies {
  /** For servers that do not send WAV or raw PCM of 16 bit. */
  decodeAudio?: AudioDecoder;
}

/**
 * Speaks through `/audio/speech`, or by the Realtime API where the model knows no other way, in the operator's voice
 * where none of the server's is chosen. A wanted speed is the request's own, 0.25 to 4. Faults besides those of every
 * call: `voice_unusable` and `voice_other_words`, worth another try; `narration_too_long`, and `voice_not_offered` for a
 * voice that the settings no longer name, or that the server does not have.
 */
export function openAiSpeaker(
  settings: SpeechSettings,
  dependencies: SpeakerDependencies = {},
): OpenAiSpeaker {
  const { model, speed } = settings;
  const identityIn = (manner: SpeechManner): ProviderIdentity => {
    const told = instructionsFor(settings, manner);
    const tone = told ? `-${shortHash(told)}` : '';
    const voice = manner.serviceVoice ?? settings.voice;
    return { name: 'openai', model: `${model}-${voice}-${speed}${tone}-${VERSION}` };
  };
  return {
    identity: identityIn({}),
    identityIn,
    speak: (request, signal) => speak(settings, request, dependencies, signal),
  };
}

/** What the model is told of how to speak: the author's words, or else the operator's. */
function instructionsFor({ model, instructions }: SpeechSettings, { tone }: SpeechManner): string | null {
  return takesInstructions(model) ? (tone ?? instructions) : null;
}

/** @throws StoryError for a voice that was chosen and cannot be had any more. */
function voiceFor({ model, voice, voices }: SpeechSettings, { serviceVoice }: SpeechManner): string {
  if (serviceVoice === undefined || voices.includes(serviceVoice)) return serviceVoice ?? voice;
  const nearest = nearestVoice(serviceVoice, voices);
  const closest = nearest === null ? '' : ` The nearest of them is “${nearest}”.`;
  throw new StoryError({
    code: VOICE_NOT_OFFERED,
    message: `“${serviceVoice}” was to speak here, but the speech server’s settings have changed: “${model}” is asked now, and offers ${voices.join(', ')}.${closest}`,
    hint: 'Choose another voice, or set SPEECH_MODEL and SPEECH_VOICES as they were and press Fix or Retry.',
    retryable: false,
  });
}

/** Whether a server that is there, with the model, does not know the voice. */
function refusesVoice(error: unknown): boolean {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return false;
  return /\bvoice\b/i.test(`${error.param ?? ''} ${error.message}`);
}

function voiceRefused(asked: Asked, voice: string): ProviderFault {
  const { model } = asked.settings;
  return new ProviderFault(
    {
      code: VOICE_NOT_OFFERED,
      message: `${serverName(serverOf(asked))} does not have the voice “${voice}” for “${model}”.`,
      hint: 'Choose another voice, or set SPEECH_VOICE and SPEECH_VOICES to voices that it has.',
      retryable: false,
    },
    { status: 400 },
  );
}

async function speak(
  settings: SpeechSettings,
  request: SpeechRequest,
  dependencies: SpeakerDependencies,
  signal: AbortSignal,
): Promise<Speech> {
  if (request.text.length > LONGEST_TEXT) throw tooLong(request.text.length);
  const asked = { capability: 'speech', settings } as const;
  const instructions = instructionsFor(settings, request);
  const voice = voiceFor(settings, request);
  const speed = request.speed ?? settings.speed;
  const { wav, durationMs } = await callByClient(
    {
      asked,
      purpose: 'speech',
      input: request.text,
      ...(speaksInRealtime(settings.model) && { mostUnusable: MOST_CONVERSATIONS }),
      estimate: estimateSpeech({
        ...settings,
        characters: request.text.length + (instructions?.length ?? 0),
        durationMs: spokenMs(request.text) / speed,
      }),
      ask: async (client, options) => {
        const wanted = { text: request.text, voice, speed, instructions };
        const said = speaksInRealtime(settings.model)
          ? realtimeSound(client, asked, wanted, options)
          : speechSound(client, settings, wanted, options);
        const sound = await said.catch((error: unknown) => {
          throw refusesVoice(error) ? voiceRefused(asked, voice) : error;
        });
        const { decodeAudio = null } = dependencies;
        const narration = await readNarration(sound.bytes, sound.isRaw, decodeAudio, options.signal);
        if (!narration.ok) throw unusableAnswer(asked, 'voice_unusable', narration.why);
        if (breaksOff(request.text, narration, speed)) throw brokenOff(asked);
        return { ...narration, costUsd: sound.costUsd };
      },
      costOf: ({ costUsd }) => costUsd,
    },
    dependencies,
    signal,
  );
  return { audio: wav, durationMs, words: null };
}

interface WantedSpeech {
  text: string;
  voice: string;
  speed: number;
  instructions: string | null;
}

interface AnsweredSound {
  bytes: Uint8Array;
  /** Whether it is raw PCM. */
  isRaw: boolean;
  /** By the answer's own account; null where it does not tell. */
  costUsd: Usd | null;
}

async function speechSound(
  client: OpenAI,
  { model, format }: SpeechSettings,
  { text, voice, speed, instructions }: WantedSpeech,
  options: AskOptions,
): Promise<AnsweredSound> {
  const response = await client.audio.speech.create(
    { model, input: text, voice, response_format: format, speed, ...(instructions && { instructions }) },
    options,
  );
  return { bytes: new Uint8Array(await response.arrayBuffer()), isRaw: format === 'pcm', costUsd: null };
}

/** A model that converses may answer the text in place of reading it: what it says that it said is compared. */
async function realtimeSound(
  client: OpenAI,
  asked: Asked & { settings: SpeechSettings },
  { instructions: manner, ...wanted }: WantedSpeech,
  { signal }: AskOptions,
): Promise<AnsweredSound> {
  const { settings } = asked;
  const { askRealtime } = await import('./realtime-speech');
  const spoken = await askRealtime(client, { ...wanted, model: settings.model, manner }, signal);
  if (spoken.isCut) throw brokenOff(asked);
  const difference = differenceIn(wanted.text, spoken.transcript);
  if (difference !== null) throw unusableAnswer(asked, 'voice_other_words', difference);
  return { bytes: spoken.pcm, isRaw: true, costUsd: spoken.usage && realtimeCost(settings, spoken.usage) };
}

const brokenOff = (asked: Asked) => unusableAnswer(asked, 'voice_unusable', 'the sound breaks off');

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
