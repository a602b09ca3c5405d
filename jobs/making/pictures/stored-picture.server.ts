/** Pictures as they are stored: the whole one, and beside it its layers and what the film needs of them. */
import sharp from 'sharp';
import { putJson, readJson } from '#jobs/making/stored-json.server.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { clipKeyOf, clipSoundKeyOf, isClipStill } from '#jobs/story/film/own/own-files.ts';
import { type SceneLayer, sceneLayersSchema } from '#jobs/story/film/scene-layers.ts';
import type { Scene } from '#jobs/story/film/video.ts';
import type { DrawnPicture } from './drawn-picture';

export const PICTURE_TYPES = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const;
export type PictureExtension = keyof typeof PICTURE_TYPES;

/** What a scene's row says of its picture's files. */
type PictureFiles = Pick<Scene, 'pictureKey' | 'pictureLayers'> & Partial<Pick<Scene, 'picture'>>;

/** What a scene's row says once its picture is lost. */
export const NO_PICTURE = { pictureKey: null, pictureHash: null, pictureLayers: null };

/**
 * Stores a picture.
 * @param name storage key without its ending
 */
export async function putPicture(
  storage: Storage,
  name: string,
  { image, extension, layers }: DrawnPicture,
): Promise<void> {
  if (layers) {
    const stored: SceneLayer[] = [];
    for (const [at, layer] of layers.entries()) {
      const key = `${name}.layer-${at}.webp`;
      await storage.put(key, layer.image);
      stored.push({ key, box: layer.box, depth: layer.depth, life: layer.life });
    }
    await putJson(storage, layersKey(name), stored);
  }
  // Last: where the picture is, its layers are.
  await storage.put(`${name}.${extension}`, image);
}

/** The picture that was stored under a name; null where there is none, or where a file of it was damaged. */
export async function findPicture(storage: Storage, name: string): Promise<PictureFiles | null> {
  for (const extension of Object.keys(PICTURE_TYPES)) {
    const pictureKey = `${name}.${extension}`;
    if (!(await storage.has(pictureKey))) continue;
    const pictureLayers = await readJson(storage, layersKey(name), sceneLayersSchema);
    if (!pictureLayers && (await storage.has(layersKey(name)))) continue;
    const files = { pictureKey, pictureLayers };
    if (await isPictureWhole(storage, files)) return files;
    await removePicture(storage, files);
  }
  return null;
}

/** Makes room for a picture that was damaged: under a key that is taken nothing else can be stored. */
export async function removePicture(storage: Storage, files: PictureFiles): Promise<void> {
  // First what comes last when a picture is stored.
  for (const key of keysOf(files)) await storage.remove(key);
}

/** Whether all files of a scene's picture are there. */
export async function isPictureThere(storage: Storage, files: PictureFiles): Promise<boolean> {
  for (const key of [...keysOf(files), ...clipKeysOf(files)]) if (!(await storage.has(key))) return false;
  return true;
}

/** Whether all files of a scene's picture are there and are pictures. */
export async function isPictureWhole(storage: Storage, files: PictureFiles): Promise<boolean> {
  if (!(await isPictureThere(storage, files))) return false;
  for (const key of keysOf(files)) {
    const found = await sharp(await storage.localPath(key))
      .metadata()
      .catch(() => null);
    if (!found) return false;
  }
  return true;
}

const layersKey = (name: string) => `${name}.layers.json`;

const keysOf = ({ pictureKey, pictureLayers }: PictureFiles): string[] => [
  ...(pictureKey === null ? [] : [pictureKey]),
  ...(pictureLayers ?? []).map(({ key }) => key),
];

/** What stands beside a clip's still. */
function clipKeysOf({ pictureKey, picture }: PictureFiles): string[] {
  if (pictureKey === null || !isClipStill(pictureKey)) return [];
  const isHeard = picture?.from === 'clip' && picture.hasSound;
  return [clipKeyOf(pictureKey), ...(isHeard ? [clipSoundKeyOf(pictureKey)] : [])];
}
