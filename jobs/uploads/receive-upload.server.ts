/** From the bytes that a person sends to a file of the video's own, and to what an edit says of it. */
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import pLimit from 'p-limit';
import { z } from 'zod';
import { putJson, readJson } from '#jobs/making/stored-json.server.ts';
import type { ClipMaker } from '#jobs/ports/clip-maker.ts';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { withScratchFile } from '#jobs/storage/scratch-file.server.ts';
import { ownClipKey, ownPictureKey, recordingKey, uploadName } from '#jobs/story/film/own/own-files.ts';
import {
  MAX_UPLOAD_BYTES,
  MAX_UPLOADED_BYTES,
  MAX_UPLOADS,
  type UploadKind,
} from '#jobs/story/film/own/own-limits.ts';
import { pictureChoiceSchema, recordingSchema } from '#jobs/story/film/scene-content.ts';
import { fileSortOf, HEAD_BYTES } from './file-sort';
import { keepClip } from './take-clip.server';
import { cleanPicture } from './take-picture.server';
import { readSpeech } from './take-recording.server';
import { megabytes, refusal } from './upload-refusal';

/** What an edit says of a file that was sent; and where it is to be seen or heard before the film is made. */
const receivedSchema = z.union([
  z.object({ picture: pictureChoiceSchema, fileKey: z.string(), stillKey: z.string() }),
  z.object({ recording: recordingSchema, fileKey: z.string() }),
]);
export type Received = z.infer<typeof receivedSchema>;

export interface Sent {
  kind: UploadKind;
  bytes: AsyncIterable<Uint8Array>;
  /** As it was announced; null where it was not. */
  length: number | null;
}

/** Files that are decoded at once for this process. */
const decoding = pLimit(2);

/** In the middle, until somebody says otherwise. */
const MIDDLE = { x: 0.5, y: 0.5 };

/**
 * Takes a file for a video's scenes: bounded before it is read, judged by its contents, kept under the hash of its
 * bytes. What was sent before is found again; what is refused leaves nothing behind.
 * @throws StoryError `upload_…` that says what is wrong and what to do, `disk_full` or `disk_read_only`
 */
export async function receiveUpload(
  { storage, clips }: { storage: Storage; clips: ClipMaker },
  videoId: string,
  { kind, bytes, length }: Sent,
  signal: AbortSignal,
): Promise<Received> {
  if ((length ?? 0) > MAX_UPLOAD_BYTES[kind] + FORM_BYTES) throw tooLarge(kind, length);
  const files = (await storage.list(videoId)).filter(({ key }) => key.startsWith(uploadName(videoId, '')));
  return withScratchFile(storage, 'upload', async (scratch) => {
    const { hash, size, head } = await writeDown(scratch, kind, bytes, signal);
    const factsKey = `${uploadName(videoId, `${hash}-${kind}`)}.json`;
    const known = await readJson(storage, factsKey, receivedSchema);
    if (known && (await storage.has(known.fileKey))) return known;
    refuseOverfull(files, size);
    const file = { file: scratch, sort: fileSortOf(head), scratch: await storage.scratchPath('kept') };
    const received = await decoding(() => TAKERS[kind]({ storage, clips }, videoId, hash, file, signal));
    await putJson(storage, factsKey, received);
    return received;
  });
}

/** Around the file in a form. */
const FORM_BYTES = 100 * 1024;

interface SentFile {
  file: string;
  sort: ReturnType<typeof fileSortOf>;
  scratch: string;
}

type Taker = (
  tools: { storage: Storage; clips: ClipMaker },
  videoId: string,
  hash: string,
  file: SentFile,
  signal: AbortSignal,
) => Promise<Received>;

const TAKERS: Record<UploadKind, Taker> = {
  picture: async ({ storage }, videoId, hash, { file, sort }, signal) => {
    const { jpeg, width, height } = await cleanPicture(file, sort, signal);
    const fileKey = ownPictureKey(videoId, { hash });
    await storage.put(fileKey, jpeg);
    return { picture: { from: 'own', hash, width, height, focus: MIDDLE }, fileKey, stillKey: fileKey };
  },
  clip: async ({ storage, clips }, videoId, hash, sent, signal) => {
    const { file, ending, durationMs, hasSound } = await keepClip(clips, sent, signal);
    try {
      const fileKey = ownClipKey(videoId, { hash }, ending);
      const stillKey = `${uploadName(videoId, hash)}-still.jpg`;
      const container = ending === 'webm' ? 'matroska' : 'mov';
      await withScratchFile(storage, 'jpg', async (scratch) => {
        const still = resolve(scratch);
        await clips.takeStill({ file, container }, still, signal);
        await storage.adopt(stillKey, still);
      });
      await storage.adopt(fileKey, file);
      const picture = { hash, durationMs, startMs: 0, sound: 'off', hasSound, focus: MIDDLE } as const;
      return { picture: { from: 'clip', ...picture }, fileKey, stillKey };
    } finally {
      await rm(file, { force: true });
    }
  },
  recording: async ({ storage, clips }, videoId, hash, sent, signal) => {
    const { wav, durationMs } = await readSpeech(clips, sent, signal);
    const recording = { hash, kind: 'wav', durationMs } as const;
    const fileKey = recordingKey(videoId, recording);
    await storage.put(fileKey, wav);
    return { recording, fileKey };
  },
};

/** Writes what is sent to a file, no more than is allowed of it. */
async function writeDown(
  path: string,
  kind: UploadKind,
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
) {
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  let size = 0;
  const file = await writingToDisk(() => open(path, 'wx'));
  try {
    for await (const chunk of bytes) {
      signal.throwIfAborted();
      if (size < HEAD_BYTES) head.push(chunk.slice(0, HEAD_BYTES));
      size += chunk.length;
      if (size > MAX_UPLOAD_BYTES[kind]) throw tooLarge(kind, null);
      hash.update(chunk);
      // All of it, where a full disk takes a part.
      await writingToDisk(() => file.writeFile(chunk));
    }
  } finally {
    await file.close();
  }
  if (size === 0)
    throw refusal('empty', 'No file came along, or an empty one.', 'Choose a file and send it again.');
  return { hash: hash.digest('hex').slice(0, 24), size, head: Buffer.concat(head) };
}

/** One file stands for each that was sent, and a still beside each clip. */
function refuseOverfull(files: readonly { key: string; bytes: number }[], size: number): void {
  const count = files.filter(({ key }) => key.endsWith('.json')).length;
  const kept = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (count < MAX_UPLOADS && kept + size <= MAX_UPLOADED_BYTES) return;
  throw refusal(
    'limit_reached',
    count < MAX_UPLOADS
      ? `This video’s own files have ${megabytes(kept)} already; with this one they would be more than ${megabytes(MAX_UPLOADED_BYTES)}.`
      : `This video has ${count} files of your own already, which is as many as are kept.`,
    'Use one of those that are there, or go on in a copy of the video.',
  );
}

/** @param announced bytes; null where more than allowed came without a word */
function tooLarge(kind: UploadKind, announced: number | null) {
  const most = megabytes(MAX_UPLOAD_BYTES[kind]);
  return refusal(
    'too_large',
    `The file has ${announced === null ? 'too many bytes' : megabytes(announced)}; a ${kind} may have at most ${most}.`,
    kind === 'picture'
      ? 'Save it smaller, or as JPEG.'
      : 'Cut it to the part that you want, or save it smaller.',
  );
}
