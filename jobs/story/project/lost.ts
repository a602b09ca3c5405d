/** What of a project did not arrive, and what a person is told of it. Pure. */
import type { Scene } from '#jobs/story/film/video.ts';
import type { Project } from './project-file';

/** Something that is to be made anew, or sent again. */
export interface Lost {
  what: 'voice' | 'picture' | 'stretch' | 'film' | 'music' | 'upload';
  /** Place of its scene, from 0; null for what belongs to the whole film. */
  position: number | null;
}

/**
 * @param video as it arrived
 * @param arrived paths in the zip of the files that were taken in
 */
export function lostOf(
  { board, film, music, uploads }: Pick<Project, 'board' | 'film' | 'music' | 'uploads'>,
  video: { scenes: readonly Scene[]; filmKey: string | null },
  arrived: ReadonlySet<string>,
): Lost[] {
  const lost: Lost[] = [];
  for (const [position, scene] of video.scenes.entries()) {
    const held = board.holdings[position];
    const lack = (what: Lost['what']) => lost.push({ what, position });
    if (held?.voice && scene.voiceKey === null) lack('voice');
    if (held?.picture && scene.pictureKey === null) lack('picture');
    if (held?.segment && scene.segmentKey === null) lack('stretch');
    const sent = [scene.recording?.hash, 'hash' in scene.picture ? scene.picture.hash : undefined];
    if (uploads.some(({ hash, file }) => sent.includes(hash) && !arrived.has(file))) lack('upload');
  }
  if (film && video.filmKey === null) lost.push({ what: 'film', position: null });
  const own = board.storyboard.options.ownMusic?.hash;
  const isOwnLost = uploads.some(({ hash, file }) => hash === own && !arrived.has(file));
  if (isOwnLost || (music !== null && !arrived.has(music))) lost.push({ what: 'music', position: null });
  return lost;
}

const WORDS: Record<Lost['what'], string> = {
  voice: 'the voice',
  picture: 'the picture',
  stretch: 'the stretch of film',
  film: 'the finished film',
  music: 'the music',
  upload: 'your own file',
};

/** Most things that are told one by one. */
const MOST_TOLD = 6;

/** What was lost, in a sentence; empty for nothing. */
export function lostWords(lost: readonly Lost[]): string {
  if (lost.length === 0) return '';
  const told = lost
    .slice(0, MOST_TOLD)
    .map(({ what, position }) => WORDS[what] + (position === null ? '' : ` of scene ${position + 1}`));
  const rest = lost.length - told.length;
  const all = rest > 0 ? [...told, `${rest} more`] : told;
  const list = all.length === 1 ? all[0] : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
  return `Missing or damaged in the file: ${list}.`;
}
