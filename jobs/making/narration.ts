/** What a scene's voice is made of: its sound first, then the times of its words. */
import { z } from 'zod';
import type { Storage } from '#jobs/ports/storage.ts';
import type { SpokenPart } from '#jobs/sound/audio/speech-joint.ts';
import { decodeWav, durationMsOf } from '#jobs/sound/audio/wav.ts';
import { LISTENING } from '#jobs/story/film/plan.ts';
import type { Recording } from '#jobs/story/film/scene-content.ts';
import { isSpoken, optionsIn, wordsAsWritten } from '#jobs/story/film/scene-speech.ts';
import { WORD_TIMINGS, type WordTiming } from '#jobs/story/film/word-timing.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import { type Word, wordSchema } from '#remotion/contract/story-props.ts';
import { countedEngines } from './counted-engines';
import type { Production } from './production.server';
import { readRecording } from './recorded-voice';
import { readSilently, type Voice, voiceOf } from './scene-voice';
import { joinedTurns, spokenTurns, turnKey } from './speech-turns';
import { speakerOf, speakTurn, storedSound, timesOf } from './spoken-turn';
import type { StepTools } from './step-tools.server';
import { putJson, readJson } from './stored-json.server';

/** What is stored beside the sound. */
export interface NarrationFacts {
  words: Word[];
  durationMs: number;
  wordTiming: WordTiming;
  /** Whether it seems to stop before its text does, also when it was asked for once more. */
  breaksOff: boolean;
}

export type NarrationTools = Pick<StepTools, 'storage' | 'ledger' | 'engines'>;

const factsSchema = z.object({
  words: z.array(wordSchema).min(1),
  durationMs: z.number().positive(),
  // Facts of an older film do not say it; only engines that tell the times themselves made those.
  wordTiming: z.enum(WORD_TIMINGS).default('engine'),
  breaksOff: z.boolean().default(false),
});

export interface NarrationKeys {
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
  return storeFacts(storage, keys, silent, { method: 'reading' });
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
      return storeFacts(storage, keys, voiceOf(audio, words), { method });
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
      let breaksOff = false;
      const turns = spokenTurns(video, scene);
      for (const [at, { text, voice }] of turns.entries()) {
        const key = turns.length === 1 ? keys.key : turnKey(keys.key, at);
        const spoken = await speakTurn(
          { engines: counted, storage, signal },
          { text, options: optionsIn(video.options, { voice }), language: storyLanguage(video), key },
        );
        parts.push(spoken);
        if (spoken.method !== 'engine') method = spoken.method;
        if (spoken.breaksOff) breaksOff = true;
      }
      const { audio, words } = await joinedTurns(storage, keys.key, parts);
      // Captions show what is written, whatever was said in its place.
      const written =
        scene.sayAs.length === 0
          ? words
          : wordsAsWritten(scene.narration, words, durationMsOf(decodeWav(audio)));
      return storeFacts(storage, keys, voiceOf(audio, written), { method, breaksOff });
    },
  );
}

async function storeFacts(
  storage: Storage,
  { factsKey }: NarrationKeys,
  { words, durationMs }: Voice,
  { method: wordTiming, breaksOff = false }: { method: WordTiming; breaksOff?: boolean },
): Promise<NarrationFacts> {
  const facts: NarrationFacts = { words, durationMs, wordTiming, breaksOff };
  await putJson(storage, factsKey, facts);
  return facts;
}
