import type { AppLoadContext } from '@remix-run/node';
import { holdQuota } from '#jobs/accounts/quota.server.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';
import type { UploadKind } from '#jobs/story/film/own/own-limits.ts';
import type { PictureChoice, Recording } from '#jobs/story/film/scene-content.ts';
import { takeUpload } from '#jobs/work/upload-commands.server.ts';
import { takeSentFile } from './sent-file.server';

/** What an edit says of a file that was sent, and where it is to be seen or heard. */
export type OwnFileView =
  | { recording: Recording; url: string }
  | { picture: PictureChoice; url: string; imageUrl: string };

/**
 * Takes the file that a request brings for a video's scenes.
 * @throws ApiFault 400 where there is none; StoryError `quota_reached`, and as `takeUpload`
 */
export async function takeOwnFile(
  { backend }: Pick<AppLoadContext, 'backend'>,
  request: Request,
  videoId: string,
  kind: UploadKind,
): Promise<OwnFileView> {
  await holdQuota(backend, backend.ownerId);
  const announced = request.headers.get('content-length');
  const length = announced === null ? null : Number(announced);
  const received = await takeSentFile(request, (bytes) =>
    takeUpload(backend, videoId, { kind, bytes, length }, request.signal),
  );
  const url = mediaUrl(received.fileKey);
  return 'recording' in received
    ? { recording: received.recording, url }
    : { picture: received.picture, url, imageUrl: mediaUrl(received.stillKey) };
}
