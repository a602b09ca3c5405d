/**
 * The ports behind which every engine stands, built in or remote. A provider takes plain values and an
 * AbortSignal and returns bytes and facts; it knows nothing of rows, files, queues or other providers.
 * It throws a `StoryError` (see `domain/errors.ts`) whose `retryable` says whether the same call may be
 * made again.
 */
import type { FormatName, Word } from '../../remotion/story-props';
import type { MusicMood, PictureStyle } from '../domain/options';

/** Which engine made an asset: part of the asset's input hash, so that a new version makes it anew. */
export interface ProviderIdentity {
  /** Short stable name, such as `builtin`. */
  readonly name: string;
  /** Engine or model with its version, such as `flite-slt-1`. */
  readonly model: string;
}

export interface ScriptRequest {
  story: string;
  /** The author's title, or null to have one found. */
  title: string | null;
  /** Wanted number of scenes, or null to let the story decide. */
  sceneCount: number | null;
  /** BCP 47 tag of the story's language. */
  language: string;
}

export interface ScriptScene {
  /** What is spoken and captioned, in the author's own characters. */
  narration: string;
  /** What the picture shows, complete in itself: who, doing what, where, when, in which light. */
  imagePrompt: string;
}

export interface Script {
  title: string;
  mood: MusicMood;
  scenes: ScriptScene[];
}

export interface SpeechRequest {
  text: string;
  voice: string;
  language: string;
}

export interface Speech {
  /** RIFF/WAVE, 48 kHz, mono, 16-bit PCM. */
  audio: Uint8Array;
  durationMs: number;
  /** One entry per caption word, in order; null where the engine has no times of its own. */
  words: Word[] | null;
}

export interface PictureRequest {
  /** Complete description, from `ScriptScene.imagePrompt`. */
  prompt: string;
  style: PictureStyle;
  format: FormatName;
  seed: number;
}

export interface Picture {
  image: Uint8Array;
  mimeType: 'image/jpeg' | 'image/png' | 'image/webp';
  /** px */
  width: number;
  height: number;
}

export interface ScriptWriter {
  readonly identity: ProviderIdentity;
  writeScript(request: ScriptRequest, signal: AbortSignal): Promise<Script>;
}

export interface Speaker {
  readonly identity: ProviderIdentity;
  speak(request: SpeechRequest, signal: AbortSignal): Promise<Speech>;
}

export interface Illustrator {
  readonly identity: ProviderIdentity;
  drawPicture(request: PictureRequest, signal: AbortSignal): Promise<Picture>;
}

export interface MusicRequest {
  mood: MusicMood;
  durationMs: number;
  seed: number;
}

export interface Composer {
  readonly identity: ProviderIdentity;
  /** A music bed of exactly the wanted length: RIFF/WAVE, 48 kHz, stereo, 16-bit PCM. */
  composeBed(request: MusicRequest, signal: AbortSignal): Promise<Uint8Array>;
}

/** One engine for each capability, chosen by `select.server.ts`. */
export interface Providers {
  script: ScriptWriter;
  speech: Speaker;
  pictures: Illustrator;
  music: Composer;
}
