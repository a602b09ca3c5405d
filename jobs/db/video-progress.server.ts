/** How far a video is, as its page asks every few seconds: without what is told and drawn in its scenes. */
import { storedTouchesSchema } from '#jobs/story/film/scene-content.ts';
import { storedFault } from '#jobs/story/film/stored/fault-schema.ts';
import type { SceneProgress, VideoProgress } from '#jobs/story/film/video.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import type { Db } from './client.server';
import { type RelativeRow, toRelative } from './families/families.server';
import { isUuid } from './videos.server';

/** A row as it comes: JSON columns are read below. */
type Row = Omit<VideoProgress, 'options' | 'error' | 'note' | 'scenes' | 'family'> &
  Record<'options' | 'error' | 'note', unknown> & { scenes: SceneRow[]; family: RelativeRow[] };

type SceneRow = Omit<SceneProgress, 'picture' | 'error' | 'voiceError' | 'note'> &
  Record<'touches' | 'error' | 'voiceError' | 'note', unknown>;

/**
 * Reads how far a video is; null as in `findVideo`. One statement of its own: by the client's own way of reading it
 * takes twice the time of the processor, and a thousand pages may ask.
 */
export async function findProgress(db: Db, id: string): Promise<VideoProgress | null> {
  if (!isUuid(id)) return null;
  const [row] = await db.$queryRaw<Row[]>`
    SELECT id, title, story, options, status, error, note, held, waits, activity,
      frames_done AS "framesDone", frames_total AS "framesTotal", film_key AS "filmKey", audio_key AS "audioKey",
      poster_key AS "posterKey", srt_key AS "srtKey", vtt_key AS "vttKey", duration_ms AS "durationMs",
      created_at AS "createdAt", updated_at AS "updatedAt",
      (SELECT found FROM film_check WHERE video_id = video.id AND film_hash = video.film_hash
        AND checked_at IS NOT NULL) AS found,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'position', position, 'narration', narration, 'touches', touches, 'voiceKey', voice_key,
          'durationMs', duration_ms, 'pictureKey', picture_key, 'error', error, 'voiceError', voice_error,
          'note', note) ORDER BY position), '[]')
        FROM scene WHERE video_id = video.id) AS scenes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'options', options, 'status', status)
          ORDER BY family_place), '[]')
        FROM video AS relative WHERE relative.family_id = video.family_id AND relative.deleted_at IS NULL) AS family
    FROM video WHERE id = ${id}::uuid AND deleted_at IS NULL`;
  if (!row) return null;
  return {
    ...row,
    options: videoOptionsSchema.parse(row.options),
    error: storedFault(row.error),
    note: storedFault(row.note),
    scenes: row.scenes.map(toSceneProgress),
    family: row.family.map(toRelative),
  };
}

function toSceneProgress({ touches, ...row }: SceneRow): SceneProgress {
  return {
    ...row,
    picture: storedTouchesSchema.parse(touches ?? {}).picture,
    error: storedFault(row.error),
    voiceError: storedFault(row.voiceError),
    note: storedFault(row.note),
  };
}
