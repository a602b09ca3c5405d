/**
 * What was made once and is kept: a voice, a picture or a stretch of film by the name of what it was made of. What
 * wants the same again, after an undo, in a copy of a scene or in an older version, has it for nothing.
 */
import { z } from 'zod';
import { sceneLayersSchema } from '#jobs/story/film/scene-layers.ts';
import { faultSchema } from '#jobs/story/film/stored/fault-schema.ts';
import type { Scene } from '#jobs/story/film/video.ts';
import { WORD_TIMINGS } from '#jobs/story/film/word-timing.ts';
import { wordSchema } from '#remotion/contract/story-props.ts';

/** What a scene's row says of what was made, by kind. */
export const takeSchemas = {
  voice: z.object({
    voiceKey: z.string(),
    words: z.array(wordSchema),
    durationMs: z.number(),
    wordTiming: z.enum(WORD_TIMINGS).nullable(),
  }),
  picture: z.object({
    pictureKey: z.string(),
    pictureLayers: sceneLayersSchema.nullable(),
    note: faultSchema.nullable(),
  }),
  segment: z.object({ segmentKey: z.string() }),
};
export type TakeKind = keyof typeof takeSchemas;
export type Made<Kind extends TakeKind> = z.infer<(typeof takeSchemas)[Kind]>;

export interface Take<Kind extends TakeKind = TakeKind> {
  kind: Kind;
  hash: string;
  /** For which scene it was made; the scene may be gone. */
  sceneId: string;
  made: Made<Kind>;
  at: Date;
}

/** All takes of a video, to be found by what they were made of. */
export class TakeShelf {
  readonly #takes: Map<string, Take>;

  constructor(takes: readonly Take[]) {
    this.#takes = new Map(takes.map((take) => [`${take.kind} ${take.hash}`, take]));
  }

  find<Kind extends TakeKind>(kind: Kind, hash: string): Made<Kind> | null {
    // A take's kind is that of what it holds.
    return (this.#takes.get(`${kind} ${hash}`)?.made as Made<Kind> | undefined) ?? null;
  }

  all(): Take[] {
    return [...this.#takes.values()];
  }

  /** The pictures that were made for a scene, newest first. */
  picturesOf(sceneId: string): Take<'picture'>[] {
    return [...this.#takes.values()]
      .filter((take): take is Take<'picture'> => take.kind === 'picture' && take.sceneId === sceneId)
      .sort((a, b) => b.at.getTime() - a.at.getTime());
  }
}

/** The takes that a scene holds, as what it was made of names them. */
export function takesOf(scene: Scene): Pick<Take, 'kind' | 'hash' | 'sceneId' | 'made'>[] {
  const takes: Pick<Take, 'kind' | 'hash' | 'sceneId' | 'made'>[] = [];
  const { id: sceneId, voiceHash, voiceKey, words, durationMs, wordTiming } = scene;
  const { pictureHash, pictureKey, pictureLayers, note, segmentHash, segmentKey } = scene;
  if (voiceHash && voiceKey && words && durationMs !== null) {
    takes.push({
      kind: 'voice',
      hash: voiceHash,
      sceneId,
      made: { voiceKey, words, durationMs, wordTiming },
    });
  }
  if (pictureHash && pictureKey) {
    takes.push({ kind: 'picture', hash: pictureHash, sceneId, made: { pictureKey, pictureLayers, note } });
  }
  if (segmentHash && segmentKey) {
    takes.push({ kind: 'segment', hash: segmentHash, sceneId, made: { segmentKey } });
  }
  return takes;
}
