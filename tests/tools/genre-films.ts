/** Films of stories of six genres, for the picture of them in `docs/media`. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ApiClient } from '#bin/client/api-client.ts';
import { watchVideo } from '#bin/client/watch-video.ts';
import type { Db } from '#jobs/db/client.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { makePoster } from '#jobs/render/ffmpeg/poster.server.ts';
import { STORY_SETS } from './gallery/review/story-sets';

/** A confession, text messages, a countdown, an advertisement, a life and a bedtime story. */
const SLUGS = [
  'fired-by-text',
  'wrong-number',
  'top-5-train-rides',
  'bramble-and-rye',
  'mary-anning',
  'the-owl-who-kept-time',
] as const;
const FRAMES_OF_EACH = 4;
const COLUMNS = 8;
/** px */
const TILE = { width: 150, gap: 6 };

/** Makes a film of each genre. @returns files of frames, spread over each film */
async function genreFrames(api: ApiClient, db: Db, dataDir: string): Promise<string[]> {
  const stories = Object.values(STORY_SETS).flat();
  const frames: string[] = [];
  for (const slug of SLUGS) {
    const story = stories.find((one) => one.slug === slug);
    if (!story) throw new Error(`There is no story called ${slug}.`);
    const { text, style } = story;
    const id = await api.createVideo({ story: text, style }, randomUUID());
    await watchVideo(api, id, () => {});
    const video = await findVideo(db, id);
    if (!video?.filmKey || !video.durationMs) throw new Error(`The film of ${slug} was not made.`);
    for (let frame = 0; frame < FRAMES_OF_EACH; frame += 1) {
      const outFile = join(dataDir, `${slug}-${frame}.jpg`);
      const atMs = ((frame + 0.55) / FRAMES_OF_EACH) * video.durationMs;
      await makePoster({ source: join(dataDir, 'media', video.filmKey), outFile, moments: [atMs] });
      frames.push(outFile);
    }
  }
  return frames;
}

/** Makes the films, and one picture of frames of all of them, four side by side for each. */
export async function shootGenres(api: ApiClient, db: Db, dataDir: string, outFile: string): Promise<void> {
  const frames = await genreFrames(api, db, dataDir);
  const { width, gap } = TILE;
  const tiles = await Promise.all(frames.map((file) => sharp(file).resize({ width }).toBuffer()));
  const height = Math.round((width * 16) / 9);
  await sharp({
    create: {
      width: COLUMNS * (width + gap) - gap,
      height: Math.ceil(tiles.length / COLUMNS) * (height + gap) - gap,
      channels: 3,
      background: '#ffffff',
    },
  })
    .composite(
      tiles.map((input, at) => ({
        input,
        left: (at % COLUMNS) * (width + gap),
        top: Math.floor(at / COLUMNS) * (height + gap),
      })),
    )
    .jpeg({ quality: 84 })
    .toFile(outFile);
}
