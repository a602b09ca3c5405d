/** The edited film for the player in the page: what exists as it is, and what does not as nearly as can be. Pure. */
import { BREATH_MS, MIN_SCENE_MS } from '#jobs/story/budget/scene-lengths.ts';
import { sceneLengthMs, storyPropsOf } from '#jobs/story/film/film-props.ts';
import { recordingKey } from '#jobs/story/film/own/own-files.ts';
import { type PlanContext, pictureHash, voiceHash, wantsPicture } from '#jobs/story/film/plan.ts';
import { readingTimes, spokenMs } from '#jobs/story/film/reading-times.ts';
import { isSpoken, optionsIn } from '#jobs/story/film/scene-speech.ts';
import { hasPicture, type Scene, type Video } from '#jobs/story/film/video.ts';
import type { StoryProps } from '#remotion/contract/story-props.ts';

/** A film that can be played at once, and what of it is not the wanted one yet. */
export interface Preview {
  /** Null where there is no scene. */
  props: StoryProps | null;
  /** Of each scene, ms; expected where its voice is not there yet. */
  lengths: number[];
}

/**
 * Where a voice is still to be made, its words are shown at a reader's pace and nothing is heard; where a picture
 * is, the one before stays in its place, dimmed.
 */
export function previewOf(wanted: Video, context: PlanContext, urlOf: (key: string) => string): Preview {
  const scenes = wanted.scenes.map((scene) => withVoice(wanted, scene, context));
  const shown = scenes.map((scene) =>
    hasPicture(scene) ? scene : { ...scene, picture: { from: 'none' as const } },
  );
  const props = storyPropsOf({ ...wanted, scenes: shown }, urlOf);
  return {
    lengths: scenes.map((scene) => sceneLengthMs(scene) ?? 0),
    props: props && {
      ...props,
      scenes: props.scenes.map((scene, position) => {
        const { wantedVoice, wantedPicture } = stateOf(wanted, position, context);
        return {
          ...scene,
          audioUrl: wantedVoice ? scene.audioUrl : recordedUrl(wanted, position, urlOf),
          ...(wantedPicture ? {} : { shot: { ...scene.shot, isDimmed: true } }),
        };
      }),
    },
  };
}

/** A person's own speech is heard before its words are timed; null where there is none. */
function recordedUrl({ id, scenes }: Video, position: number, urlOf: (key: string) => string): string | null {
  const recording = scenes[position]?.recording;
  return recording ? urlOf(recordingKey(id, recording)) : null;
}

function stateOf(video: Video, position: number, context: PlanContext) {
  const scene = video.scenes[position] as Scene;
  return {
    wantedVoice: scene.voiceHash === voiceHash(video, scene, context) && isSpoken(video.options, scene),
    wantedPicture: !wantsPicture(scene) || scene.pictureHash === pictureHash(video, scene, context),
  };
}

/** A scene with its words timed, be it by a reader's pace. */
function withVoice(video: Video, scene: Scene, context: PlanContext): Scene {
  if (scene.words && scene.voiceHash === voiceHash(video, scene, context)) return scene;
  const { speed } = optionsIn(video.options, scene);
  const words = readingTimes(scene.narration, speed);
  const heardMs = scene.recording?.durationMs ?? spokenMs(scene.narration, speed);
  const durationMs = Math.round(Math.max(MIN_SCENE_MS, heardMs + BREATH_MS));
  const factor = heardMs / Math.max(1, words.at(-1)?.endMs ?? heardMs);
  return {
    ...scene,
    voiceKey: null,
    durationMs,
    words: words.map(({ text, startMs, endMs }) => ({
      text,
      startMs: startMs * factor,
      endMs: endMs * factor,
    })),
  };
}
