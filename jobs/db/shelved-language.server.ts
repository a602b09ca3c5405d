/** The language by which the shelf is filtered: it is read from the story, so it is kept beside it. */
import { storyLanguage } from '#jobs/story/language/language.ts';
import { primaryLanguage } from '#jobs/story/language/language-tag.ts';
import { type VideoOptions, videoOptionsSchema } from '#jobs/story/order/options.ts';
import type { Db } from './client.server';

/** Videos of which the language is told at once. */
const BATCH = 200;

/** The primary language of a story, such as `en`. */
export function shelvedLanguage(told: { story: string; options: Pick<VideoOptions, 'language'> }): string {
  return primaryLanguage(storyLanguage(told));
}

/** Tells the languages of videos that came without one, such as those of an older version. @returns how many. */
export async function tellLanguages(db: Db): Promise<number> {
  let told = 0;
  for (;;) {
    const rows = await db.video.findMany({
      where: { language: null, deletedAt: null },
      take: BATCH,
      select: { id: true, story: true, options: true },
    });
    const byLanguage = Map.groupBy(rows, ({ story, options }) =>
      shelvedLanguage({ story, options: videoOptionsSchema.parse(options) }),
    );
    for (const [language, videos] of byLanguage) {
      await db.video.updateMany({
        where: { id: { in: videos.map(({ id }) => id) }, language: null },
        data: { language },
      });
    }
    told += rows.length;
    if (rows.length < BATCH) return told;
  }
}
