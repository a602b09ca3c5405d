/** From the bytes that a speech server sends to narration as the film takes it. */

import { diskFault } from '#jobs/ports/disk-fault.ts';
import { type Narration, narrationOf } from '#jobs/sound/audio/levelled-narration.ts';
import { decodeWav, type PcmAudio, WavFormatError } from '#jobs/sound/audio/wav.ts';

/** Raw PCM of the protocol: 24 kHz, mono, 16 bit, little-endian. */
const PCM_SAMPLE_RATE = 24_000;

/** Turns sound of any encoding into a 16-bit PCM WAV; throws when it cannot. */
export type AudioDecoder = (bytes: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;

/** What kind of sound the bytes are by their first ones (file signatures), whatever the server calls them. */
function soundFormat(bytes: Uint8Array): 'wav' | 'mp3' | 'ogg' | 'flac' | 'aac' | 'json' | 'unknown' {
  const begins = (text: string, at = 0) =>
    [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));
  if (begins('RIFF') && begins('WAVE', 8)) return 'wav';
  if (begins('OggS')) return 'ogg';
  if (begins('fLaC')) return 'flac';
  if (begins('ID3')) return 'mp3';
  // MPEG audio frames begin with eleven ones; ADTS (AAC) has layer 0 where MP3 has layer 3.
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0) {
    return ((bytes[1] ?? 0) & 0x06) === 0 ? 'aac' : 'mp3';
  }
  return begins('{') ? 'json' : 'unknown';
}

/**
 * Narration as the film takes it: WAV, 48 kHz, mono, 16 bit, about as loud as the built-in voices. `why` is a
 * clause.
 * @param isRaw whether raw PCM was asked for, which has no signature.
 * @param decodeAudio for everything but 16-bit PCM; without it only that can be read.
 */
export async function readNarration(
  bytes: Uint8Array,
  isRaw: boolean,
  decodeAudio: AudioDecoder | null,
  signal: AbortSignal,
): Promise<Narration> {
  if (bytes.length === 0) return { ok: false, why: 'the sound is empty' };
  const format = soundFormat(bytes);
  if (format === 'json') return { ok: false, why: 'it holds text instead of sound' };
  const sound =
    isRaw && format !== 'wav' ? rawSound(bytes) : await decode(bytes, format, decodeAudio, signal);
  if (typeof sound === 'string') return { ok: false, why: sound };
  return narrationOf(sound);
}

function rawSound(bytes: Uint8Array): PcmAudio {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = Float32Array.from(
    { length: Math.floor(bytes.length / 2) },
    (_, index) => view.getInt16(index * 2, true) / 32_768,
  );
  return { sampleRate: PCM_SAMPLE_RATE, channels: [samples] };
}

async function decode(
  bytes: Uint8Array,
  format: ReturnType<typeof soundFormat>,
  decodeAudio: AudioDecoder | null,
  signal: AbortSignal,
): Promise<PcmAudio | string> {
  if (format === 'wav') {
    try {
      return decodeWav(bytes);
    } catch (error) {
      if (!(error instanceof WavFormatError)) throw error;
    }
  }
  if (!decodeAudio) return `sound of the kind “${format}” cannot be decoded here`;
  try {
    return decodeWav(await decodeAudio(bytes, signal));
  } catch (error) {
    signal.throwIfAborted();
    const disk = diskFault(error);
    if (disk) throw disk;
    return 'the sound is damaged';
  }
}
