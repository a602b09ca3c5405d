/** What a person may send for a video's scenes. */
import { findDraft } from '#jobs/db/storyboard.server.ts';
import { keepPictureTake } from '#jobs/db/takes.server.ts';
import { fitOwnPicture } from '#jobs/making/pictures/own-picture.server.ts';
import { pictureHash } from '#jobs/story/film/plan.ts';
import type { PictureChoice } from '#jobs/story/film/scene-content.ts';
import type { Received, Sent } from '#jobs/uploads/receive-upload.server.ts';
import { type Backend, videoNotFound } from './commands.server';

/**
 * Takes a picture, a clip or a recording for a video's scenes; an edit has it used. A picture is cropped for the
 * film at once, so that it is seen before anything else is made.
 * @throws StoryError `video_not_found`, or `upload_…` that says why a file is not taken
 */
export async function takeUpload(
  { db, storage, plan }: Pick<Backend, 'db' | 'storage' | 'plan'>,
  videoId: string,
  sent: Sent,
  signal: AbortSignal,
): Promise<Received> {
  if (!(await findDraft(db, videoId))) throw videoNotFound();
  // What decodes is loaded when it is first needed: a start need not wait.
  const [{ receiveUpload }, { FFMPEG_CLIPS }] = await Promise.all([
    import('#jobs/uploads/receive-upload.server.ts'),
    import('#jobs/render/ffmpeg/clips.server.ts'),
  ]);
  const received = await receiveUpload({ storage, clips: FFMPEG_CLIPS }, videoId, sent, signal);
  if ('picture' in received && received.picture.from === 'own') {
    await fitAhead({ db, storage, plan }, videoId, received.picture);
  }
  return received;
}

/** Crops a picture as the film's draft will want it, and keeps it as a take. */
async function fitAhead(
  { db, storage, plan }: Pick<Backend, 'db' | 'storage' | 'plan'>,
  videoId: string,
  picture: Extract<PictureChoice, { from: 'own' }>,
): Promise<void> {
  const [draft, context] = await Promise.all([findDraft(db, videoId), plan()]);
  const [scene] = draft?.video.scenes ?? [];
  // While the script is being written there is no scene to show it in.
  if (!draft || !scene) return;
  const wanted = { ...draft.video, options: draft.board.options };
  const hash = pictureHash(wanted, { ...scene, picture }, context);
  const pictureKey = await fitOwnPicture(storage, videoId, picture, wanted.options.format, hash);
  await keepPictureTake(db, videoId, hash, pictureKey);
}
