/** The port behind which sound files of any kind are read: what comes out is plain WAV. */
import type { SoundKind } from '#jobs/story/order/sound-kind.ts';

/** Music that lies in a file. */
export interface MusicFile {
  /** Absolute path of the music. */
  file: string;
  /** No other kind is tried. */
  kind: SoundKind;
  /** Absolute path for a WAV in the making, which is gone afterwards. */
  scratch: string;
  /** No more than this is decoded, from the beginning. */
  lengthMs: number;
}

export interface Decoder {
  /**
   * Decodes sound of any known kind to a 16-bit WAV, mono, at its own sample rate.
   * @throws StoryError when the bytes are no such sound; the signal's reason once it is aborted.
   */
  decodeAudio(bytes: Uint8Array, signal: AbortSignal): Promise<Uint8Array>;
  /**
   * Decodes music to a 16-bit WAV, 48 kHz, stereo.
   * @throws StoryError `encoding_failed` when the file cannot be decoded; the signal's reason once it is aborted.
   */
  decodeMusic(music: MusicFile, signal: AbortSignal): Promise<Uint8Array>;
}
