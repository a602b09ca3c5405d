/** Publishes films on YouTube, each once, whatever happens on the way. */
import {
  type Published,
  type PublishedFilm,
  type Publisher,
  PublishingSetback,
  type PublishingTry,
} from '#jobs/ports/publisher.ts';
import { type Fault, StoryError } from '#jobs/story/film/fault.ts';
import { findUploaded } from './own-uploads.server';
import { type AccessTokens, YoutubeClient } from './youtube-client.server';
import { watchAddress, type YoutubePlaces } from './youtube-places';
import { askUpload, beginUpload, CHUNK_BYTES, sendRest, type UploadParts } from './youtube-upload.server';

/** Uploads that are begun in one try: one that was forgotten is begun anew. */
const MOST_UPLOADS = 2;
/** As much as YouTube takes. */
const LARGEST_THUMBNAIL_BYTES = 2 * 1024 * 1024;

export class YoutubePublisher implements Publisher {
  readonly #tokens: AccessTokens;
  readonly #places: YoutubePlaces;
  readonly #chunkBytes: number;

  constructor(tokens: AccessTokens, places: YoutubePlaces, { chunkBytes = CHUNK_BYTES } = {}) {
    this.#tokens = tokens;
    this.#places = places;
    this.#chunkBytes = chunkBytes;
  }

  async publish(film: PublishedFilm, attempt: PublishingTry): Promise<Published> {
    const client = new YoutubeClient(this.#tokens, attempt.signal);
    const parts = { client, places: this.#places, chunkBytes: this.#chunkBytes };
    let { remoteId } = attempt.standing;
    if (remoteId === null) {
      remoteId = await upload(parts, film, attempt);
      await attempt.keep({ session: null, remoteId });
    }
    return { address: watchAddress(remoteId), note: await sendThumbnail(parts, film, remoteId) };
  }
}

/** @returns the video's id */
async function upload(parts: UploadParts, film: PublishedFilm, attempt: PublishingTry): Promise<string> {
  let { session } = attempt.standing;
  const isThere = () => findUploaded(parts.client, parts.places, film.publicationId);
  if (session === null && attempt.standing.isBegun) {
    const there = await isThere();
    if (there !== null) return there;
  }
  for (let begun = 0; begun <= MOST_UPLOADS; begun += 1) {
    let from = 0;
    if (session !== null) {
      const standing = await askUpload(parts, session, film.bytes);
      if (standing.at === 'end') return standing.videoId;
      if (standing.at === 'byte') from = standing.from;
      else {
        // It was forgotten, maybe since it had come to its end: nothing is sent twice.
        const there = await isThere();
        if (there !== null) return there;
        session = null;
      }
    }
    if (session === null) {
      session = await beginUpload(parts, film);
      // Before the first byte: whoever goes on finds what was begun.
      await attempt.keep({ session, remoteId: null });
    }
    await attempt.sent(from);
    const videoId = await sendRest(parts, film, { session, from }, attempt);
    if (videoId !== null) return videoId;
  }
  throw new PublishingSetback({
    code: 'youtube_forgets',
    message: 'YouTube forgot the upload again and again.',
    hint: 'Nothing has to be done: it is begun anew by itself.',
  });
}

/** The film is there whatever becomes of its cover. @returns why YouTube did not take that; null where it did */
async function sendThumbnail(
  { client, places }: UploadParts,
  film: PublishedFilm,
  videoId: string,
): Promise<Fault | null> {
  const poster = await film.poster();
  if (poster === null || poster.length > LARGEST_THUMBNAIL_BYTES) return null;
  try {
    await client.demand(
      `${places.upload}/thumbnails/set?uploadType=media&videoId=${encodeURIComponent(videoId)}`,
      { method: 'POST', headers: { 'Content-Type': 'image/jpeg' }, body: poster },
    );
    return null;
  } catch (error) {
    if (!(error instanceof StoryError || error instanceof PublishingSetback)) throw error;
    return {
      code: 'youtube_thumbnail',
      message: 'The film is on YouTube; its cover was not taken.',
      hint: 'YouTube takes covers from channels with a confirmed phone number: set it in YouTube Studio.',
      retryable: false,
    };
  }
}
