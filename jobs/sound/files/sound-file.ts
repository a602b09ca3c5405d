/**
 * What a sound file is and how long it lasts, read from its own bytes: neither its name nor what a browser
 * says of it is believed. Nothing is decoded.
 */
import type { SoundKind } from '#jobs/story/order/sound-kind.ts';
import { mpegDurationMs } from './mpeg-audio';

export interface SoundFile {
  kind: SoundKind;
  durationMs: number;
}

const READERS: Record<SoundKind, (bytes: Uint8Array, view: DataView) => number | null> = {
  wav: waveDurationMs,
  flac: flacDurationMs,
  ogg: oggDurationMs,
  m4a: mp4DurationMs,
  mp3: mpegDurationMs,
};

/** Reads the headers of a sound file; null for anything that is none, or is cut off before they end. */
export function readSoundFile(bytes: Uint8Array): SoundFile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(bytes);
  const durationMs = kind && READERS[kind](bytes, view);
  return kind && durationMs && durationMs > 0 ? { kind, durationMs } : null;
}

function kindOf(bytes: Uint8Array): SoundKind | null {
  const at = (offset: number, text: string) => hasText(bytes, offset, text);
  if (at(0, 'RIFF') && at(8, 'WAVE')) return 'wav';
  if (at(0, 'fLaC')) return 'flac';
  if (at(0, 'OggS')) return 'ogg';
  if (at(4, 'ftyp')) return 'm4a';
  const isFrame = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2;
  return at(0, 'ID3') || isFrame ? 'mp3' : null;
}

/** RIFF/WAVE: the size of the data by the bytes of a second. */
function waveDurationMs(bytes: Uint8Array, view: DataView): number | null {
  let bytesPerSecond = 0;
  for (let chunk = 12; chunk + 8 <= bytes.length; ) {
    const size = view.getUint32(chunk + 4, true);
    if (hasText(bytes, chunk, 'fmt ') && chunk + 20 <= bytes.length) {
      bytesPerSecond = view.getUint32(chunk + 16, true);
    }
    if (hasText(bytes, chunk, 'data')) {
      const held = Math.min(size, bytes.length - chunk - 8);
      return bytesPerSecond > 0 ? (held / bytesPerSecond) * 1000 : null;
    }
    chunk += 8 + size + (size % 2);
  }
  return null;
}

/** FLAC: rate (20 bits) and number of samples (36 bits) of the stream information, RFC 9639, section 8.2. */
function flacDurationMs(bytes: Uint8Array, view: DataView): number | null {
  if (bytes.length < 42) return null;
  const sampleRate = view.getUint32(18) >>> 12;
  const samples = (view.getUint8(21) & 0x0f) * 2 ** 32 + view.getUint32(22);
  return sampleRate > 0 ? (samples / sampleRate) * 1000 : null;
}

/** Ogg with Vorbis or Opus (RFC 3533, RFC 7845): the position of the last page by the rate of the codec. */
function oggDurationMs(bytes: Uint8Array, view: DataView): number | null {
  const body = 27 + (bytes[26] ?? 0);
  let sampleRate = 0;
  if (hasText(bytes, body, 'OpusHead')) sampleRate = 48_000;
  if (hasText(bytes, body + 1, 'vorbis') && body + 16 <= bytes.length) {
    sampleRate = view.getUint32(body + 12, true);
  }
  if (sampleRate === 0) return null;
  for (let page = bytes.length - 27; page >= 0; page--) {
    if (!hasText(bytes, page, 'OggS')) continue;
    return (Number(view.getBigInt64(page + 6, true)) / sampleRate) * 1000;
  }
  return null;
}

/** MPEG-4: length and clock of the movie header (ISO/IEC 14496-12, section 8.2.2). */
function mp4DurationMs(bytes: Uint8Array, view: DataView): number | null {
  const movie = findBox(bytes, view, 'moov', 0, bytes.length);
  const header = movie && findBox(bytes, view, 'mvhd', movie.start, movie.end);
  if (!header || header.start + 32 > bytes.length) return null;
  const isLong = view.getUint8(header.start) === 1;
  const clock = view.getUint32(header.start + (isLong ? 20 : 12));
  const length = isLong ? Number(view.getBigUint64(header.start + 24)) : view.getUint32(header.start + 16);
  return clock > 0 ? (length / clock) * 1000 : null;
}

/** Where the contents of the first box of a type lie; null where there is none. */
function findBox(bytes: Uint8Array, view: DataView, type: string, from: number, to: number) {
  for (let box = from; box + 8 <= to; ) {
    const short = view.getUint32(box);
    const isLong = short === 1 && box + 16 <= to;
    const size = isLong ? Number(view.getBigUint64(box + 8)) : short === 0 ? to - box : short;
    if (size < 8) return null;
    if (hasText(bytes, box + 4, type)) {
      return { start: box + (isLong ? 16 : 8), end: Math.min(to, box + size) };
    }
    box += size;
  }
  return null;
}

function hasText(bytes: Uint8Array, offset: number, text: string): boolean {
  return [...text].every((letter, index) => bytes[offset + index] === letter.charCodeAt(0));
}
