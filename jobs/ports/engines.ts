/**
 * The ports behind which every engine stands, built in or remote. A provider takes plain values and an
 * AbortSignal and returns bytes and facts; it knows nothing of rows, files, queues or other providers.
 * It throws a `StoryError` (see `story/film/fault.ts`) whose `retryable` says whether the same call may be
 * made again.
 */

import type { TargetSeconds, Tone, WritingMode } from '#jobs/story/budget/film-plan.ts';
import type { ProviderIdentity } from '#jobs/story/film/provider-identity.ts';
import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import type { WordTiming } from '#jobs/story/film/word-timing.ts';
import type { MusicMood, PictureQuality, PictureStyle } from '#jobs/story/order/options.ts';
import type { Treatment } from '#jobs/story/order/treatments.ts';
import type { SceneVoice } from '#jobs/story/order/voice/speaker-voice.ts';
import type { Form } from '#remotion/contract/forms.ts';
import type { FormatName, LayerBox, LayerLife, Word } from '#remotion/contract/story-props.ts';
import type { Animator } from './animator';
import type { CallHooks } from './calls/call-hooks';

export interface ScriptRequest {
  story: string;
  /** The author's title, or null to have one found. */
  title: string | null;
  /** Wanted number of scenes, or null to let the story decide. */
  sceneCount: number | null;
  /** BCP 47 tag of the story's language. */
  language: string;
  /** For engines that write; default `keep-my-words`. */
  mode?: WritingMode;
  /** Length of the film when the engine writes. Default 60. */
  targetSeconds?: TargetSeconds;
  /** Default `auto`. */
  tone?: Tone;
  /** What kind of telling it is to be told as; absent to have that found. */
  treatment?: Treatment;
}

/** What captions are to say in another language. */
export interface TranslationRequest {
  /** BCP 47 tags. */
  from: string;
  to: string;
  /** What is said in each scene, sentence by sentence. */
  scenes: readonly (readonly string[])[];
}

export interface ScriptScene {
  /** What is spoken and captioned, in the author's own characters. */
  narration: string;
  /** What the picture shows, complete in itself: who, doing what, where, when, in which light. */
  imagePrompt: string;
  /** What `imagePrompt` was printed from; absent where a model wrote it. */
  reading?: SceneReading | undefined;
  /** In which form it is told in a picture's place; absent for a picture. */
  form?: Form | undefined;
}

export interface Script {
  title: string;
  mood: MusicMood;
  /** What kind of telling it is; absent where nobody said. */
  treatment?: Treatment | undefined;
  scenes: ScriptScene[];
}

/** What a film asks of a connected speech service; all of it is the operator's where it is absent. */
export interface SpeechManner {
  /** A voice by the service's own name. */
  serviceVoice?: string | undefined;
  /** How the voice is to sound, in the author's words. */
  tone?: string | undefined;
}

export interface SpeechRequest extends SpeechManner {
  text: string;
  /** A built-in voice; a service takes no notice of it. */
  voice: string;
  /** An installed voice, for the speaker that has them. */
  localVoice?: string | undefined;
  /** BCP 47 tag of the text's language. */
  language: string;
  /** Times as fast as the voice's own pace; absent leaves that to the engine. */
  speed?: number;
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
  /** What the prompt was printed from, for engines that draw from readings; absent for other words. */
  reading?: SceneReading | undefined;
  style: PictureStyle;
  format: FormatName;
  seed: number;
  /** Absent for the operator's setting; engines without a choice take no notice of it. */
  quality?: PictureQuality | undefined;
  /** Earlier pictures of the film, for engines that follow them. */
  references?: readonly ReferencePicture[];
}

export interface ReferencePicture {
  image: Uint8Array;
  mimeType: Picture['mimeType'];
}

export interface Picture {
  image: Uint8Array;
  mimeType: 'image/jpeg' | 'image/png' | 'image/webp';
  /** px */
  width: number;
  height: number;
  /** The same picture for a moving camera, from far to near; absent where the engine has only the picture. */
  layers?: readonly PictureLayer[];
}

/** One of the images that a picture is laid of; see `layerSchema` in remotion/story-props.ts. */
export interface PictureLayer {
  /** WebP of the part `box` of the frame and `LAYER_BLEED` around it. */
  image: Uint8Array;
  box: LayerBox;
  /** From 0, the farthest, to 1, the nearest. */
  depth: number;
  life: LayerLife;
}

/** What all engines have in common. */
interface Engine {
  readonly identity: ProviderIdentity;
  /** Its calls pass the hooks that it was made with: each is an entry of the ledger by itself. */
  readonly isCounted?: boolean;
}

export interface ScriptWriter extends Engine {
  writeScript(request: ScriptRequest, signal: AbortSignal): Promise<Script>;
  /** The same picture in milder words, where the engine can tell it so. */
  softenPrompt?(prompt: string, narration: string, signal: AbortSignal): Promise<string>;
  /** Every line in another language, one for one; absent where the engine cannot translate. */
  translate?(request: TranslationRequest, signal: AbortSignal): Promise<string[][]>;
}

export interface Speaker extends Engine {
  /** What it is called when it is asked to speak so; absent where there is nothing to choose. */
  identityIn?(manner: SpeechManner): ProviderIdentity;
  speak(request: SpeechRequest, signal: AbortSignal): Promise<Speech>;
  /**
   * Voices that may take parts beside whoever tells a story; absent where it has one alone.
   * @param teller as the film's options name it
   */
  voicesBeside?(teller: SceneVoice): Promise<readonly SceneVoice[]>;
}

export interface TimingRequest {
  /** WAV, 16 bit, mono. */
  audio: Uint8Array;
  durationMs: number;
  text: string;
  /** BCP 47 tag. */
  language: string;
}

/** Listens to speech: what is heard, with the time of each word. */
export interface Transcriber {
  hear(spoken: Omit<TimingRequest, 'text'>, signal: AbortSignal): Promise<Word[]>;
}

export interface TimedSpeech {
  words: Word[];
  method: WordTiming;
  /** Whether the speech seems to stop before its text does. */
  breaksOff: boolean;
}

/** Finds word times in speech that came without any. */
export interface WordTimer {
  timeWords(request: TimingRequest, signal: AbortSignal): Promise<TimedSpeech>;
}

/** Checks texts. Throws a `StoryError` that says what was found in them. */
export interface Moderator extends Engine {
  check(what: 'story' | 'script', texts: readonly string[], signal: AbortSignal): Promise<void>;
}

export interface Illustrator extends Engine {
  /** Whether pictures sent along are heeded; where not, they need not be waited for. */
  readonly followsReferences?: boolean;
  /** What it is called when it draws in that quality; absent where there is no choice. */
  identityIn?(manner: Pick<PictureRequest, 'quality'>): ProviderIdentity;
  drawPicture(request: PictureRequest, signal: AbortSignal): Promise<Picture>;
}

export interface MusicRequest {
  mood: MusicMood;
  durationMs: number;
  seed: number;
  /** Where the film marks something, ms. */
  accents?: readonly number[];
}

export interface Composer extends Engine {
  /** A music bed of exactly the wanted length: RIFF/WAVE, 48 kHz, stereo, 16-bit PCM. */
  composeBed(request: MusicRequest, signal: AbortSignal): Promise<Uint8Array>;
}

/** One engine for each capability, chosen by `select.server.ts`. */
export interface Providers {
  script: ScriptWriter;
  speech: Speaker;
  /** The machine's own espeak-ng; absent where there is none. */
  systemSpeech?: Speaker;
  /** The voices that are installed on this machine; absent where there is no place for them. */
  localSpeech?: Speaker;
  pictures: Illustrator;
  music: Composer;
  /** Draws what `pictures` will not; absent where this machine draws all pictures. */
  drawings?: Illustrator;
  /** Speaks English where `speech` will not; absent where this machine speaks anyway. */
  ownSpeech?: Speaker;
  /** Cuts a story into scenes where `script` will not; absent where this machine does anyway. */
  ownScript?: ScriptWriter;
  /** For speech that comes without word times: a person's own, and that of some services. */
  wordTimer: WordTimer;
  /** The same without a server, for speech that costs nothing; absent where `wordTimer` asks none. */
  ownWordTimer?: WordTimer;
  /** Lets pictures move by themselves; absent where the camera alone moves. */
  animator?: Animator;
  /** Absent where nothing is checked. */
  moderator?: Moderator;
  /** The same engines, whose calls pass these hooks; absent where no call has to be counted. */
  countedBy?(hooks: CallHooks): Providers;
}
