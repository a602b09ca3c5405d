/** A film's bytes on their way to YouTube, by its resumable protocol: it goes on at the byte where it stood. */
import { type PublishedFilm, PublishingSetback, type PublishingTry } from '#jobs/ports/publisher.ts';
import { contentRange, firstMissingByte } from './upload-range';
import { videoResource } from './video-resource';
import { type Answered, refusalOf, type YoutubeClient } from './youtube-client.server';
import type { YoutubePlaces } from './youtube-places';

/** A multiple of the 256 KiB that the protocol wants; how far it is is written down after each. */
export const CHUNK_BYTES = 8 * 1024 * 1024;

/** How often in a row a part may be sent without any of it arriving. */
const MOST_STALLS = 3;

/** Where an upload stands: more is awaited, the video is there, or the server knows nothing of it any more. */
export type UploadStanding =
  | { at: 'byte'; from: number }
  | { at: 'end'; videoId: string }
  | { at: 'nothing' };

export interface UploadParts {
  client: YoutubeClient;
  places: YoutubePlaces;
  /** How much is sent in one request, bytes. */
  chunkBytes: number;
}

/** Begins an upload. @returns its address, which is good for whoever has it */
export async function beginUpload({ client, places }: UploadParts, film: PublishedFilm): Promise<string> {
  const { parts, body } = videoResource(film);
  const answered = await client.demand(
    `${places.upload}/videos?uploadType=resumable&part=${parts.join(',')}`,
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json; charset=UTF-8',
        'X-Upload-Content-Length': String(film.bytes),
        'X-Upload-Content-Type': 'video/mp4',
      },
      body: JSON.stringify(body),
    },
  );
  const session = answered.headers.get('location');
  if (session === null || !places.isOurs(session)) throw notUnderstood();
  return session;
}

/** Asks how far an upload is. */
export async function askUpload(
  { client }: UploadParts,
  session: string,
  bytes: number,
): Promise<UploadStanding> {
  const answered = await client.ask(session, {
    method: 'PUT',
    headers: { 'Content-Range': contentRange(bytes) },
    body: '',
  });
  return standingOf(answered);
}

/**
 * Sends what is missing, part by part.
 * @param from the first byte that the server has not got
 * @returns the video's id; null where the server forgot the upload meanwhile
 */
export async function sendRest(
  { client, chunkBytes }: UploadParts,
  film: PublishedFilm,
  { session, from }: { session: string; from: number },
  attempt: PublishingTry,
): Promise<string | null> {
  let at = from;
  let stalls = 0;
  for (;;) {
    attempt.signal.throwIfAborted();
    const to = Math.min(at + chunkBytes, film.bytes);
    const answered = await client.ask(session, {
      method: 'PUT',
      headers: { 'Content-Type': 'video/mp4', 'Content-Range': contentRange(film.bytes, { from: at, to }) },
      body: await film.read(at, to),
    });
    const standing = standingOf(answered);
    if (standing.at === 'nothing') return null;
    if (standing.at === 'end') return standing.videoId;
    stalls = standing.from > at ? 0 : stalls + 1;
    if (stalls >= MOST_STALLS || standing.from >= film.bytes) throw notUnderstood();
    at = standing.from;
    await attempt.sent(at);
  }
}

/** @throws for what the protocol has not, PublishingSetback where it may pass */
function standingOf(answered: Answered): UploadStanding {
  const { status, headers, body } = answered;
  if (status === 200 || status === 201) {
    const videoId = idIn(body);
    if (videoId === null) throw notUnderstood();
    return { at: 'end', videoId };
  }
  if (status === 404 || status === 410) return { at: 'nothing' };
  if (status !== 308) throw refusalOf(answered);
  const from = firstMissingByte(headers.get('range'));
  if (from === null) throw notUnderstood();
  return { at: 'byte', from };
}

function idIn(body: unknown): string | null {
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : null;
  return typeof id === 'string' && id !== '' ? id : null;
}

function notUnderstood(): PublishingSetback {
  return new PublishingSetback({
    code: 'youtube_not_understood',
    message: 'YouTube answered something that its protocol has not.',
    hint: 'It is tried again by itself; if it stays so, StoryShort may have to be brought up to date.',
  });
}
