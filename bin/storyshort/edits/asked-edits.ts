/** Flags as edits of a storyboard. Pure. */
import type { z } from 'zod';
import type { storyboardRequestSchema } from '#app/video/editor/storyboard-request.ts';
import { usageFault } from '#bin/storyshort/command-fault.ts';
import type { SceneVoice } from '#jobs/story/order/voice/speaker-voice.ts';
import type { EditFlags } from './edit-flags';

/** What is asked of a storyboard, on whatever revision. */
export type AskedEdit = z.input<typeof storyboardRequestSchema>;
type Edit = Extract<AskedEdit, { kind: 'edit' }>['edit'];
type SceneChange = Extract<Edit, { kind: 'set-scene' }>['change'];
type FilmChange = Extract<Edit, { kind: 'set-film' }>;

/** What the edits need besides what was typed. */
export interface EditMeans {
  /** Ids of the storyboard's scenes, in their order. */
  sceneIds: readonly string[];
  /** The voice that was named, as a storyboard calls it; null where none was. */
  voice: SceneVoice | null;
  /** The film's title and options that were given, by field. */
  film: Readonly<Record<string, string>>;
  newId: () => string;
  newSeed: () => number;
}

/**
 * The edits that were asked for, in the order in which they are made; none where nothing was.
 * @throws CommandFault for a scene that is not there, and for flags that have no sense together
 */
export function askedEdits(given: EditFlags, means: EditMeans): AskedEdit[] {
  const steps = stepsOf(given);
  const edits = [...sceneEdits(given, means), ...addedScene(given, means), ...filmEdit(given, means)];
  if (steps.length > 1 || (steps.length === 1 && edits.length > 0))
    throw usageFault('A step back or forth stands alone.', 'Call the command once for each.');
  return [...steps, ...edits];
}

function stepsOf({ undo, redo, discard, restore }: EditFlags): AskedEdit[] {
  return [
    ...(undo ? [{ kind: 'undo' as const }] : []),
    ...(redo ? [{ kind: 'redo' as const }] : []),
    ...(discard ? [{ kind: 'discard' as const }] : []),
    ...(restore === undefined
      ? []
      : [{ kind: 'restore' as const, version: numberOf('restore', restore, 1) }]),
  ];
}

function sceneEdits(given: EditFlags, means: EditMeans): AskedEdit[] {
  if (given.scene === undefined) return refuseWithoutScene(given);
  const scene = sceneAt('scene', given.scene, means);
  const change = sceneChange(given, means);
  const deeds = sceneDeeds(given, scene, means);
  if (deeds.length > 1)
    throw usageFault(
      'Only one of these can be done to a scene at a time.',
      'Call the command once for each.',
    );
  const changed = Object.keys(change).length > 0 ? [asked({ kind: 'set-scene', scene, change })] : [];
  if (changed.length + deeds.length > 0) return [...changed, ...deeds];
  throw usageFault('Nothing is said of the scene.', 'Say what is to change, such as --text or --draw-again.');
}

function refuseWithoutScene(given: EditFlags): [] {
  const { text, pause, remark, merge, remove, duplicate, revert } = given;
  const rest = [given['caption-text'], given['draw-again'], given['move-after'], given['split-at']];
  // The picture may be that of a scene that is added.
  const picture = given.add === undefined ? given.picture : undefined;
  const said = [text, pause, remark, merge, remove, duplicate, revert, picture, ...rest];
  if (said.every((value) => value === undefined)) return [];
  throw usageFault('It is not said which scene is meant.', 'Name it by --scene and its number.');
}

function sceneChange(given: EditFlags, { voice }: EditMeans): SceneChange {
  const { text, picture, pause } = given;
  return {
    ...(text !== undefined && { narration: text }),
    ...(given['caption-text'] !== undefined && { captions: given['caption-text'] }),
    ...(picture !== undefined && { imagePrompt: picture, picture: { from: 'drawn' as const } }),
    ...(voice && { voice }),
    ...(pause !== undefined && { pauseMs: numberOf('pause', pause, 0) }),
  };
}

function sceneDeeds(given: EditFlags, scene: string, means: EditMeans): AskedEdit[] {
  const { remark, remove, duplicate, merge, revert } = given;
  const [after, atWord] = [given['move-after'], given['split-at']];
  const again = given['draw-again'] === true || remark !== undefined;
  return [
    ...(again ? [asked({ kind: 'draw-again', scene, seed: means.newSeed(), remark: remark ?? null })] : []),
    ...(remove ? [asked({ kind: 'remove-scene', scene })] : []),
    ...(duplicate ? [asked({ kind: 'duplicate-scene', scene, id: means.newId() })] : []),
    ...(after === undefined
      ? []
      : [asked({ kind: 'move-scene', scene, after: placeAt('move-after', after, means) })]),
    ...(atWord === undefined
      ? []
      : [asked({ kind: 'split-scene', scene, atWord: numberOf('split-at', atWord, 1), id: means.newId() })]),
    ...(merge ? [asked({ kind: 'merge-scenes', scene })] : []),
    ...(revert ? [{ kind: 'revert' as const, scene }] : []),
  ];
}

function addedScene({ add, after, picture, scene }: EditFlags, means: EditMeans): AskedEdit[] {
  if (add === undefined) {
    if (after === undefined) return [];
    throw usageFault(
      '--after says where a new scene goes.',
      'Say its words by --add; --move-after moves one.',
    );
  }
  if (scene !== undefined)
    throw usageFault('A scene is added or changed, one at a time.', 'Leave --scene or --add away.');
  const place = after === undefined ? (means.sceneIds.at(-1) ?? null) : placeAt('after', after, means);
  const words = { narration: add, imagePrompt: picture ?? '' };
  return [asked({ kind: 'add-scene', id: means.newId(), after: place, ...words, seed: means.newSeed() })];
}

function filmEdit({ scene }: EditFlags, { film, voice }: EditMeans): AskedEdit[] {
  const { title, ...options } = film;
  const spoken = voice && scene === undefined ? { serviceVoice: null, localVoice: null, ...voice } : {};
  const change = { ...options, ...spoken };
  const hasOptions = Object.keys(change).length > 0;
  if (title === undefined && !hasOptions) return [];
  const edit: FilmChange = {
    kind: 'set-film',
    ...(title !== undefined && { title }),
    ...(hasOptions && { options: change }),
  };
  return [asked(edit)];
}

function asked(edit: Edit): AskedEdit {
  return { kind: 'edit', edit };
}

/** Behind which scene something goes; null for the beginning. */
function placeAt(flag: string, text: string, means: EditMeans): string | null {
  return text === '0' ? null : sceneAt(flag, text, means);
}

function sceneAt(flag: string, text: string, { sceneIds }: EditMeans): string {
  const id = sceneIds.find((known) => known === text.toLowerCase()) ?? sceneIds[Number(text) - 1];
  if (id !== undefined) return id;
  const many = `${sceneIds.length} ${sceneIds.length === 1 ? 'scene' : 'scenes'}`;
  throw usageFault(
    `--${flag} names no scene of the storyboard: “${text}”.`,
    `It has ${many}: give a number from 1, or an id.`,
  );
}

function numberOf(flag: string, text: string, least: number): number {
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  throw usageFault(`--${flag} takes a whole number from ${least}, and not “${text}”.`, 'Write it in digits.');
}
