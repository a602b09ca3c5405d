/** What a person sent for a film, by the storyboards that use it. Pure. */
import type { Storyboard } from '#jobs/story/storyboard/storyboard.ts';

/** Something that was sent: the hash by which storyboards name it, and its file below the video's folder. */
export interface UploadName {
  hash: string;
  name: string;
}

const OWN_MUSIC = 'own-music';

/** The files that storyboards use, of those that are there. */
export function uploadNames(
  boards: readonly Storyboard[],
  stored: { keys(): Iterable<string> },
): UploadName[] {
  const music = new Set(boards.flatMap(({ options }) => options.ownMusic?.hash ?? []));
  const sent = new Set(
    boards.flatMap(({ scenes }) =>
      scenes.flatMap(({ picture, recording }) => [
        ...('hash' in picture ? [picture.hash] : []),
        ...(recording ? [recording.hash] : []),
      ]),
    ),
  );
  return [...stored.keys()].sort().flatMap((name) => {
    const found = readUploadName(name);
    if (!found) return [];
    return (found.isMusic ? music : sent).has(found.hash) ? [{ hash: found.hash, name }] : [];
  });
}

/** Reads the name of something that was sent; null for any other file's. */
export function readUploadName(name: string): { hash: string; isMusic: boolean; ending: string } | null {
  const [, kind, hash, ending] = /^(upload|own-music)-([0-9a-f]{24})\.([a-z0-9]{2,4})$/.exec(name) ?? [];
  return hash && ending ? { hash, isMusic: kind === OWN_MUSIC, ending } : null;
}
