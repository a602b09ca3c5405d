/** People's own pictures and clips, cropped to the film's frame around what must stay in sight. */
import { resolve } from 'node:path';
import sharp from 'sharp';
import type { Production } from '#jobs/making/production.server.ts';
import type { StepTools } from '#jobs/making/step-tools.server.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { withScratchFile } from '#jobs/storage/scratch-file.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { cropAround } from '#jobs/story/film/own/crop.ts';
import {
  CLIP_ENDINGS,
  clipKeyOf,
  clipSoundKeyOf,
  fittedName,
  ownClipKey,
  ownPictureKey,
} from '#jobs/story/film/own/own-files.ts';
import type { PictureChoice } from '#jobs/story/film/scene-content.ts';
import { FORMATS, type FormatName, LAYER_BLEED } from '#remotion/contract/story-props.ts';
import { findPicture } from './stored-picture.server';

type OwnPicture = Extract<PictureChoice, { from: 'own' }>;
type OwnClip = Extract<PictureChoice, { from: 'clip' }>;
type OwnPictureTools = Pick<StepTools, 'storage' | 'clips'>;

/** Of what the film draws; what was sent stays as it is. */
const JPEG = { quality: 92, chromaSubsampling: '4:4:4' } as const;

/**
 * Places what a person chose in the drawing's stead: an own picture, an own clip, or an earlier take. What was made
 * before is found; the row is written last.
 * @throws StoryError `own_file_gone` or `take_gone`, which no repetition mends, or what the clip's maker throws
 */
export async function placePicture(
  production: Production,
  tools: OwnPictureTools,
  position: number,
  hash: string,
): Promise<void> {
  const { video, signal } = production;
  const { picture } = production.scene(position);
  const { format } = video.options;
  await production.report(position, 'picture');
  if (picture.from === 'own') {
    const pictureKey = await fitOwnPicture(tools.storage, video.id, picture, format, hash);
    await production.patchScene(position, { ...FITTED, pictureKey, pictureHash: hash });
  } else if (picture.from === 'clip') {
    const pictureKey = await fitOwnClip(tools, video.id, picture, format, hash, signal);
    await production.patchScene(position, { ...FITTED, pictureKey, pictureHash: hash });
  } else {
    const names = (['own', 'clip'] as const).map((from) => fittedName(video.id, from, hash));
    const [drawn, clip] = await Promise.all(names.map((name) => findPicture(tools.storage, name)));
    const found = drawn ?? clip;
    if (!found) throw takeGone();
    await production.patchScene(position, { ...found, pictureHash: hash, note: null });
  }
}

const FITTED = { pictureLayers: null, note: null };

/**
 * Crops an own picture for a film, unless that was done.
 * @param hash of the picture in the film, see `pictureHash`
 * @returns its key
 * @throws StoryError `own_file_gone`
 */
export async function fitOwnPicture(
  storage: Storage,
  videoId: string,
  picture: OwnPicture,
  format: FormatName,
  hash: string,
): Promise<string> {
  const name = fittedName(videoId, 'own', hash);
  const key = `${name}.jpg`;
  // One that was damaged is made again.
  if (await findPicture(storage, name)) return key;
  const source = ownPictureKey(videoId, picture);
  if (!(await storage.has(source))) throw ownFileGone('picture');
  const sent = sharp(await storage.localPath(source));
  const { width, height } = await sent.metadata();
  const frame = FORMATS[format];
  // As large as the camera ever sees it: the frame, and what lies around it.
  const [wide, high] = [frame.width, frame.height].map((side) => Math.round(side * (1 + 2 * LAYER_BLEED)));
  const fitted = sent
    .extract(cropAround({ width, height }, frame, picture.focus))
    .resize(wide, high, { fit: 'fill' });
  await storage.put(key, await fitted.jpeg(JPEG).toBuffer());
  return key;
}

/** The same for a clip: its film, its sound where there is any, and last its still. @returns the still's key */
async function fitOwnClip(
  { storage, clips }: OwnPictureTools,
  videoId: string,
  picture: OwnClip,
  format: FormatName,
  hash: string,
  signal: AbortSignal,
): Promise<string> {
  const name = fittedName(videoId, 'clip', hash);
  const still = `${name}.jpg`;
  const [filmKey, soundKey] = [clipKeyOf(still), clipSoundKeyOf(still)];
  const source = await sentClip(storage, videoId, picture);
  if (!(await storage.has(filmKey))) {
    await withScratchFile(storage, 'mp4', async (scratch) => {
      const outFile = resolve(scratch);
      await clips.fitClip({ source, focus: picture.focus, ...FORMATS[format], outFile }, signal);
      await storage.adopt(filmKey, outFile);
    });
  }
  const film = { file: resolve(await storage.localPath(filmKey)), container: 'mov' } as const;
  if (picture.hasSound && !(await storage.has(soundKey))) {
    const { durationMs } = await clips.readHead(film, signal);
    await withScratchFile(storage, 'wav', async (scratch) => {
      const outFile = resolve(scratch);
      await clips.decodeSound({ source, channels: 1, exactMs: durationMs, outFile }, signal);
      await storage.adopt(soundKey, outFile);
    });
  }
  if (!(await findPicture(storage, name))) {
    await withScratchFile(storage, 'jpg', async (scratch) => {
      const outFile = resolve(scratch);
      await clips.takeStill(film, outFile, signal);
      await storage.adopt(still, outFile);
    });
  }
  return still;
}

async function sentClip(storage: Storage, videoId: string, picture: OwnClip) {
  for (const ending of CLIP_ENDINGS) {
    const key = ownClipKey(videoId, picture, ending);
    if (!(await storage.has(key))) continue;
    const file = resolve(await storage.localPath(key));
    return { file, container: ending === 'webm' ? 'matroska' : 'mov' } as const;
  }
  throw ownFileGone('clip');
}

function ownFileGone(what: 'picture' | 'clip'): StoryError {
  return new StoryError({
    code: 'own_file_gone',
    message: `Your ${what} is not there any more.`,
    hint: 'Upload it to the scene again.',
    retryable: false,
  });
}

function takeGone(): StoryError {
  return new StoryError({
    code: 'take_gone',
    message: 'The earlier picture of this scene is not there any more.',
    hint: 'Choose another one, or have it drawn again.',
    retryable: false,
  });
}
