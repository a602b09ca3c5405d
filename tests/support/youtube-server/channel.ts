/** A channel with its videos, and the uploads on their way to it, by YouTube's resumable protocol. */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const UNIT = 256 * 1024;

export class Refusal extends Error {
  readonly status: number;
  readonly reason: string;
  /** Whether the documents have no such request. */
  readonly isBroken: boolean;

  constructor(status: number, reason: string, isBroken = false) {
    super(reason);
    this.status = status;
    this.reason = reason;
    this.isBroken = isBroken;
  }
}

export interface Parts {
  url: URL;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  base: string;
}

interface Told {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

interface Upload {
  resource: VideoResource;
  total: number;
  got: Buffer;
  videoId: string | null;
}

interface VideoResource {
  snippet: {
    title: string;
    description: string;
    tags?: string[];
    categoryId: string;
    defaultLanguage?: string;
  };
  status: { privacyStatus: string; selfDeclaredMadeForKids: boolean; containsSyntheticMedia: boolean };
}

export interface StoredVideo extends VideoResource {
  id: string;
  bytes: Buffer;
  thumbnail: Buffer | null;
}

export class Channel {
  name = 'Films of the tests';
  hasChannel = true;
  readonly videos: StoredVideo[] = [];
  readonly uploads = new Map<string, Upload>();

  answer(call: string, parts: Parts): Told {
    switch (call) {
      case 'POST /upload/youtube/v3/videos':
        return this.#begin(parts);
      case 'PUT /upload/youtube/v3/videos':
        return this.take(parts);
      case 'POST /upload/youtube/v3/thumbnails/set':
        return this.#thumbnail(parts);
      case 'GET /youtube/v3/channels':
        return { status: 200, body: this.#channels(parts.url) };
      case 'GET /youtube/v3/playlistItems':
        return { status: 200, body: this.#list(parts.url) };
      case 'GET /youtube/v3/videos':
        return { status: 200, body: this.#found(parts.url) };
      default:
        throw new Refusal(404, `unknown call ${call}`, true);
    }
  }

  /** Takes a part of a film. @param length of all that was sent, where only some of it arrived */
  take({ url, headers, bytes }: Parts, length = bytes.length): Told {
    const upload = this.#upload(url);
    const [, from, to, total] =
      /^bytes (?:\*|(\d+)-(\d+))\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
    if (Number(total) !== upload.total) throw new Refusal(400, 'wrong Content-Range', true);
    if (from === undefined) {
      if (length > 0) throw new Refusal(400, 'a question with a body', true);
      return this.standing(url);
    }
    if (upload.videoId !== null) throw new Refusal(400, 'bytes after the end', true);
    if (Number(to) - Number(from) + 1 !== length) throw new Refusal(400, 'range and length differ', true);
    if (Number(from) !== upload.got.length) throw new Refusal(400, 'not where it stood', true);
    if (length % UNIT !== 0 && Number(to) + 1 !== upload.total)
      throw new Refusal(400, 'no whole units', true);
    // What was cut off is kept in whole units.
    const kept = bytes.length === length ? bytes : bytes.subarray(0, Math.floor(bytes.length / UNIT) * UNIT);
    upload.got = Buffer.concat([upload.got, kept]);
    if (upload.got.length === upload.total) this.#finish(upload);
    return this.standing(url);
  }

  /** How far an upload is. */
  standing(url: URL): Told {
    const upload = this.#upload(url);
    const video = this.videos.find(({ id }) => id === upload.videoId);
    if (video) return { status: 200, body: { kind: 'youtube#video', id: video.id } };
    const { length } = upload.got;
    return { status: 308, ...(length > 0 && { headers: { Range: `bytes=0-${length - 1}` } }) };
  }

  /** Forgets all uploads, as after a week. */
  forget(): void {
    this.uploads.clear();
  }

  #upload(url: URL): Upload {
    const upload = this.uploads.get(url.searchParams.get('upload_id') ?? '');
    if (!upload) throw new Refusal(404, 'notFound');
    return upload;
  }

  #begin({ url, headers, bytes, base }: Parts): Told {
    if (!this.hasChannel) throw new Refusal(401, 'youtubeSignupRequired');
    if (
      url.searchParams.get('uploadType') !== 'resumable' ||
      url.searchParams.get('part') !== 'snippet,status'
    )
      throw new Refusal(400, 'wrong query', true);
    if (headers['x-upload-content-type'] !== 'video/mp4') throw new Refusal(400, 'wrong type', true);
    const resource = JSON.parse(bytes.toString()) as VideoResource;
    const { title, description, categoryId, tags = [] } = resource.snippet;
    if (title === '' || [...title].length > 100 || /[<>]/.test(title)) throw new Refusal(400, 'invalidTitle');
    if (Buffer.byteLength(description) > 5000 || /[<>]/.test(description))
      throw new Refusal(400, 'invalidDescription');
    if (!/^\d+$/.test(categoryId) || tags.length !== 1) throw new Refusal(400, 'wrong snippet', true);
    const { privacyStatus, selfDeclaredMadeForKids, containsSyntheticMedia } = resource.status;
    if (!['private', 'unlisted', 'public'].includes(privacyStatus)) throw new Refusal(400, 'privacy', true);
    if (typeof selfDeclaredMadeForKids !== 'boolean' || typeof containsSyntheticMedia !== 'boolean')
      throw new Refusal(400, 'wrong status', true);
    const total = Number(headers['x-upload-content-length']);
    if (!(total > 0)) throw new Refusal(400, 'no length', true);
    const id = randomUUID();
    this.uploads.set(id, { resource, total, got: Buffer.alloc(0), videoId: null });
    const location = `${base}/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status&upload_id=${id}`;
    return { status: 200, headers: { Location: location } };
  }

  #finish(upload: Upload): void {
    upload.videoId = randomUUID().slice(0, 11);
    this.videos.push({ ...upload.resource, id: upload.videoId, bytes: upload.got, thumbnail: null });
  }

  #thumbnail({ url, headers, bytes }: Parts): Told {
    const video = this.videos.find(({ id }) => id === url.searchParams.get('videoId'));
    if (!video || headers['content-type'] !== 'image/jpeg') throw new Refusal(400, 'wrong thumbnail', true);
    video.thumbnail = bytes;
    return { status: 200, body: { items: [] } };
  }

  #channels({ searchParams }: URL) {
    if (searchParams.get('mine') !== 'true') throw new Refusal(400, 'not mine', true);
    if (!this.hasChannel) return { items: [] };
    const contentDetails = { relatedPlaylists: { uploads: 'UU-films' } };
    return { items: [{ id: 'UC-films', snippet: { title: this.name }, contentDetails }] };
  }

  #list({ searchParams }: URL) {
    if (searchParams.get('playlistId') !== 'UU-films') throw new Refusal(404, 'playlistNotFound', true);
    if (this.videos.length === 0) throw new Refusal(404, 'playlistNotFound');
    return { items: this.videos.map(({ id }) => ({ contentDetails: { videoId: id } })) };
  }

  #found({ searchParams }: URL) {
    const ids = (searchParams.get('id') ?? '').split(',');
    const items = this.videos.filter(({ id }) => ids.includes(id));
    return {
      items: items.map(({ id, snippet, status }) => ({
        ...{ id, snippet },
        status: { ...status, uploadStatus: 'uploaded' },
      })),
    };
  }
}
