/**
 * What runs inside a worker thread: the CPU-bound work of the built-in studio and of the sound track, kept
 * off the main thread so that the queue's heartbeat never waits for it.
 */
import type { Word } from '../../remotion/story-props';
import type { FilmMix, FilmSound } from '../audio/mix';
import { type Fault, toFault } from '../domain/errors';
import type { LayeredPicture } from '../providers/builtin/pictures/draw-layers';
import type { EspeakReadings } from '../providers/espeak/finish-readings';
import type {
  MusicRequest,
  PictureRequest,
  Script,
  ScriptRequest,
  Speech,
  SpeechRequest,
} from '../providers/types';
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
  writeScript: async (request) => (await import('../providers/builtin/script/write')).writeScript(request),
  speak: async (request) => (await import('../providers/builtin/voice/speak')).speak(request),
  drawLayers: async (request) =>
    (await import('../providers/builtin/pictures/draw-layers')).drawLayers(request),
  composeBed: async (request) => (await import('../providers/builtin/music/bed')).composeBed(request),
  mixFilm: async (request) => (await import('../audio/mix')).mixFilm(request),
  alignSounds: async ({ target, reference, referenceWords }) =>
    (await import('../alignment/sound-alignment')).alignSounds(target, reference, referenceWords),
  finishReadings: async (request) =>
    (await import('../providers/espeak/finish-readings')).finishReadings(request),
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
