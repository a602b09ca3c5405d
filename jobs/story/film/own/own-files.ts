/** Where what a person sent for a scene lies, and what is made of it. */
import type { PictureChoice, Recording } from '#jobs/story/film/scene-content.ts';

type OwnPicture = Extract<PictureChoice, { from: 'own' }>;
type OwnClip = Extract<PictureChoice, { from: 'clip' }>;

/** Endings of a clip as it was sent: of the two families of files in which people's films come. */
export const CLIP_ENDINGS = ['mp4', 'webm'] as const;
export type ClipEnding = (typeof CLIP_ENDINGS)[number];

/** What the names of all that was sent begin with. */
export function uploadName(videoId: string, hash: string): string {
  return `${videoId}/upload-${hash}`;
}

/** A person's own picture, upright and without its metadata. */
export function ownPictureKey(videoId: string, { hash }: Pick<OwnPicture, 'hash'>): string {
  return `${uploadName(videoId, hash)}.jpg`;
}

/** A person's own clip, in its own codec. */
export function ownClipKey(videoId: string, { hash }: Pick<OwnClip, 'hash'>, ending: ClipEnding): string {
  return `${uploadName(videoId, hash)}.${ending}`;
}

/** A person's own speech. */
export function recordingKey(videoId: string, { hash, kind }: Recording): string {
  return `${uploadName(videoId, hash)}.${kind}`;
}

/** What a picture that was fitted to the frame is called, without its ending. */
export function fittedName(videoId: string, from: 'own' | 'clip', hash: string): string {
  return `${videoId}/${from === 'clip' ? 'clip' : 'picture'}-${hash}`;
}

/** Whether a scene's picture is the still of a clip. */
export function isClipStill(pictureKey: string): boolean {
  return /\/clip-[^/]+\.jpg$/.test(pictureKey);
}

/** Where a clip's film lies: beside its still. */
export function clipKeyOf(still: string): string {
  return still.replace(/\.[^.]+$/, '.mp4');
}

/** Where a clip's sound lies, if it has any: beside its still. */
export function clipSoundKeyOf(still: string): string {
  return still.replace(/\.[^.]+$/, '.wav');
}
