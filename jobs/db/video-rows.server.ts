/** Database rows to the plain values of `story/film/video.ts`, with every JSON column checked. */
import { z } from 'zod';
import { storedTouchesSchema } from '#jobs/story/film/scene-content.ts';
import { sceneLayersSchema } from '#jobs/story/film/scene-layers.ts';
import { describedReadingSchema } from '#jobs/story/film/scene-reading.ts';
import { storedFault } from '#jobs/story/film/stored/fault-schema.ts';
import type { HistoryEntry, Scene, Video } from '#jobs/story/film/video.ts';
import { WORD_TIMINGS } from '#jobs/story/film/word-timing.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { wordSchema } from '#remotion/contract/story-props.ts';
import type { Prisma } from './generated/client';

/** Scenes come with their video, in the film's order. */
export const withScenes = { scenes: { orderBy: { position: 'asc' } } } as const satisfies Prisma.VideoInclude;

export type VideoRow = Prisma.VideoGetPayload<{ include: typeof withScenes }>;
type SceneRow = VideoRow['scenes'][number];
export type EventRow = Omit<Prisma.EventGetPayload<object>, 'videoId'>;

const wordsSchema = z.array(wordSchema);

export function toVideo(row: VideoRow): Video {
  const { idempotencyKey: _key, requestHash: _hash, draft: _draft, scenes, ...shelved } = row;
  const { deletedAt: _deleted, shareToken: _token, language: _language, ...attempted } = shelved;
  const { workerId: _worker, reach: _reach, deaths: _deaths, ...related } = attempted;
  const { familyId: _family, familyPlace: _place, aheadId: _ahead, ...rest } = related;
  return {
    ...rest,
    options: videoOptionsSchema.parse(row.options),
    error: storedFault(row.error),
    note: storedFault(row.note),
    scenes: scenes.map(toScene),
  };
}

function toScene(row: SceneRow): Scene {
  const { videoId: _video, touches, ...rest } = row;
  return {
    ...rest,
    ...storedTouchesSchema.parse(touches ?? {}),
    // One of an older vocabulary is no reading any more: the words stand for it.
    reading: describedReadingSchema.nullable().catch(null).parse(row.reading),
    words: row.words === null ? null : wordsSchema.parse(row.words),
    pictureLayers: row.pictureLayers === null ? null : sceneLayersSchema.parse(row.pictureLayers),
    error: storedFault(row.error),
    voiceError: storedFault(row.voiceError),
    note: storedFault(row.note),
    wordTiming: WORD_TIMINGS.find((timing) => timing === row.wordTiming) ?? null,
  };
}

export function toHistoryEntry(row: EventRow): HistoryEntry {
  return { id: row.id.toString(), at: row.at, from: row.from, to: row.to, message: row.message };
}
