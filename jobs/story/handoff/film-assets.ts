/** A film's files under names for people: `01-picture.jpg`, `film.mp4`. Pure. */
import { ownMusicKey, ownMusicOf } from '#jobs/story/film/music/film-music.ts';
import type { PlanContext } from '#jobs/story/film/plan.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { musicKeyOf } from '#jobs/story/project/project-of.ts';
import { besideKey } from '#jobs/story/project/project-takes.ts';
import { readUploadName } from '#jobs/story/project/uploads.ts';

/** A stored file and its name for people. */
export interface Asset {
  name: string;
  /** Storage key. */
  key: string;
}

/** What there is of a scene; null for what is not there. */
export interface SceneAssets {
  voice: Asset | null;
  picture: Asset | null;
  /** From far to near. */
  layers: Asset[];
  /** The film that is shown in the picture's place. */
  clip: Asset | null;
  /** What is heard with it, as long as it is. */
  clipSound: Asset | null;
  /** The scene as it is in the film, with camera, captions and transition. */
  stretch: Asset | null;
  /** The picture or clip that a person sent. */
  upload: Asset | null;
  /** A person's speech as it was sent. */
  recording: Asset | null;
}

/** What there is of a film. */
export interface FilmAssets {
  /** In the film's order. */
  scenes: SceneAssets[];
  music: Asset | null;
  film: Asset | null;
  /** The film's sound as it was mixed. */
  sound: Asset | null;
  poster: Asset | null;
  srt: Asset | null;
  vtt: Asset | null;
}

/** A scene's number as its files begin with it: `01`, of more than ninety-nine `001`. */
export function sceneNumber(position: number, count: number): string {
  return String(position + 1).padStart(Math.max(2, String(count).length), '0');
}

/** @param stored names of the files below the video's folder */
export function filmAssets(video: Video, stored: ReadonlySet<string>, context: PlanContext): FilmAssets {
  const nameOf = (key: string) => key.slice(video.id.length + 1);
  const asset = (stem: string, key: string | null): Asset | null =>
    key !== null && stored.has(nameOf(key)) ? { name: stem + endingOf(key), key } : null;
  const sent = (stem: string, hash: string): Asset | null => {
    const name = [...stored].find((one) => {
      const upload = readUploadName(one);
      return upload?.hash === hash && !upload.isMusic;
    });
    return name === undefined ? null : asset(stem, `${video.id}/${name}`);
  };
  const sceneAssets = (scene: Scene): SceneAssets => {
    const { position, voiceKey, pictureKey, pictureLayers, segmentKey, picture, recording } = scene;
    const number = sceneNumber(position, video.scenes.length);
    const isOwn = picture.from === 'own' || picture.from === 'clip';
    return {
      voice: asset(`${number}-voice`, voiceKey),
      picture: asset(`${number}-picture`, pictureKey),
      layers: (pictureLayers ?? []).flatMap(
        ({ key }, at) => asset(`${number}-picture-layer-${at + 1}`, key) ?? [],
      ),
      clip: asset(`${number}-clip`, pictureKey && besideKey(pictureKey, '.mp4')),
      clipSound: asset(`${number}-clip`, pictureKey && besideKey(pictureKey, '.wav')),
      stretch: asset(`${number}-scene`, segmentKey),
      upload: isOwn ? sent(`${number}-upload`, picture.hash) : null,
      recording: recording && sent(`${number}-recording`, recording.hash),
    };
  };
  const own = ownMusicOf(video);
  const composed = asset('music', musicKeyOf(video, context));
  return {
    scenes: video.scenes.map(sceneAssets),
    music: composed ?? asset('music', own && ownMusicKey(video.id, own)),
    film: asset('film', video.filmKey),
    sound: asset('film-sound', video.audioKey),
    poster: asset('poster', video.posterKey),
    srt: asset('captions', video.srtKey),
    vtt: asset('captions', video.vttKey),
  };
}

/** All files of a film, scene by scene. */
export function listAssets({ scenes, ...film }: FilmAssets): Asset[] {
  const ofScenes = scenes.flatMap(({ layers, ...scene }) => [...Object.values(scene), ...layers]);
  return [...ofScenes, ...Object.values(film)].filter((asset): asset is Asset => asset !== null);
}

function endingOf(key: string): string {
  return key.slice(key.lastIndexOf('.'));
}
