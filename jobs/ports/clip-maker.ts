/** The port behind which people's own clips and recordings are examined, kept and made fit for a film. */
import type { ClipEnding } from '#jobs/story/film/own/own-files.ts';
import type { Focus } from '#jobs/story/film/scene-content.ts';

/** What the headers of a file say. */
export interface MediaHead {
  /** ms; 0 where the file does not say. */
  durationMs: number;
  /** Null where nothing is to be seen. `decodable` says whether this machine knows the codec. */
  video: { codec: string; width: number; height: number; decodable: boolean } | null;
  /** Null where nothing is to be heard. */
  audio: { codec: string; decodable: boolean } | null;
}

/** Kinds of files by the one demuxer that is let read them: nothing else is ever tried. */
export const CONTAINERS = ['mov', 'matroska', 'ogg', 'wav', 'mp3', 'flac'] as const;
export type Container = (typeof CONTAINERS)[number];

export interface MediaFile {
  /** Absolute path. */
  file: string;
  container: Container;
}

export interface ClipFit {
  source: MediaFile;
  /** What must stay in sight. */
  focus: Focus;
  /** Size of the film, px. */
  width: number;
  height: number;
  /** Absolute path for an MP4, whole or not there: H.264, the film's frames per second, without sound. */
  outFile: string;
}

export interface ClipMaker {
  /** Reads the headers alone. @throws StoryError `encoding_failed` where they are none. */
  readHead(source: MediaFile, signal: AbortSignal): Promise<MediaHead>;
  /**
   * Copies a clip's picture and sound, without what else the file says, and reads all of it by that.
   * @param ending of `outFile`, an absolute path, where the copy is whole or not there
   * @returns its length, ms, and whether the source ended before it should
   * @throws StoryError `encoding_failed` where it cannot be read
   */
  keepClip(
    request: { source: MediaFile; ending: ClipEnding; outFile: string; maxBytes: number },
    signal: AbortSignal,
  ): Promise<{ durationMs: number; isCutOff: boolean }>;
  /** Makes a clip of the film's size. @throws StoryError `encoding_failed` */
  fitClip(request: ClipFit, signal: AbortSignal): Promise<void>;
  /** Takes the first frame of a clip as a JPEG. @throws StoryError `encoding_failed` */
  takeStill(source: MediaFile, outFile: string, signal: AbortSignal): Promise<void>;
  /**
   * Decodes sound to a 16-bit WAV of 48 kHz.
   * @param exactMs its length: what is longer is cut, what is shorter ends in silence
   * @param outFile absolute path; whole or not there
   * @throws StoryError `encoding_failed` where there is none, or where it is damaged
   */
  decodeSound(
    request: { source: MediaFile; channels: 1 | 2; exactMs?: number; outFile: string },
    signal: AbortSignal,
  ): Promise<void>;
}
