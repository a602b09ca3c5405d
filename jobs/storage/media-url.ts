/** Where the page and the API find a stored file. */

const KEY = /^[a-z0-9-]+(?:\/[a-z0-9][a-z0-9._-]*)+$/;

/** Whether a text is a storage key: lower-case path segments, none of them hidden or climbing. */
export function isStorageKey(text: string): boolean {
  return text.length <= 200 && KEY.test(text) && !text.includes('..');
}

/** The site's path of a stored file. */
export function mediaUrl(key: string): string {
  return `/media/${key}`;
}
