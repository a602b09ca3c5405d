/** Sends a person's own file for a scene, and tells how far it is. */
import { z } from 'zod';
import type { Words } from '#app/language/page-words.ts';
import { phrase } from '#app/language/phrase.ts';
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

/** What is said of a file that is too large. */
const TOO_LARGE: Readonly<Record<UploadKind, string>> = {
  picture: phrase('The file has {{size}} MB; a picture may have at most {{most}} MB.'),
  clip: phrase('The file has {{size}} MB; a clip may have at most {{most}} MB.'),
  recording: phrase('The file has {{size}} MB; a recording may have at most {{most}} MB.'),
};

/** Why a file was not taken, in words for a person, of the page's language. */
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
  words: Pick<Words, 't' | 'told'>;
}

/** @throws NotTaken, or the signal's reason once it is aborted */
export async function sendOwnFile<Kind extends UploadKind>(
  kind: Kind,
  { videoId, file, onProgress, signal, words }: Sending,
): Promise<Taken[Kind]> {
  const { t, told } = words;
  const most = MAX_UPLOAD_BYTES[kind];
  if (file.size > most) {
    const tooLarge: string = TOO_LARGE[kind];
    throw new NotTaken(
      t(tooLarge, { size: inMegabytes(file.size), most: inMegabytes(most) }),
      t('Choose a smaller one.'),
    );
  }
  const url = `/api/upload?${new URLSearchParams({ id: videoId, kind })}`;
  const { status, text } = await post(url, { file, onProgress, signal, words });
  const body: unknown = readJson(text);
  if (status === 201) return answers[kind].parse(body);
  const refused = faultSchema.safeParse(body);
  if (!refused.success) throw away(words);
  const { message, hint } = refused.data.error;
  throw new NotTaken(told(message), told(hint));
}

/** `fetch` does not tell how much is sent. */
function post(url: string, { file, onProgress, signal, words }: Omit<Sending, 'videoId'>) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(away(words));
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

function away({ t }: Pick<Words, 't'>): NotTaken {
  return new NotTaken(
    t('The file could not be sent: StoryShort does not answer.'),
    t('Send it again in a moment.'),
  );
}

const inMegabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
