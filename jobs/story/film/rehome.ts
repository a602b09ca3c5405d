/**
 * A video under another id. Stored files are named by what they are made of, and some of that are the names of other
 * files, which begin with the video's id: these names are found anew, so that the plan knows the files again.
 */
import { filmHash, type PlanContext, pictureHash, segmentHash, voiceHash } from './plan';
import type { Scene, Video } from './video';

export interface Rehomed {
  /** With the new id, and with keys and hashes that go with it; all else is as it was. */
  video: Video;
  /** What a stored file is called in the new home: both are names below the video's folder. */
  nameOf: (name: string) => string;
}

/** A hash in a file's name; see `fingerprint.server.ts`. */
const HASH = /[0-9a-f]{24}/g;

/**
 * Moves a video to another id: whatever was up to date under the plan is so afterwards, and what was not is not.
 * The scenes keep their ids.
 */
export function rehome(video: Video, newId: string, context: PlanContext): Rehomed {
  const renamed = new Map<string, string>();
  const nameOf = (name: string) => name.replace(HASH, (hash) => renamed.get(hash) ?? hash);
  const keyOf = <K extends string | null>(key: K) =>
    key?.startsWith(`${video.id}/`) ? `${newId}/${nameOf(key.slice(video.id.length + 1))}` : key;

  /** The hash as it is called in the new home: that of the moved video, where it was up to date. */
  const hashOf = (stored: string | null, wanted: string | null, moved: () => string | null) => {
    if (stored === null || stored !== wanted) return stored;
    const hash = moved();
    if (hash !== null && hash !== stored) renamed.set(stored, hash);
    return hash ?? stored;
  };
  const withScenes = (from: Video, change: (scene: Scene, position: number) => Partial<Scene>): Video => ({
    ...from,
    scenes: from.scenes.map((scene, position) => ({ ...scene, ...change(scene, position) })),
  });

  // Each step may only look at names that the steps before have found.
  let moved: Video = { ...video, id: newId };
  const assets = video.scenes.map((scene) => ({
    voiceHash: hashOf(scene.voiceHash, voiceHash(video, scene, context), () =>
      voiceHash(moved, scene, context),
    ),
    pictureHash: hashOf(scene.pictureHash, pictureHash(video, scene, context), () =>
      pictureHash(moved, scene, context),
    ),
  }));
  moved = withScenes(moved, (scene, position) => ({
    ...assets[position],
    voiceKey: keyOf(scene.voiceKey),
    pictureKey: keyOf(scene.pictureKey),
    pictureLayers:
      scene.pictureLayers?.map((layer) => ({ ...layer, key: keyOf(layer.key) ?? layer.key })) ?? null,
  }));
  const segments = video.scenes.map(({ segmentHash: stored }, position) =>
    hashOf(stored, segmentHash(video, position, context), () => segmentHash(moved, position, context)),
  );
  moved = withScenes(moved, (scene, position) => ({
    segmentHash: segments[position] ?? null,
    segmentKey: keyOf(scene.segmentKey),
  }));
  const film = hashOf(video.filmHash, filmHash(video, context), () => filmHash(moved, context));
  return {
    video: {
      ...moved,
      filmHash: film,
      filmKey: keyOf(video.filmKey),
      audioKey: keyOf(video.audioKey),
      posterKey: keyOf(video.posterKey),
      srtKey: keyOf(video.srtKey),
      vttKey: keyOf(video.vttKey),
    },
    nameOf,
  };
}
