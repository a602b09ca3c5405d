/** Where a shared film is found. Nothing below it names the video itself. Pure. */

/** Its files, as they are called in the link. */
export const SHARED_FILES = { film: 'film.mp4', poster: 'poster.jpg', captions: 'captions.vtt' } as const;
export type SharedFile = keyof typeof SHARED_FILES;

const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** Whether a text has the form of a link's token. */
export function isShareToken(text: string): boolean {
  return TOKEN.test(text);
}

/** The path of a link, or of one of its files. */
export function sharedPath(token: string, file?: SharedFile): string {
  return `/s/${token}${file ? `/${SHARED_FILES[file]}` : ''}`;
}

/** A path without the token that it may carry: a link is a secret, and no log shall tell it. */
export function withoutToken(path: string): string {
  return path.replace(/^\/s\/[^/]+/, '/s/…');
}
