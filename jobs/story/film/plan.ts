/**
 * What must be made, and what stands already. Every asset is named by the fingerprint of all that it is made
 * from; wanted names are compared with stored ones. Skipping what exists, resuming after a crash, and redoing
 * only what an edit touched are all this one comparison.
 */
import type { ProviderIdentity } from '#jobs/story/film/provider-identity.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import { type MotionService, motionSeconds } from '#jobs/story/order/motion-service.ts';
import { inputsOf } from '#jobs/story/order/option-inputs.ts';
import type { VideoOptions } from '#jobs/story/order/options.ts';
import type { SceneVoice } from '#jobs/story/order/voice/speaker-voice.ts';
import { segmentPropsOf } from './film-props';
import { formOf } from './form/scene-form';
import { expectedSceneMs, isToMove } from './moving';
import { musicOf, ownMusicOf } from './music/film-music';
import { leaderOf } from './picture-cast';
import { type Focus, isPictured, promptOf } from './scene-content';
import { optionsIn } from './scene-speech';
import { hasQuotes, scenePartsOf } from './speakers/quoted-speech';
import { turnsOf } from './speakers/turns';
import { localIdentity, speakerKindOf } from './speech';
import type { Scene, Video } from './video';

/** All that assets depend on besides the video itself. */
export interface PlanContext {
  engines: {
    script: ProviderIdentity;
    speech: ProviderIdentity;
    /** What speaks where the system voice is chosen; `speech` where this is absent. */
    systemSpeech?: ProviderIdentity;
    pictures: ProviderIdentity;
    music: ProviderIdentity;
  };
  /** What engines are called where a film may ask something particular of them; absent where it may not. */
  speechIn?: (options: VideoOptions) => ProviderIdentity;
  picturesIn?: (options: VideoOptions) => ProviderIdentity;
  /** Whether later pictures of the cast follow its first one; absent for no. */
  followsReferences?: boolean;
  /** What lets pictures move; absent where nothing does. */
  motion?: { engine: ProviderIdentity; service: MotionService };
  /** Where a server elsewhere makes it, for whose answer this machine only waits; absent for nowhere. */
  waitsFor?: { speech: boolean; pictures: boolean };
  /** Changes whenever the same props would be drawn differently. */
  compositionVersion: string;
  /** Equal inputs, equal names; see `fingerprint.server.ts`. */
  fingerprint: (inputs: unknown) => string;
}

export function scriptHash(video: Video, context: PlanContext): string {
  return context.fingerprint({
    kind: 'script',
    engine: context.engines.script,
    story: video.story,
    title: video.titleGiven ? video.title : null,
    ...inputsOf('script', video.options),
    scenes: video.options.scenes ?? null,
    language: storyLanguage(video),
  });
}

/** What times the words of a film without a voice; raised when the reading pace changes. */
const READING: ProviderIdentity = { name: 'reading', model: 'pace-1' };

/** What times the words of a person's own speech; raised when it hears otherwise. */
export const LISTENING: ProviderIdentity = { name: 'listening', model: 'align-1' };

export function voiceHash(video: Video, scene: Scene, context: PlanContext): string {
  const { narration, recording, sayAs, quoteVoice } = scene;
  const language = storyLanguage(video);
  if (recording) {
    const { hash } = recording;
    return context.fingerprint({ kind: 'voice', engine: LISTENING, recording: hash, narration, language });
  }
  const options = optionsIn(video.options, scene);
  return context.fingerprint({
    kind: 'voice',
    engine: speechEngine(options, context),
    narration,
    ...inputsOf('voice', options),
    language,
    ...(sayAs.length > 0 && { sayAs }),
    ...(quoteVoice && hasQuotes(scene) && { quotes: quotedBy(video, quoteVoice, context) }),
    ...(quoteVoice && formOf(scene)?.kind === 'chat' && { turns: scenePartsOf(scene) }),
    ...(quoteVoice === null && castIn(video, scene, context)),
  });
}

/** Who says what in turn, and by which engines, where those who are quoted have voices of their own. */
function castIn(video: Video, scene: Scene, context: PlanContext): { cast?: unknown[] } {
  const turns = turnsOf(video, scene);
  if (!turns) return {};
  return { cast: turns.map(({ text, voice }) => ({ text, said: voice && quotedBy(video, voice, context) })) };
}

/** Who says quoted lines, and by which engine. */
function quotedBy({ options }: Video, voice: SceneVoice, context: PlanContext) {
  return { voice, engine: speechEngine(optionsIn(options, { voice }), context) };
}

/** What speaks with these options, or times what is to be read. */
export function speechEngine(options: VideoOptions, { engines, speechIn }: PlanContext): ProviderIdentity {
  const kind = speakerKindOf(options);
  if (kind === 'none') return READING;
  if (options.localVoice !== undefined) return localIdentity(options.localVoice);
  if (kind === 'system' && engines.systemSpeech) return engines.systemSpeech;
  return speechIn?.(options) ?? engines.speech;
}

/** Raised when own pictures and clips are fitted to the frame otherwise. */
const FITTING: ProviderIdentity = { name: 'fitting', model: 'crop-1' };

export function pictureHash(video: Video, scene: Scene, context: PlanContext): string {
  const { picture } = scene;
  const { format } = video.options;
  switch (picture.from) {
    case 'take':
      return picture.hash;
    case 'own': {
      const { hash, focus } = picture;
      return context.fingerprint({
        kind: 'own-picture',
        engine: FITTING,
        file: hash,
        format,
        ...focusIn(focus),
      });
    }
    case 'clip': {
      const { hash, focus } = picture;
      return context.fingerprint({
        kind: 'own-clip',
        engine: FITTING,
        file: hash,
        format,
        ...focusIn(focus),
      });
    }
    case 'none':
    case 'form':
      return context.fingerprint({ kind: 'no-picture' });
    case 'drawn':
  }
  const still = stillHash(video, scene, context);
  if (!context.motion || !isToMove(video.options, scene)) return still;
  const seconds = motionSeconds(context.motion.service, expectedSceneMs(scene, video.options));
  return movingHash(still, scene, seconds, context);
}

function movingHash(
  still: string,
  scene: Scene,
  seconds: number,
  { motion, fingerprint }: PlanContext,
): string {
  const prompt = promptOf(scene);
  return fingerprint({ kind: 'moving-picture', engine: motion?.engine, still, prompt, seconds });
}

/** Whether a scene shows the still that is wanted of it already, moving or not: only its clip is to be made then. */
export function hasStill(video: Video, scene: Scene, context: PlanContext): boolean {
  const { motion } = context;
  if (!motion || !isToMove(video.options, scene) || scene.pictureHash === null) return false;
  const still = stillHash(video, scene, context);
  const moving = motion.service.lengths.map((seconds) => movingHash(still, scene, seconds, context));
  return [still, ...moving].includes(scene.pictureHash);
}

/** Hash of a drawn picture before it moves. */
export function stillHash(video: Video, scene: Scene, context: PlanContext): string {
  const { remark } = scene;
  const leader = leaderOf(video.scenes, scene, context.followsReferences);
  const reference = leader ? { reference: stillHash(video, leader, context) } : {};
  return context.fingerprint({
    kind: 'picture',
    engine: context.picturesIn?.(video.options) ?? context.engines.pictures,
    prompt: promptOf(scene),
    ...inputsOf('picture', video.options),
    seed: scene.seed,
    ...reference,
    ...(remark !== null && { remark }),
  });
}

/** A focus as finely as it is told apart: a hundredth of the picture. */
function focusIn({ x, y }: Focus): { x: number; y: number } {
  return { x: Math.round(x * 100), y: Math.round(y * 100) };
}

/** Hash of a scene's stretch of the film; null while what it is drawn from is not there yet. */
export function segmentHash(video: Video, position: number, context: PlanContext): string | null {
  // Keys name their bytes, so that the props with keys for URLs name the frames.
  const props = segmentPropsOf(video, position, (key) => key);
  return props && context.fingerprint({ kind: 'segment', version: context.compositionVersion, props });
}

/** Hash of the finished film; null while a segment is missing. */
export function filmHash(video: Video, context: PlanContext): string | null {
  if (video.scenes.some((scene) => !scene.segmentHash || !scene.voiceHash)) return null;
  return context.fingerprint({
    kind: 'film',
    segments: video.scenes.map((scene) => scene.segmentHash),
    voices: video.scenes.map((scene) => scene.voiceHash),
    music: musicOf(video) && { engine: context.engines.music, mood: musicOf(video) },
    ownMusic: ownMusicOf(video),
    // What films had no choice of before it was there is named only where it is chosen.
    ...(video.options.musicLevel !== 'normal' && { musicLevel: video.options.musicLevel }),
    ...clipSoundsOf(video),
  });
}

/** Which clips are heard, and from where. */
function clipSoundsOf({ scenes }: Video): { clips?: unknown[] } {
  const clips = scenes.flatMap(({ picture, position }) =>
    picture.from === 'clip' && picture.hasSound && picture.sound !== 'off'
      ? { position, file: picture.hash, startMs: picture.startMs, sound: picture.sound }
      : [],
  );
  return clips.length > 0 ? { clips } : {};
}

/** What is still to be made of a scene, or of the film as a whole. */
export interface Plan {
  script: boolean;
  scenes: { voice: boolean; picture: boolean; segment: boolean }[];
  film: boolean;
}

/** Whether a picture is to be had for a scene: one that was given up is not asked for again by itself. */
export function wantsPicture({ error, picture }: Pick<Scene, 'error' | 'picture'>): boolean {
  return error === null && isPictured(picture);
}

/** Whether the scene's voice is not there as it is wanted; one that was given up is not asked for again by itself. */
export function wantsVoice(video: Video, scene: Scene, context: PlanContext): boolean {
  if (scene.voiceError !== null && scene.voiceHash !== null) return false;
  return scene.voiceHash !== voiceHash(video, scene, context);
}

/** Compares what the video wants with what it has. */
export function planVideo(video: Video, context: PlanContext): Plan {
  const scenes = video.scenes.map((scene, position) => ({
    voice: wantsVoice(video, scene, context),
    picture: wantsPicture(scene) && scene.pictureHash !== pictureHash(video, scene, context),
    segment: scene.segmentHash === null || scene.segmentHash !== segmentHash(video, position, context),
  }));
  const script = video.scenes.length === 0;
  const stale = script || scenes.some((scene) => scene.voice || scene.picture || scene.segment);
  return { script, scenes, film: stale || video.filmHash !== filmHash(video, context) };
}
