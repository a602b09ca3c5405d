/** Rows of a video that is there already, such as a copy of another one. */
import { randomUUID } from 'node:crypto';
import type { Video } from '#jobs/story/film/video.ts';
import type { DbTransaction } from './client.server';
import { toJson, toNullableJson } from './json-column.server';
import { shelvedLanguage } from './shelved-language.server';
import { sceneRow } from './storyboard-film.server';
import { keepTakes } from './takes.server';
import { keepVersion } from './versions.server';

/** What a video that comes as it stands is given besides. */
export interface InsertionNotes {
  /** What its history begins with. */
  message: string;
  /** Of what was asked for. */
  requestHash: string;
  /** Whose it is to be; null for nobody's. */
  ownerId: string | null;
  /** Of the request; absent where it had none. */
  idempotencyKey?: string | null;
}

/**
 * Inserts a video as it stands, with its scenes under ids of their own. It is made now, by nobody's attempt.
 */
export async function insertVideo(
  tx: DbTransaction,
  video: Video,
  { message, requestHash, ownerId, idempotencyKey = null }: InsertionNotes,
): Promise<void> {
  const { scenes, error, note, createdAt: _created, updatedAt: _updated, ...plain } = video;
  await tx.video.create({
    data: {
      ...plain,
      ...{ fence: 0, revision: 1, takenUp: [], activity: null, waits: false },
      options: toJson(video.options),
      error: toNullableJson(error),
      note: toNullableJson(note),
      language: shelvedLanguage(video),
      ...{ requestHash, ownerId, idempotencyKey },
    },
  });
  const own = scenes.map((scene) => ({ ...scene, id: randomUUID() }));
  await tx.scene.createMany({ data: own.map((scene) => sceneRow(video.id, scene)) });
  for (const scene of own) await keepTakes(tx, video.id, scene);
  await keepVersion(tx, video.id, null);
  await tx.event.create({ data: { videoId: video.id, to: video.status, message } });
}
