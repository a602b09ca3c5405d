/** Rows of a video that is there already, such as a copy of another one. */
import { randomUUID } from 'node:crypto';
import type { Video } from '#jobs/story/film/video.ts';
import type { DbTransaction } from './client.server';
import { toJson, toNullableJson } from './json-column.server';
import { shelvedLanguage } from './shelved-language.server';
import { sceneRow } from './storyboard-film.server';
import { keepTakes } from './takes.server';
import { keepVersion } from './versions.server';

/**
 * Inserts a video as it stands, with its scenes under ids of their own. It is made now, by nobody's attempt.
 * @param message what its history begins with
 * @param ownerId whose it is to be
 * @param requestHash of what was asked for
 */
export async function insertVideo(
  tx: DbTransaction,
  video: Video,
  { message, requestHash, ownerId }: { message: string; requestHash: string; ownerId: string | null },
): Promise<void> {
  const { scenes, error, note, createdAt: _created, updatedAt: _updated, ...plain } = video;
  await tx.video.create({
    data: {
      ...plain,
      ...{ fence: 0, revision: 1, takenUp: [], activity: null },
      options: toJson(video.options),
      error: toNullableJson(error),
      note: toNullableJson(note),
      language: shelvedLanguage(video),
      requestHash,
      ownerId,
    },
  });
  const own = scenes.map((scene) => ({ ...scene, id: randomUUID() }));
  await tx.scene.createMany({ data: own.map((scene) => sceneRow(video.id, scene)) });
  for (const scene of own) await keepTakes(tx, video.id, scene);
  await keepVersion(tx, video.id, null);
  await tx.event.create({ data: { videoId: video.id, to: video.status, message } });
}
