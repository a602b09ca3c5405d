/**
 * What runs inside a worker thread: the CPU-bound work of the built-in studio and of the sound track, kept
 * off the main thread so that the queue's heartbeat never waits for it.
 */

import type {
  MusicRequest,
  PictureRequest,
  Script,
  ScriptRequest,
  Speech,
  SpeechRequest,
} from '#jobs/ports/engines.ts';
import type { EspeakReadings } from '#jobs/providers/espeak/finish-readings.ts';
import type { FilmMix, FilmSound } from '#jobs/sound/audio/mix.ts';
import { type Fault, toFault } from '#jobs/story/film/fault.ts';
import type { LayeredPicture } from '#jobs/studio/illustrator/draw-layers.ts';
import type { Word } from '#remotion/contract/story-props.ts';
import { handOver } from './hand-over';

/** Two WAVs that say the same, and when the second one says what. */
export interface SoundsToAlign {
  target: Uint8Array;
  reference: Uint8Array;
  referenceWords: readonly Word[];
}

/** Each kind of task with what it takes and gives. */
export interface Tasks {
  writeScript: { request: ScriptRequest; result: Script };
  speak: { request: SpeechRequest; result: Speech };
  drawLayers: { request: PictureRequest; result: LayeredPicture };
  composeBed: { request: MusicRequest; result: Uint8Array };
  mixFilm: { request: FilmSound; result: FilmMix };
  alignSounds: { request: SoundsToAlign; result: Word[] };
  finishReadings: { request: EspeakReadings; result: Speech };
}
export type TaskKind = keyof Tasks;

/** A fault crosses the thread's border as a value, because errors lose their own fields on the way. */
export type TaskOutcome<K extends TaskKind> =
  | { ok: true; result: Tasks[K]['result'] }
  | { ok: false; fault: Fault };

type Handlers = {
  [K in TaskKind]: (request: Tasks[K]['request']) => Promise<Tasks[K]['result']>;
};

/** Engines are loaded when they are first asked for: most threads never need most of them. */
const HANDLERS: Handlers = {
  writeScript: async (request) => (await import('#jobs/studio/storyteller/write.ts')).writeScript(request),
  speak: async (request) => (await import('#jobs/studio/narrator/speak.ts')).speak(request),
  drawLayers: async (request) =>
    (await import('#jobs/studio/illustrator/draw-layers.ts')).drawLayers(request),
  composeBed: async (request) => (await import('#jobs/studio/composer/bed.ts')).composeBed(request),
  mixFilm: async (request) => (await import('#jobs/sound/audio/mix.ts')).mixFilm(request),
  alignSounds: async ({ target, reference, referenceWords }) =>
    (await import('#jobs/sound/alignment/sound-alignment.ts')).alignSounds(target, reference, referenceWords),
  finishReadings: async (request) =>
    (await import('#jobs/providers/espeak/finish-readings.ts')).finishReadings(request),
};

/** @returns a `TaskOutcome<K>`, whose bytes are handed over. */
export default async function perform<K extends TaskKind>(task: {
  kind: K;
  request: Tasks[K]['request'];
}): Promise<ReturnType<typeof handOver>> {
  return handOver(await outcomeOf(task));
}

async function outcomeOf<K extends TaskKind>(task: {
  kind: K;
  request: Tasks[K]['request'];
}): Promise<TaskOutcome<K>> {
  try {
    return { ok: true, result: await HANDLERS[task.kind](task.request) };
  } catch (error) {
    return { ok: false, fault: toFault(error) };
  }
}
