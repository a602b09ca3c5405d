/** What a scene's voice is made of: its sound first, then the times of its words. */
import { z } from 'zod';
import type { Providers, Speaker, SpeechRequest } from '#jobs/ports/engines.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import type { SpokenPart } from '#jobs/sound/audio/speech-joint.ts';
import { decodeWav, durationMsOf } from '#jobs/sound/audio/wav.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { LISTENING } from '#jobs/story/film/plan.ts';
import type { Recording } from '#jobs/story/film/scene-content.ts';
import { isSpoken, optionsIn, wordsAsWritten } from '#jobs/story/film/scene-speech.ts';
import { speakerKindOf } from '#jobs/story/film/speech.ts';
import { WORD_TIMINGS, type WordTiming } from '#jobs/story/film/word-timing.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import type { VideoOptions } from '#jobs/story/order/options.ts';
import { SPEED_FACTORS } from '#jobs/story/order/voices.ts';
import { type Word, wordSchema } from '#remotion/contract/story-props.ts';
import { countedEngines } from './counted-engines';
import type { Production } from './production.server';
import { readRecording } from './recorded-voice';
import { readSilently, speakSound, type Voice, voiceOf } from './scene-voice';
import { joinedTurns, turnKey, turnsOf } from './speech-turns';
import type { StepTools } from './step-tools.server';
import { putJson, readJson } from './stored-json.server';

/** What is stored beside the sound. */
export interface NarrationFacts {
  words: Word[];
  durationMs: number;
  wordTiming: WordTiming;
}

export type NarrationTools = Pick<StepTools, 'storage' | 'ledger' | 'engines'>;

const factsSchema: z.ZodType<NarrationFacts> = z.object({
  words: z.array(wordSchema).min(1),
  durationMs: z.number().positive(),
  // Facts of an older film do not say it; only engines that tell the times themselves made those.
  wordTiming: z.enum(WORD_TIMINGS).default('engine'),
});

interface NarrationKeys {
  hash: string;
  /** Of the sound. */
  key: string;
  /** Of the facts. They are stored after the sound: where they are, a crash interrupted nothing but the row. */
  factsKey: string;
}

/** The facts of a scene's narration, made together with its sound unless both are there. */
export async function narrationFacts(
  production: Production,
  tools: NarrationTools,
  position: number,
  keys: NarrationKeys,
): Promise<NarrationFacts> {
  const { video } = production;
  const { storage } = tools;
  const stored = await readJson(storage, keys.factsKey, factsSchema);
  // A sound that was lost or damaged is made again.
  if (stored && (await storedSound(storage, keys.key))) return stored;
  const scene = production.scene(position);
  if (scene.recording) return hearRecording(production, tools, position, scene.recording, keys);
  if (isSpoken(video.options, scene)) return speakNarration(production, tools, position, keys);
  const silent = readSilently(scene.narration, video.options.speed);
  await storage.put(keys.key, silent.audio);
  return storeFacts(storage, keys, silent, 'reading');
}

/** What a person said themselves: its sound as it was sent, and its words timed by listening. */
async function hearRecording(
  production: Production,
  { storage, ledger, engines }: NarrationTools,
  position: number,
  recording: Recording,
  keys: NarrationKeys,
): Promise<NarrationFacts> {
  const { video, attempt, signal } = production;
  const { narration } = production.scene(position);
  const audio = await readRecording(storage, video.id, recording);
  await production.report(position, 'voice');
  return ledger.record(
    attempt,
    { scene: position, kind: 'voice', identity: LISTENING, inputHash: keys.hash, isCounted: false },
    async (hooks) => {
      await storage.put(keys.key, audio);
      const request = { text: narration, language: storyLanguage(video) };
      const { words, method } = await timesOf(
        countedEngines(engines, hooks, production),
        request,
        audio,
        signal,
      );
      return storeFacts(storage, keys, voiceOf(audio, words), method);
    },
  );
}

async function speakNarration(
  production: Production,
  { storage, ledger, engines }: NarrationTools,
  position: number,
  keys: NarrationKeys,
): Promise<NarrationFacts> {
  const { video, attempt } = production;
  const scene = production.scene(position);
  const { identity, isCounted = false } = speakerOf(optionsIn(video.options, scene), engines);
  await production.report(position, 'voice');
  return ledger.record(
    attempt,
    { scene: position, kind: 'voice', identity, inputHash: keys.hash, isCounted },
    async (hooks) => {
      const counted = countedEngines(engines, hooks, production);
      const signal = isCounted ? production.wanted : production.signal;
      const parts: SpokenPart[] = [];
      let method: WordTiming = 'engine';
      const turns = turnsOf(scene);
      for (const [at, { text, voice }] of turns.entries()) {
        const key = turns.length === 1 ? keys.key : turnKey(keys.key, at);
        const spoken = await speakTurn(
          { engines: counted, storage, signal },
          { text, options: optionsIn(video.options, { voice }), language: storyLanguage(video), key },
        );
        parts.push(spoken);
        if (spoken.method !== 'engine') method = spoken.method;
      }
      const { audio, words } = await joinedTurns(storage, keys.key, parts);
      // Captions show what is written, whatever was said in its place.
      const written =
        scene.sayAs.length === 0
          ? words
          : wordsAsWritten(scene.narration, words, durationMsOf(decodeWav(audio)));
      return storeFacts(storage, keys, voiceOf(audio, written), method);
    },
  );
}

interface Turn {
  text: string;
  options: VideoOptions;
  language: string;
  key: string;
}

/** One turn's sound with its words' times. */
async function speakTurn(
  { engines, storage, signal }: { engines: Providers; storage: Storage; signal: AbortSignal },
  { text, options, language, key }: Turn,
): Promise<SpokenPart & { method: WordTiming }> {
  const { voice, serviceVoice, voiceTone, speed } = options;
  const request: SpeechRequest = {
    text,
    voice,
    serviceVoice,
    tone: voiceTone,
    language,
    ...(speed === 'normal' ? {} : { speed: SPEED_FACTORS[speed] }),
  };
  const { audio, words } = await soundOf(storage, speakerOf(options, engines), request, key, signal);
  const timed = words ? { words, method: 'engine' as const } : await timesOf(engines, request, audio, signal);
  return { audio, ...timed };
}

/** What speaks with these options. */
function speakerOf(options: VideoOptions, { speech, systemSpeech }: Providers): Speaker {
  if (speakerKindOf(options) !== 'system') {
    if (options.serviceVoice && !speech.identityIn) throw serviceGone(options.serviceVoice);
    return speech;
  }
  if (systemSpeech) return systemSpeech;
  throw new StoryError({
    code: 'voice_unavailable',
    message: 'This machine has no espeak-ng any more, which was to speak this story.',
    hint: 'Install espeak-ng, start StoryShort again and press Retry.',
    retryable: false,
  });
}

function serviceGone(voice: string): StoryError {
  return new StoryError({
    code: 'voice_unavailable',
    message: `This film was to be spoken by “${voice}”, but the speech service that has this voice is no longer connected.`,
    hint: 'Make the film again with a built-in voice, or connect the service again (SPEECH_… in the environment) and press Retry.',
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

/** The sound under a key, or null where there is none that can be played. */
async function storedSound(storage: Storage, key: string): Promise<Uint8Array | null> {
  if (!(await storage.has(key))) return null;
  const audio = await storage.read(key);
  try {
    return durationMsOf(decodeWav(audio)) > 0 ? audio : null;
  } catch {
    return null;
  }
}

async function timesOf(
  { wordTimer }: Providers,
  { text, language }: Pick<SpeechRequest, 'text' | 'language'>,
  audio: Uint8Array,
  signal: AbortSignal,
): Promise<{ words: Word[]; method: WordTiming }> {
  const durationMs = durationMsOf(decodeWav(audio));
  return wordTimer.timeWords({ audio, durationMs, text, language }, signal);
}

async function storeFacts(
  storage: Storage,
  { factsKey }: NarrationKeys,
  { words, durationMs }: Voice,
  wordTiming: WordTiming,
): Promise<NarrationFacts> {
  const facts: NarrationFacts = { words, durationMs, wordTiming };
  await putJson(storage, factsKey, facts);
  return facts;
}
