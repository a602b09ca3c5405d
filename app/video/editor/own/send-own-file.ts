/** Sends a person's own file for a scene, and tells how far it is. */
import { z } from 'zod';
import { MAX_UPLOAD_BYTES, type UploadKind } from '#jobs/story/film/own/own-limits.ts';
import {
  type PictureChoice,
  pictureChoiceSchema,
  type Recording,
  recordingSchema,
} from '#jobs/story/film/scene-content.ts';

/** A picture or a clip as an edit says it, and where it is to be seen as it was sent. */
export interface SentPicture {
  picture: PictureChoice;
  /** Of the picture, or of a clip's first frame. */
  imageUrl: string;
  url: string;
}

export interface SentRecording {
  recording: Recording;
  url: string;
}

/** What is answered for each kind. */
export interface Taken {
  picture: SentPicture;
  clip: SentPicture;
  recording: SentRecording;
}

const answers: { [Kind in UploadKind]: z.ZodType<Taken[Kind]> } = {
  picture: z.object({ picture: pictureChoiceSchema, imageUrl: z.string(), url: z.string() }),
  clip: z.object({ picture: pictureChoiceSchema, imageUrl: z.string(), url: z.string() }),
  recording: z.object({ recording: recordingSchema, url: z.string() }),
};
const faultSchema = z.object({ error: z.object({ message: z.string(), hint: z.string() }) });

/** Why a file was not taken, in words for a person. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  /** What to do next. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

export interface Sending {
  videoId: string;
  file: Blob;
  /** Told how much is sent, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** @throws NotTaken, or the signal's reason once it is aborted */
export async function sendOwnFile<Kind extends UploadKind>(
  kind: Kind,
  { videoId, file, onProgress, signal }: Sending,
): Promise<Taken[Kind]> {
  const most = MAX_UPLOAD_BYTES[kind];
  if (file.size > most) {
    throw new NotTaken(
      `The file has ${inMegabytes(file.size)} MB; a ${kind} may have at most ${inMegabytes(most)} MB.`,
      'Choose a smaller one.',
    );
  }
  const url = `/api/upload?${new URLSearchParams({ id: videoId, kind })}`;
  const { status, text } = await post(url, file, onProgress, signal);
  const body: unknown = readJson(text);
  if (status === 201) return answers[kind].parse(body);
  const told = faultSchema.safeParse(body);
  if (told.success) throw new NotTaken(told.data.error.message, told.data.error.hint);
  throw away();
}

/** `fetch` does not tell how much is sent. */
function post(url: string, file: Blob, onProgress: (share: number) => void, signal: AbortSignal) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(away());
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function away(): NotTaken {
  return new NotTaken(
    'The file could not be sent: StoryShort does not answer.',
    'Send it again in a moment.',
  );
}

const inMegabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
