import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ClipMaker, MediaFile, MediaHead } from '#jobs/ports/clip-maker.ts';
import { diskFault } from '#jobs/ports/disk-fault.ts';
import type { ClipEnding } from '#jobs/story/film/own/own-files.ts';
import {
  MAX_CLIP_MS,
  MAX_CLIP_PIXELS,
  MAX_UPLOAD_BYTES,
  MIN_CLIP_SIDE,
} from '#jobs/story/film/own/own-limits.ts';
import { SHORTEST_CLIP_MS } from '#jobs/story/film/scene-content.ts';
import { FILE_SORTS, type FileSort } from './file-sort';
import { tooDemanding } from './too-demanding';
import { refusal } from './upload-refusal';

const HINT = 'Send an MP4, MOV or WebM clip.';

export interface KeptClip {
  /** Where it lies as it is kept, without its metadata; whoever asked for it removes it. */
  file: string;
  ending: ClipEnding;
  durationMs: number;
  hasSound: boolean;
}

/**
 * A person's clip as it is kept. Its headers are judged before anything of it is decoded; all that opens it runs in
 * processes of its own, within limits.
 * @param scratch a fresh path without its ending
 * @throws StoryError `upload_…` that says what is wrong with it
 */
export async function keepClip(
  clips: ClipMaker,
  { file, sort, scratch }: { file: string; sort: FileSort; scratch: string },
  signal: AbortSignal,
): Promise<KeptClip> {
  if (sort !== 'mov' && sort !== 'matroska') {
    throw refusal('not_a_clip', `The file is ${FILE_SORTS[sort]}, and no clip.`, HINT);
  }
  const source: MediaFile = { file: resolve(file), container: sort };
  const head = await clips.readHead(source, signal).catch((error: unknown) => {
    throw damaged(error, signal);
  });
  judge(head);
  const ending: ClipEnding = sort === 'matroska' ? 'webm' : 'mp4';
  const outFile = resolve(`${scratch}.${ending}`);
  try {
    const { durationMs, isCutOff } = await clips
      .keepClip({ source, ending, outFile, maxBytes: MAX_UPLOAD_BYTES.clip }, signal)
      .catch((error: unknown) => {
        throw damaged(error, signal);
      });
    if (isCutOff) throw damaged(new Error('Packets are missing.'), signal);
    judgeLength(durationMs);
    if (durationMs < SHORTEST_CLIP_MS) {
      throw refusal('clip_too_short', 'The clip lasts only a moment.', 'Send one of at least half a second.');
    }
    return { file: outFile, ending, durationMs, hasSound: head.audio?.decodable ?? false };
  } catch (error) {
    await rm(outFile, { force: true });
    throw error;
  }
}

function judge({ durationMs, video }: MediaHead): void {
  if (!video) {
    throw refusal('clip_without_picture', 'The clip has sound alone, and no picture.', HINT);
  }
  judgeLength(durationMs);
  if (!video.decodable) {
    throw refusal(
      'clip_unknown_codec',
      `The clip’s picture is packed as “${video.codec}”, which cannot be read here.`,
      'Export it as MP4 with H.264, and send that.',
    );
  }
  const { width, height } = video;
  if (width * height > MAX_CLIP_PIXELS) {
    throw refusal(
      'clip_too_many_pixels',
      `The clip has ${width} × ${height} pixels; at most those of 4K are taken.`,
      'Export it as 1080p, and send that: a film has no more.',
    );
  }
  if (Math.min(width, height) < MIN_CLIP_SIDE) {
    throw refusal(
      'clip_too_small',
      `The clip has only ${width} × ${height} pixels and would be a blur in the film.`,
      `Send one of at least ${MIN_CLIP_SIDE} pixels on each side.`,
    );
  }
}

function judgeLength(durationMs: number): void {
  if (durationMs <= MAX_CLIP_MS) return;
  throw refusal(
    'clip_too_long',
    `The clip lasts ${lengthOf(durationMs)}; at most ${MAX_CLIP_MS / 60_000} minutes are taken.`,
    'Cut it to the part that you want.',
  );
}

function lengthOf(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}

function damaged(error: unknown, signal: AbortSignal): unknown {
  signal.throwIfAborted();
  const disk = diskFault(error);
  if (disk) return disk;
  const demanding = tooDemanding('clip', error);
  if (demanding) return demanding;
  return refusal(
    'clip_damaged',
    'The clip is damaged, or a part of it is missing.',
    'Play it on your device to its end to see whether it is whole, save it anew, and send that.',
    error,
  );
}
