/**
 * What runs inside a worker thread: the CPU-bound work of the built-in studio and of the sound track, kept
 * off the main thread so that the queue's heartbeat never waits for it.
 */
import type { Word } from '../../remotion/story-props';
import type { FilmMix, FilmSound } from '../audio/mix';
import { type Fault, toFault } from '../domain/errors';
import type {
  MusicRequest,
  Picture,
  PictureRequest,
  Script,
  ScriptRequest,
  Speech,
  SpeechRequest,
} from '../providers/types';

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
  drawPicture: { request: PictureRequest; result: Picture };
  composeBed: { request: MusicRequest; result: Uint8Array };
  mixFilm: { request: FilmSound; result: FilmMix };
  alignSounds: { request: SoundsToAlign; result: Word[] };
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
  drawPicture: async (request) => (await import('../providers/builtin/pictures/draw')).drawPicture(request),
  composeBed: async (request) => (await import('../providers/builtin/music/bed')).composeBed(request),
  mixFilm: async (request) => (await import('../audio/mix')).mixFilm(request),
  alignSounds: async ({ target, reference, referenceWords }) =>
    (await import('../alignment/sound-alignment')).alignSounds(target, reference, referenceWords),
};

export default async function perform<K extends TaskKind>(task: {
  kind: K;
  request: Tasks[K]['request'];
}): Promise<TaskOutcome<K>> {
  try {
    return { ok: true, result: await HANDLERS[task.kind](task.request) };
  } catch (error) {
    return { ok: false, fault: toFault(error) };
  }
}
