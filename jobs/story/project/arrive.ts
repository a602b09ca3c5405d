/**
 * A project as a video of this machine. What was as its storyboard says where it came from is so here: it gets the
 * names that this machine's engines would give it, and nothing of it is made again. Pure.
 */
import { filmHash, type PlanContext, pictureHash, segmentHash, voiceHash } from '#jobs/story/film/plan.ts';
import { contentOf } from '#jobs/story/film/scene-content.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { UNMADE } from '#jobs/story/storyboard/settle.ts';
import { type Storyboard, storyboardOf } from '#jobs/story/storyboard/storyboard.ts';
import type { Take } from '#jobs/story/storyboard/take.ts';
import { ArrivingTakes } from './arriving-takes';
import { type Lost, lostOf } from './lost';
import { NewNames } from './new-names';
import {
  type Origin,
  PROJECT_FOLDER,
  type Project,
  type ProjectBoard,
  type ProjectFilm,
} from './project-file';
import { type FilmKeys, musicKeyOf } from './project-of';
import { readUploadName } from './uploads';

export interface Arrival {
  /** Finished where its film came along; otherwise it lies still, and can be taken up. */
  video: Video;
  /** Its edited storyboard; null where the film is made of all edits. */
  draft: Storyboard | null;
  takes: Take[];
  /** Newest first; those whose film came along. */
  versions: (FilmKeys & { number: number; storyboard: Storyboard; at: Date })[];
  /** Storage keys of the files, by their path in the zip. */
  keys: ReadonlyMap<string, string>;
  /** By what the video's assets were made, by their hashes. */
  origins: ReadonlyMap<string, Origin>;
  /** What did not arrive, and has to be made anew. */
  lost: Lost[];
}

/** Where a project arrives. */
export interface Home {
  /** Of the new video. */
  id: string;
  context: PlanContext;
  /** Whether a file of the zip is there, whole, and what it is said to be. */
  isThere: (path: string) => boolean;
  /** A scene's new id, the same for the same old one. */
  sceneId: (old: string) => string;
  now: Date;
}

/** Brings a project home. */
export function arrive(project: Project, home: Home): Arrival {
  const { id, context, isThere, sceneId } = home;
  const names = new NewNames(id);
  const takes = new ArrivingTakes(project.takes, names, isThere, sceneId);
  const settle = (board: ProjectBoard) => settled(project, board, home, takes);

  // The film comes first: where two want one name, it has it.
  const bare = settle(project.board);
  const film = filmKeys(project.film, bare, names, home);
  const isFinished = film.filmKey !== null;
  const video: Video = {
    ...{ ...bare, ...film },
    status: isFinished ? 'completed' : 'cancelled',
    completedAt: isFinished ? home.now : null,
  };
  const draft = project.draft && settle(project.draft);
  const versions = project.versions.flatMap(({ number, at, board, film: finished }) => {
    const made = settle(board);
    const isNewest = finished !== null && finished.film === project.film?.film;
    const keys = isNewest ? film : filmKeys(finished, made, names, home);
    return keys.filmKey ? [{ number, storyboard: storyboardOf(made), at: new Date(at), ...keys }] : [];
  });
  for (const { hash, file } of project.uploads) {
    const name = file.slice(PROJECT_FOLDER.length);
    if (isThere(file) && readUploadName(name)?.hash === hash) {
      names.keyFor(file, [name.slice(0, name.lastIndexOf('.'))]);
    }
  }
  const music = musicKeyOf(video, context);
  if (music && project.music && isThere(project.music)) {
    names.keyFor(project.music, [music.slice(music.indexOf('/') + 1, music.lastIndexOf('.'))]);
  }
  return {
    video,
    draft: draft && storyboardOf(draft),
    takes: takes.all(),
    versions,
    keys: names.all(),
    origins: new Map([...takes.origins()].filter((entry): entry is [string, Origin] => entry[1] !== null)),
    lost: lostOf(project, video, new Set(names.all().keys())),
  };
}

/** The video of a board, with what of it arrived. */
function settled(project: Project, board: ProjectBoard, home: Home, takes: ArrivingTakes): Video {
  const { context, sceneId } = home;
  const { storyboard, holdings } = board;
  const scenes = storyboard.scenes.map(
    (scene, position): Scene => ({ ...UNMADE, ...contentOf(scene), id: sceneId(scene.id), position }),
  );
  const blank: Video = { ...blankVideo(project, home), ...storyboard, scenes };
  const withAssets: Video = {
    ...blank,
    scenes: scenes.map((scene, at) => {
      const { voice = null, picture = null } = holdings[at] ?? {};
      const isFilms = board === project.board;
      const made: Scene = {
        ...scene,
        error: (isFilms && project.errors[at]) || null,
        voiceError: (isFilms && project.voiceErrors[at]) || null,
      };
      const spoken = voice && takes.find('voice', voice.hash);
      if (voice && spoken) {
        const hash = voice.isCurrent ? voiceHash(blank, scene, context) : voice.hash;
        Object.assign(made, takes.call(spoken, hash), { voiceHash: hash });
      }
      const drawn = picture && takes.find('picture', picture.hash);
      if (picture && drawn) {
        const hash = picture.isCurrent ? pictureHash(blank, scene, context) : picture.hash;
        Object.assign(made, takes.call(drawn, hash), { pictureHash: hash });
      }
      return made;
    }),
  };
  return {
    ...withAssets,
    scenes: withAssets.scenes.map((scene, position) => {
      const held = holdings[position]?.segment ?? null;
      const stretch = held && takes.find('segment', held.hash);
      if (!held || !stretch) return scene;
      const isCurrent = held.isCurrent && project.painter !== undefined;
      const wanted = isCurrent ? segmentHash(withAssets, position, context) : null;
      const hash = wanted ?? held.hash;
      return { ...scene, ...takes.call(stretch, hash), segmentHash: hash };
    }),
  };
}

/** A film's keys in the new home; none where a file of it did not arrive. */
function filmKeys(
  film: ProjectFilm | null,
  video: Video,
  names: NewNames,
  { context, isThere }: Home,
): FilmKeys {
  const files = film && [film.film, film.audio, film.poster, film.srt, film.vtt];
  if (!film || !files?.every(isThere)) return NO_FILM;
  const hash = (film.isCurrent ? filmHash(video, context) : null) ?? film.hash;
  const keyFor = (path: string, kind: string) =>
    names.keyFor(path, [`${kind}-${hash}`, `${kind}-${film.hash}`]);
  return {
    filmHash: hash,
    filmKey: keyFor(film.film, 'film'),
    audioKey: keyFor(film.audio, 'audio'),
    posterKey: keyFor(film.poster, 'poster'),
    srtKey: keyFor(film.srt, 'captions'),
    vttKey: keyFor(film.vtt, 'captions'),
    durationMs: film.durationMs,
  };
}

const NO_FILM: FilmKeys = {
  ...{ filmHash: null, filmKey: null, audioKey: null, posterKey: null },
  ...{ srtKey: null, vttKey: null, durationMs: null },
};

/** A video of which nothing was made. */
function blankVideo(
  { story, titleGiven, mood, note }: Project,
  { id, now }: Home,
): Omit<Video, 'title' | 'options' | 'scenes'> {
  return {
    ...{ id, story, titleGiven, mood, note, ...NO_FILM },
    ...{ status: 'cancelled', error: null, takenUp: [], held: false, waits: false },
    ...{ revision: 1, fence: 0, activity: null, framesDone: 0, framesTotal: 0 },
    ...{ createdAt: now, updatedAt: now, completedAt: null },
  };
}
