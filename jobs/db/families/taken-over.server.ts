import { randomUUID } from 'node:crypto';
import { type Attempt, moveWithin } from '#jobs/db/attempts/attempt-writes.server.ts';
import type { Db } from '#jobs/db/client.server.ts';
import { toJson } from '#jobs/db/json-column.server.ts';
import { sceneRow } from '#jobs/db/storyboard-film.server.ts';
import { keepTakes } from '#jobs/db/takes.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { AttemptEnded } from '#jobs/story/film/fault.ts';
import type { Video } from '#jobs/story/film/video.ts';

/**
 * Gives a video that has nothing yet what it takes over: its choices, title and scenes, under ids of their own, in one
 * transaction with the transition. From then on it is by itself.
 * @throws AttemptEnded
 */
export async function saveTakenOver(db: Db, attempt: Attempt, video: Video, message: string): Promise<Video> {
  const { title, titleGiven, mood, options } = video;
  const { videoId } = attempt;
  return db.$transaction(async (tx) => {
    await moveWithin(tx, attempt, 'pending', 'script_generated', message, { mood, error: null });
    await tx.video.update({
      where: { id: videoId },
      // Its author may have told the first one of another language: a worker's round tells it anew.
      data: { options: toJson(options), language: null, aheadId: null },
    });
    // One that a person gave it meanwhile stays.
    await tx.video.updateMany({ where: { id: videoId, titleGiven: false }, data: { title, titleGiven } });
    const scenes = video.scenes.map((scene) => ({ ...scene, id: randomUUID() }));
    await tx.scene.deleteMany({ where: { videoId } });
    await tx.scene.createMany({ data: scenes.map((scene) => sceneRow(videoId, scene)) });
    for (const scene of scenes) await keepTakes(tx, videoId, scene);
    const written = await findVideo(tx, videoId);
    if (!written) throw new AttemptEnded('superseded');
    return written;
  });
}
