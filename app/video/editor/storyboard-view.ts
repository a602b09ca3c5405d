/** A storyboard as its editor is given it: the draft, what exists of it, and what an update would make. Pure. */
import isEqual from 'fast-deep-equal';
import type { z } from 'zod';
import type { editedSceneSchema, planSchema, takeSchema } from '#app/api/schemas/storyboard-schemas.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';
import { clipKeyOf, isClipStill } from '#jobs/story/film/own/own-files.ts';
import { type PlanContext, pictureHash, wantsPicture, wantsVoice } from '#jobs/story/film/plan.ts';
import { contentOf, isPictured } from '#jobs/story/film/scene-content.ts';
import { isSpoken } from '#jobs/story/film/scene-speech.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import type { RedoPlan } from '#jobs/story/storyboard/redo-plan.ts';
import type { BoardScene, Storyboard } from '#jobs/story/storyboard/storyboard.ts';
import type { TakeShelf } from '#jobs/story/storyboard/take.ts';
import type { RedoPrice } from '#jobs/work/redo-price.server.ts';
import type { StoryProps } from '#remotion/contract/story-props.ts';
import { previewOf } from './preview-props';

/** An earlier picture of a scene, to be taken back. */
export type TakeView = z.infer<typeof takeSchema>;

/** One scene of the draft, with what exists of it; see `editedSceneSchema`, which tells of each part. */
export type SceneEditView = z.infer<typeof editedSceneSchema>;
export type AssetState = SceneEditView['voiceState'];

export interface StoryboardView {
  revision: number;
  board: Storyboard;
  scenes: SceneEditView[];
  /** Whether anything differs from what the film is made of. */
  isEdited: boolean;
  canUndo: boolean;
  canRedo: boolean;
  plan: RedoPlanView;
  /** The edited film, to be played at once; null while nothing can be shown. */
  preview: StoryProps | null;
}

/** What an update would make, how long that takes, what it costs, and why it may not be; see `planSchema`. */
export type RedoPlanView = z.infer<typeof planSchema>;

export interface StoryboardFacts {
  /** The video as its film is made. */
  video: Video;
  /** The same as it is wanted, see `settleVideo`. */
  wanted: Video;
  board: Storyboard;
  isEdited: boolean;
  canUndo: boolean;
  canRedo: boolean;
  plan: RedoPlan;
  price: RedoPrice;
  takes: TakeShelf;
  context: PlanContext;
}

export function storyboardView(facts: StoryboardFacts): StoryboardView {
  const { video, wanted, board, isEdited, canUndo, canRedo, plan, price } = facts;
  const preview = previewOf(wanted, facts.context, mediaUrl);
  return {
    revision: video.revision,
    board,
    scenes: wanted.scenes.map((scene, position) =>
      sceneEditView(facts, scene, board.scenes[position] as BoardScene, preview.lengths[position] ?? 0),
    ),
    ...{ isEdited, canUndo, canRedo },
    plan: {
      ...plan,
      seconds: Math.round(price.seconds * 10) / 10,
      cost: price.usd > 0 ? formatUsd(price.usd) : null,
      refusal: price.refusal && { message: price.refusal.message, hint: price.refusal.hint },
    },
    preview: preview.props,
  };
}

function sceneEditView(
  { video, wanted, takes, context }: StoryboardFacts,
  scene: Scene,
  content: BoardScene,
  lengthMs: number,
): SceneEditView {
  const { id, position, pictureKey, voiceKey, error, voiceError, note, picture } = scene;
  const fault = error ?? voiceError;
  const made = video.scenes.find((other) => other.id === id);
  return {
    ...content,
    position,
    imageUrl: isPictured(picture) ? urlOf(pictureKey) : null,
    clipUrl: pictureKey && isClipStill(pictureKey) ? mediaUrl(clipKeyOf(pictureKey)) : null,
    audioUrl: isSpoken(wanted.options, scene) ? urlOf(voiceKey) : null,
    lengthMs,
    voiceState: stateOf(voiceKey, !wantsVoice(wanted, scene, context)),
    pictureState: wantsPicture(scene)
      ? stateOf(pictureKey, scene.pictureHash === pictureHash(wanted, scene, context))
      : error && pictureKey
        ? 'ready'
        : 'none',
    isEdited: !made || !isEqual(contentOf(made), contentOf(scene)),
    fault: fault && { message: fault.message, hint: fault.hint },
    note: note?.message ?? null,
    takes: takes.picturesOf(id).map(({ hash, made: { pictureKey: key }, at }) => ({
      hash,
      imageUrl: mediaUrl(key),
      at: at.toISOString(),
    })),
  };
}

function stateOf(key: string | null, isWanted: boolean): AssetState {
  if (key === null) return 'missing';
  return isWanted ? 'ready' : 'stale';
}

function urlOf(key: string | null): string | null {
  return key === null ? null : mediaUrl(key);
}
