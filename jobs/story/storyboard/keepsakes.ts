/**
 * What of a video is kept: all that its scenes, its draft, its versions or a step back or forth refers to, and besides
 * that each scene's newest pictures. The rest may be swept away: whatever wants it again makes it again. Pure.
 */
import type { PlanContext } from '#jobs/story/film/plan.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { settleVideo } from './settle';
import type { Storyboard } from './storyboard';
import { type Take, TakeShelf } from './take';

/** Pictures that are kept of each scene, whether anything refers to them or not. */
export const KEPT_PICTURES = 20;

/** All that may refer to something that was made. */
export interface Keepers {
  video: Video;
  /** The draft, each kept version's storyboard, and those that can be gone back or forth to. */
  boards: readonly Storyboard[];
  /** Hashes of films that are kept as versions. */
  films: readonly string[];
  /** Hashes of composed music that is kept. */
  music: readonly string[];
  /** Storage keys of the sound of films that are kept as versions, which several may share. */
  sounds: readonly string[];
}

/** Hashes of all that is kept. @param takes from the oldest to the newest */
export function keptHashes(
  { video, boards, films, music, sounds }: Keepers,
  takes: readonly Take[],
  context: PlanContext,
): Set<string> {
  const kept = new Set<string>([...films, ...music, ...newestPictures(takes)]);
  for (const key of [video.audioKey, ...sounds]) {
    const hash = key === null ? undefined : hashIn(key);
    if (hash !== undefined) kept.add(hash);
  }
  const keep = ({ voiceHash, pictureHash, segmentHash }: Scene) => {
    for (const hash of [voiceHash, pictureHash, segmentHash]) if (hash !== null) kept.add(hash);
  };
  if (video.filmHash !== null) kept.add(video.filmHash);
  video.scenes.forEach(keep);
  const shelf = new TakeShelf(takes);
  for (const board of boards) {
    settleVideo(video, board, shelf, context).scenes.forEach(keep);
    for (const { picture } of board.scenes) if (picture.from === 'take') kept.add(picture.hash);
  }
  return kept;
}

function newestPictures(takes: readonly Take[]): string[] {
  const counts = new Map<string, number>();
  return [...takes].reverse().flatMap(({ kind, hash, sceneId }) => {
    if (kind !== 'picture') return [];
    const count = counts.get(sceneId) ?? 0;
    counts.set(sceneId, count + 1);
    return count < KEPT_PICTURES ? hash : [];
  });
}

/** What is made of a video and can be made again bears a name and a hash; what people sent is not among it. */
const MADE =
  /^(?:voice|picture|clip|segment|film|audio|sound|poster|captions|music|cover|post)-(?<hash>[0-9a-f]{24})(?:[.-]|$)/;

/** The hash in the name of something that was made; undefined for what has none. */
const hashIn = (key: string): string | undefined =>
  MADE.exec(key.slice(key.lastIndexOf('/') + 1))?.groups?.hash;

/** Of a video's files those that nothing refers to. @param keys of all of them */
export function unneededFiles(keys: readonly string[], kept: ReadonlySet<string>): string[] {
  return keys.filter((key) => {
    const hash = hashIn(key);
    return hash !== undefined && !kept.has(hash);
  });
}
