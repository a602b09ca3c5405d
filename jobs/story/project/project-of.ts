/** A video as a project: what of it goes along, and which files. Pure. */
import { composedMood, musicBed } from '#jobs/story/film/music/music-bed.ts';
import { type PlanContext, planVideo } from '#jobs/story/film/plan.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { settleVideo } from '#jobs/story/storyboard/settle.ts';
import { type Storyboard, storyboardOf } from '#jobs/story/storyboard/storyboard.ts';
import { type Take, TakeShelf, takesOf } from '#jobs/story/storyboard/take.ts';
import { boardOf } from './holdings';
import { Packing } from './packing';
import {
  MAX_PROJECT_TAKES,
  type Origin,
  PROJECT_FORMAT,
  PROJECT_VERSION,
  type Project,
  type ProjectBoard,
  type ProjectFilm,
} from './project-file';
import { projectTake, takeKeys, takeName } from './project-takes';
import { uploadNames } from './uploads';

/** Keys of a finished film, as a video or a version has them. */
export type FilmKeys = Pick<
  Video,
  'filmHash' | 'filmKey' | 'audioKey' | 'posterKey' | 'srtKey' | 'vttKey' | 'durationMs'
>;

/** All that is known of a video. */
export interface ProjectSource {
  video: Video;
  /** Its edited storyboard; null where the film is made of all edits. */
  draft: Storyboard | null;
  /** Newest first. */
  versions: readonly (FilmKeys & { number: number; storyboard: Storyboard; at: Date })[];
  takes: TakeShelf;
  /** By the hashes of what was made. */
  origins: ReadonlyMap<string, Origin>;
  /** Bytes of the files below the video's folder, by name. */
  stored: ReadonlyMap<string, number>;
  /** Of this machine: tells what is as its storyboard says. */
  context: PlanContext;
  now: Date;
  /** Most bytes of all files together: earlier films and takes that no storyboard holds stay behind first. */
  mostBytes: number;
}

/** A project whose files are still to be read. */
export interface PackedProject {
  project: Omit<Project, 'files'>;
  /** Names below the video's folder; in the zip they are the same, below `assets/`. */
  names: string[];
}

/** Packs a video. What does not lie in its folder any more stays behind, as if it had never been made. */
export function projectOf(source: ProjectSource): PackedProject {
  const { video, draft, versions, origins, stored, context, now, mostBytes } = source;
  const packing = new Packing(video.id, stored, mostBytes);
  const shelf = withHeld(source.takes, video);
  const settled = (board: Storyboard) => settleVideo(video, board, shelf, context);
  const editions = versions.map(({ storyboard, ...keys }) => ({ ...keys, video: settled(storyboard) }));
  const edited = draft && settled(draft);

  const taken = new Map<string, Take>();
  const take = (found: Take, isSpare: boolean) => {
    if (taken.size >= MAX_PROJECT_TAKES) return;
    const keys = takeKeys(found, packing);
    if (isSpare ? packing.packIfRoom(keys) : packing.pack(keys)) taken.set(takeName(found), found);
  };
  const wanted = new Set(
    [video, ...(edited ? [edited] : []), ...editions.map((edition) => edition.video)].flatMap(heldNames),
  );
  const all = shelf.all();
  for (const found of all.filter((one) => wanted.has(takeName(one)))) take(found, false);
  const film = filmOf(video, video, context, packing, false);
  const uploads = uploadNames(
    [storyboardOf(video), ...(draft ? [draft] : []), ...versions.map(({ storyboard }) => storyboard)],
    stored,
  ).flatMap(({ hash, name }) => {
    const key = `${video.id}/${name}`;
    return packing.pack([key]) ? [{ hash, file: packing.pathOf(key) }] : [];
  });
  const musicKey = musicKeyOf(video, context);
  const music = musicKey !== null && packing.pack([musicKey]) ? packing.pathOf(musicKey) : null;
  const films = editions.map((edition) =>
    edition.filmHash === video.filmHash ? film : filmOf(edition, edition.video, context, packing, true),
  );
  // Stretches are of no use but to the storyboards that hold them.
  const spare = all.filter((one) => one.kind !== 'segment' && !wanted.has(takeName(one)));
  for (const found of spare.sort((a, b) => b.at.getTime() - a.at.getTime())) take(found, true);

  const board = (of: Video): ProjectBoard =>
    boardOf(of, context, (kind, hash) => taken.has(takeName({ kind, hash })));
  return {
    project: {
      format: PROJECT_FORMAT,
      version: PROJECT_VERSION,
      exportedAt: now.toISOString(),
      painter: context.compositionVersion,
      ...{ story: video.story, titleGiven: video.titleGiven, mood: video.mood, note: video.note },
      board: board(video),
      errors: video.scenes.map(({ error }) => error),
      voiceErrors: video.scenes.map(({ voiceError }) => voiceError),
      draft: edited && board(edited),
      film,
      versions: editions.map(({ number, at, video: of }, index) => ({
        ...{ number, at: at.toISOString(), board: board(of), film: films[index] ?? null },
      })),
      takes: [...taken.values()].flatMap(
        (found) => projectTake(found, origins.get(found.hash) ?? null, packing) ?? [],
      ),
      ...{ uploads, music },
    },
    names: packing.names(),
  };
}

/** All takes, with those that only the scenes know of: films of older versions kept none. */
function withHeld(shelf: TakeShelf, video: Video): TakeShelf {
  const at = video.completedAt ?? video.updatedAt;
  const held = video.scenes.flatMap((scene) => takesOf(scene).map((take): Take => ({ ...take, at })));
  return new TakeShelf([...held, ...shelf.all()]);
}

function heldNames({ scenes }: Video): string[] {
  return scenes.flatMap((scene) => takesOf(scene).map(takeName));
}

function filmOf(
  keys: FilmKeys,
  madeOf: Video,
  context: PlanContext,
  packing: Packing,
  mayStay: boolean,
): ProjectFilm | null {
  const { filmHash: hash, filmKey, audioKey, posterKey, srtKey, vttKey, durationMs } = keys;
  if (!hash || !filmKey || !audioKey || !posterKey || !srtKey || !vttKey || durationMs === null) return null;
  const files = [filmKey, audioKey, posterKey, srtKey, vttKey];
  if (!(mayStay ? packing.packIfRoom(files) : packing.pack(files))) return null;
  return {
    hash,
    isCurrent: !planVideo({ ...madeOf, filmHash: hash }, context).film,
    film: packing.pathOf(filmKey),
    audio: packing.pathOf(audioKey),
    poster: packing.pathOf(posterKey),
    srt: packing.pathOf(srtKey),
    vtt: packing.pathOf(vttKey),
    durationMs,
  };
}

/** Where the composed music of the film as it stands is kept; null where there is none, or scenes have no length. */
export function musicKeyOf(video: Video, context: PlanContext): string | null {
  const mood = composedMood(video);
  return (mood && musicBed(video, mood, context)?.key) ?? null;
}
