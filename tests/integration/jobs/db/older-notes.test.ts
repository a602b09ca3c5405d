/** What 0.1.0 told of a film's music in its history alone is the film's note after the update. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { createOlderDatabase } from '#tests/support/older-data.ts';

const WARNING = 'Your music file cannot be played. The film has music that matches the story instead.';
const HINT = 'For your own music, make the film anew with another file.';
let db: Db;

beforeAll(async () => {
  const url = await createOlderDatabase((client) =>
    client.query(
      `UPDATE event SET message = $1 WHERE "to" = 'completed'
       AND video_id = (SELECT id FROM video WHERE options ->> 'voice' = 'slt')`,
      [`The film is ready. ${WARNING} ${HINT}`],
    ),
  );
  db = openDb(url);
});
afterAll(() => db.$disconnect());

it('a warning becomes a note, and a film without one gets none', async () => {
  const ids = await db.video.findMany({ select: { id: true } });
  const videos = await Promise.all(ids.map(({ id }) => findVideo(db, id)));
  const notes = Object.fromEntries(videos.map((video) => [video?.options.voice, video?.note]));
  expect(notes).toEqual({
    slt: { code: 'own_music_unusable', message: WARNING, hint: HINT, retryable: false },
    none: null,
  });
});
