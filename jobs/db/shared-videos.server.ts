/** Films that may be watched by whoever has their link. */
import { captionLanguageOf } from '#jobs/story/language/caption-language.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import type { Db } from './client.server';
import { isUuid } from './videos.server';

/** What a link shows of a video: the film, and nothing by which the video itself could be reached. */
export interface SharedFilm {
  title: string;
  /** BCP 47 tag of title and voice. */
  language: string;
  /** The same of the captions. */
  captionLanguage: string;
  format: FormatName;
  /** ms */
  durationMs: number | null;
  filmKey: string;
  posterKey: string | null;
  vttKey: string | null;
}

/**
 * Gives a video's film a link, unless it has one.
 * @param token is taken where it has none
 * @returns the token of its link; null where there is no such video, or no film of it yet.
 */
export async function shareFilm(db: Db, id: string, token: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  await db.video.updateMany({
    where: { id, deletedAt: null, filmKey: { not: null }, shareToken: null },
    data: { shareToken: token },
  });
  const row = await db.video.findUnique({ where: { id, deletedAt: null }, select: { shareToken: true } });
  return row?.shareToken ?? null;
}

/** Withdraws a film's link; one that comes later is another one. */
export async function unshareFilm(db: Db, id: string): Promise<void> {
  if (isUuid(id)) await db.video.updateMany({ where: { id }, data: { shareToken: null } });
}

/** The film of a link; null for a link that never was or was withdrawn, and where the film is gone. */
export async function findSharedFilm(db: Db, token: string): Promise<SharedFilm | null> {
  const row = await db.video.findUnique({
    where: { shareToken: token, deletedAt: null },
    select: {
      ...{ title: true, story: true, options: true, durationMs: true },
      ...{ filmKey: true, posterKey: true, vttKey: true },
    },
  });
  if (!row?.filmKey) return null;
  const { story, filmKey, title, durationMs, posterKey, vttKey } = row;
  const options = videoOptionsSchema.parse(row.options);
  return {
    ...{ title, durationMs, filmKey, posterKey, vttKey },
    language: storyLanguage({ story, options }),
    captionLanguage: captionLanguageOf({ story, options }),
    format: options.format,
  };
}
