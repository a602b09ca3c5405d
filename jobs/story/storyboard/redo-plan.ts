/** What an update of the film would make, scene by scene, and why; what is not named stays as it is. */
import isEqual from 'fast-deep-equal';
import { showsPrevious, transitionOf } from '#jobs/story/film/film-props.ts';
import { composedMood, musicBed } from '#jobs/story/film/music/music-bed.ts';
import { leaderOf } from '#jobs/story/film/picture-cast.ts';
import { type PlanContext, pictureHash, planVideo, voiceHash } from '#jobs/story/film/plan.ts';
import { optionsIn } from '#jobs/story/film/scene-speech.ts';
import { soundKeyOf } from '#jobs/story/film/sound-key.ts';
import { turnsOf } from '#jobs/story/film/speakers/turns.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { styleIn } from '#jobs/story/order/matched-style.ts';
import type { VideoOptions } from '#jobs/story/order/options.ts';

export type RedoKind = 'voice' | 'picture' | 'stretch';

export interface RedoLine {
  what: RedoKind;
  /** Of the scene, and its place in the film, from 0. */
  sceneId: string;
  position: number;
  /** Why, as the end of a line such as “Scene 3: voice, …”. */
  reason: string;
}

export interface RedoPlan {
  lines: RedoLine[];
  /** Scenes of which everything stays. */
  staying: number;
  /** Whether the film is put together anew. */
  film: boolean;
  /** Whether its sound is mixed anew. */
  sound: boolean;
  /** Whether music is composed for it: another mood, or another length. */
  music: boolean;
}

/**
 * @param before the video as its film was made
 * @param wanted the same with what is wanted now, see `settleVideo`
 */
export function redoPlan(before: Video, wanted: Video, context: PlanContext): RedoPlan {
  const plan = planVideo(wanted, context);
  const lines: RedoLine[] = [];
  /** Voices and pictures that are named already: scenes that want the same share it. */
  const named = new Set<string>();
  const isFirst = (hash: string) => !named.has(hash) && named.add(hash).has(hash);
  let staying = 0;
  for (const [position, scene] of wanted.scenes.entries()) {
    const todo = plan.scenes[position];
    const old = before.scenes.find(({ id }) => id === scene.id);
    const line = (what: RedoKind, reason: string) =>
      lines.push({ what, sceneId: scene.id, position, reason });
    const count = lines.length;
    if (todo?.voice && isFirst(voiceHash(wanted, scene, context)))
      line('voice', voiceReason(before, wanted, old, scene));
    if (todo?.picture && isFirst(pictureHash(wanted, scene, context)))
      line('picture', pictureReason(before, wanted, old, scene, context));
    const follows = plan.scenes[position - 1]?.picture === true && showsPrevious(wanted.options);
    if (todo?.voice || todo?.picture) line('stretch', todo.voice ? 'its voice is new' : 'its picture is new');
    else if (follows) line('stretch', 'the picture before it is new');
    else if (todo?.segment) line('stretch', stretchReason(before, wanted, old, scene));
    if (lines.length === count) staying += 1;
  }
  // A new voice is hardly ever as long as the old one.
  const isNewLength = lines.some(({ what }) => what === 'voice');
  const bedName = (video: Video) => {
    const mood = composedMood(video);
    return (mood && musicBed(video, mood, context)?.key) ?? null;
  };
  const soundName = (video: Video) => soundKeyOf(video, context);
  const isComposed = composedMood(wanted) !== null;
  return {
    ...{ lines, staying, film: plan.film },
    sound: plan.film && (isNewLength || isOther(soundName, before, wanted)),
    music: plan.film && isComposed && (isNewLength || isOther(bedName, before, wanted)),
  };
}

/** Whether what is named so is another thing in the wanted film; a name that is not known yet is. */
function isOther(name: (video: Video) => string | null, before: Video, wanted: Video): boolean {
  const is = name(wanted);
  return is === null || is !== name(before);
}

function voiceReason(before: Video, wanted: Video, old: Scene | undefined, scene: Scene): string {
  if (!old) return 'the scene is new';
  if (!isEqual(old.recording, scene.recording)) {
    return scene.recording ? 'your recording takes its place' : 'your recording was taken away';
  }
  if (old.narration !== scene.narration) return 'its words changed';
  if (!isEqual(old.sayAs, scene.sayAs)) return 'a word is said otherwise';
  if (!isEqual(old.quoteVoice, scene.quoteVoice)) return 'another voice says the quoted lines';
  const [was, is] = [optionsIn(before.options, old), optionsIn(wanted.options, scene)];
  const nameOf = ({ voice, serviceVoice, localVoice }: VideoOptions) => [voice, serviceVoice, localVoice];
  if (!isEqual(nameOf(was), nameOf(is))) return 'another voice speaks';
  const spoken = (video: Video, each: Scene) => turnsOf(video, each)?.map(({ voice }) => voice);
  if (!isEqual(spoken(before, old), spoken(wanted, scene))) return 'another voice says the quoted lines';
  if (was.voiceTone !== is.voiceTone) return 'the voice is to sound otherwise';
  if (was.speed !== is.speed) return 'the pace changed';
  if (was.language !== is.language) return 'the language changed';
  return old.voiceKey ? 'its engine changed' : 'it is missing';
}

function pictureReason(
  before: Video,
  wanted: Video,
  old: Scene | undefined,
  scene: Scene,
  context: PlanContext,
): string {
  if (!old) return 'the scene is new';
  if (!isEqual(old.picture, scene.picture)) return PICTURE_REASONS[scene.picture.from];
  if (before.options.format !== wanted.options.format) return 'the format changed';
  if (scene.picture.from === 'drawn') {
    if (old.imagePrompt !== scene.imagePrompt) return 'its description changed';
    if (old.seed !== scene.seed || old.remark !== scene.remark) return 'it is drawn again';
    if (styleIn(before.options) !== styleIn(wanted.options)) return 'the style changed';
    if (before.options.quality !== wanted.options.quality) return 'the quality changed';
    const { motion } = wanted.options;
    if (before.options.motion !== motion) return motion === 'animated' ? 'it is to move' : 'it stays still';
  }
  if (!old.pictureKey) return 'it is missing';
  return followedBy(before, old, context) === followedBy(wanted, scene, context)
    ? 'its engine changed'
    : 'it follows another picture';
}

/** Hash of the picture that a scene's picture follows; null where it follows none. */
function followedBy(video: Video, scene: Scene, context: PlanContext): string | null {
  const leader = leaderOf(video.scenes, scene, context.followsReferences);
  return leader && pictureHash(video, leader, context);
}

const PICTURE_REASONS: Record<Scene['picture']['from'], string> = {
  drawn: 'it is drawn',
  take: 'an earlier picture is taken back',
  own: 'your picture takes its place',
  clip: 'your clip takes its place',
  none: 'its words take its place',
  form: 'it is told in another form',
};

function stretchReason(before: Video, wanted: Video, old: Scene | undefined, scene: Scene): string {
  if (!old) return 'the scene is new';
  const { options: was } = before;
  const { options: is } = wanted;
  if (was.format !== is.format) return 'the format changed';
  if (was.encoding !== is.encoding) return 'the encoding changed';
  if (was.captions !== is.captions) return 'the caption style changed';
  if (was.cuts !== is.cuts) return 'the cuts changed';
  if (transitionOf(was) !== transitionOf(is)) return 'the transition changed';
  if (!isEqual(old.captions, scene.captions)) return 'its captions changed';
  if (old.pauseMs !== scene.pauseMs) return 'its pause changed';
  if (!isEqual(old.picture, scene.picture)) return PICTURE_REASONS[scene.picture.from];
  if (old.pictureKey !== scene.pictureKey) return 'its picture is another';
  if (old.voiceKey !== scene.voiceKey) return 'its voice is another';
  if (old.position === 0 || scene.position === 0) {
    if (before.title !== wanted.title || was.titleCard !== is.titleCard) return 'the title changed';
  }
  if (was.endCard !== is.endCard) return 'the end card changed';
  if (old.segmentKey === null) return 'it is missing';
  return 'its neighbours changed';
}
