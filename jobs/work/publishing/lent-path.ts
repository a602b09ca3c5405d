/**
 * Paths from which a film's files can be fetched without an account, until they expire: they stand among the links that
 * are given away, and are as secret. Pure.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FilmFiles } from '#jobs/story/publishing/publication-record.ts';

/** How the files are called in their paths. */
export const LENT_NAMES = {
  film: 'film.mp4',
  poster: 'poster.jpg',
  captions: 'captions.vtt',
  subtitles: 'subtitles.srt',
} as const satisfies Record<keyof FilmFiles, string>;
export type LentFile = keyof typeof LENT_NAMES;

const TOKEN = /^lent\.([0-9a-f-]{36})\.(\d{1,12})\.([\w-]{43})$/;

/** @param expiresAt ms since the epoch */
export function lentPath(
  houseSecret: string,
  { publicationId, file, expiresAt }: { publicationId: string; file: LentFile; expiresAt: number },
): string {
  const expires = Math.floor(expiresAt / 1000);
  const proof = proofOf(houseSecret, publicationId, expires, file);
  return `/s/lent.${publicationId}.${expires}.${proof}/${LENT_NAMES[file]}`;
}

/** Whether a link's token may be one of these. */
export function isLentToken(token: string): boolean {
  return TOKEN.test(token);
}

/**
 * Whose file a link's token lends.
 * @param now ms since the epoch
 * @returns the publication's id; null for a token that this house has not given out for that file, or that has expired
 */
export function readLentToken(
  houseSecret: string,
  token: string,
  file: LentFile,
  now: number,
): string | null {
  const [, publicationId = '', expires = '', proof = ''] = TOKEN.exec(token) ?? [];
  const wanted = Buffer.from(proofOf(houseSecret, publicationId, Number(expires), file));
  const given = Buffer.from(proof);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  return Number(expires) * 1000 > now ? publicationId : null;
}

function proofOf(houseSecret: string, publicationId: string, expires: number, file: LentFile): string {
  return createHmac('sha256', houseSecret)
    .update(`lent ${publicationId} ${expires} ${file}`)
    .digest('base64url');
}
