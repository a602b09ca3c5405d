/**
 * Reading and writing RIFF/WAVE with 16-bit PCM, the one sound format that passes between the engines,
 * the mixer and the encoder. Layout as in the Multimedia Programming Interface and Data Specifications 1.0
 * (IBM, Microsoft 1991) with WAVE_FORMAT_EXTENSIBLE accepted on reading.
 */

/** Sound as one array of samples per channel, full scale at ±1; all channels have the same length. */
export interface PcmAudio {
  /** Samples per second (Hz). */
  sampleRate: number;
  channels: Float32Array[];
}

/** The bytes of a WAV, or whoever reads them when they are needed, so that a film's sounds are not all held at once. */
export type WavSource = Uint8Array | (() => Uint8Array);

export function wavOf(source: WavSource): Uint8Array {
  return typeof source === 'function' ? source() : source;
}

/** Thrown for bytes that are no readable WAV: truncated, of another kind, or in an encoding not supported. */
export class WavFormatError extends Error {
  override readonly name = 'WavFormatError';
}

const HEADER_BYTES = 44;
const PCM = 1;
const EXTENSIBLE = 0xfffe;
const FULL_SCALE = 32768;

/** Frames that are encoded at a time. */
const PIECE = 1 << 16;

/**
 * A 16-bit PCM WAV, piece by piece: its header, then its samples. Samples beyond full scale are clipped; nothing else
 * is changed. Throws `RangeError` when there is no channel or the channels differ in length.
 */
export function* wavPieces({ sampleRate, channels }: PcmAudio): Generator<Uint8Array<ArrayBuffer>> {
  const [first] = channels;
  if (!first || channels.some((channel) => channel.length !== first.length)) {
    throw new RangeError('A WAV needs at least one channel, and all of the same length.');
  }
  yield headerOf({ sampleRate, channelCount: channels.length }, first.length);
  for (let start = 0; start < first.length; start += PIECE) {
    const frames = Math.min(PIECE, first.length - start);
    const samples = new Int16Array(frames * channels.length);
    channels.forEach((channel, index) => {
      for (let frame = 0; frame < frames; frame++) {
        samples[frame * channels.length + index] = toInt16(channel[start + frame] as number);
      }
    });
    yield new Uint8Array(samples.buffer);
  }
}

function headerOf({ sampleRate, channelCount }: WaveFormat, frames: number): Uint8Array<ArrayBuffer> {
  const blockAlign = channelCount * 2;
  const dataBytes = frames * blockAlign;
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  writeFourCc(bytes, 0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  writeFourCc(bytes, 8, 'WAVE');
  writeFourCc(bytes, 12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, channelCount, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * blockAlign, true);
  view.setUint16(32, blockAlign, true);
  view.setUint16(34, 16, true);
  writeFourCc(bytes, 36, 'data');
  view.setUint32(40, dataBytes, true);
  return bytes;
}

/** The same as a whole. */
export function encodeWav(audio: PcmAudio): Uint8Array<ArrayBuffer> {
  const pieces = [...wavPieces(audio)];
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let position = 0;
  for (const piece of pieces) {
    bytes.set(piece, position);
    position += piece.length;
  }
  return bytes;
}

/**
 * Decodes a 16-bit PCM WAV. Unknown chunks are skipped in any order, odd-sized chunks are padded as RIFF
 * says, and a data chunk whose size is missing, a streaming placeholder or larger than the file is read as
 * far as the file goes. Throws `WavFormatError` for anything else.
 */
export function decodeWav(bytes: Uint8Array): PcmAudio {
  if (bytes.length < 12 || readFourCc(bytes, 0) !== 'RIFF' || readFourCc(bytes, 8) !== 'WAVE') {
    throw new WavFormatError('Not a RIFF/WAVE file.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: WaveFormat | null = null;
  let position = 12;
  while (position + 8 <= bytes.length) {
    const id = readFourCc(bytes, position);
    const size = view.getUint32(position + 4, true);
    const start = position + 8;
    if (id === 'fmt ') format = readFormat(view, start, size);
    if (id === 'data') {
      if (!format) throw new WavFormatError('The data chunk comes before the fmt chunk.');
      return readSamples(view, start, Math.min(size, bytes.length - start), format);
    }
    position = start + size + (size % 2);
  }
  throw new WavFormatError('The file has no data chunk.');
}

/** Length in ms of a decoded sound. */
export function durationMsOf(audio: PcmAudio): number {
  return ((audio.channels[0]?.length ?? 0) / audio.sampleRate) * 1000;
}

interface WaveFormat {
  channelCount: number;
  sampleRate: number;
}

function readFormat(view: DataView, start: number, size: number): WaveFormat {
  if (size < 16 || start + 16 > view.byteLength) throw new WavFormatError('The fmt chunk is too short.');
  let encoding = view.getUint16(start, true);
  if (encoding === EXTENSIBLE && size >= 26 && start + 26 <= view.byteLength) {
    encoding = view.getUint16(start + 24, true);
  }
  const channelCount = view.getUint16(start + 2, true);
  const sampleRate = view.getUint32(start + 4, true);
  const bitsPerSample = view.getUint16(start + 14, true);
  if (encoding !== PCM || bitsPerSample !== 16) {
    throw new WavFormatError(
      `Only 16-bit PCM is supported, not encoding ${encoding} at ${bitsPerSample} bits.`,
    );
  }
  if (channelCount === 0 || sampleRate === 0) throw new WavFormatError('The fmt chunk names no sound.');
  return { channelCount, sampleRate };
}

function readSamples(view: DataView, start: number, size: number, format: WaveFormat): PcmAudio {
  const { channelCount, sampleRate } = format;
  const frameCount = Math.floor(size / (2 * channelCount));
  const channels = Array.from({ length: channelCount }, () => new Float32Array(frameCount));
  channels.forEach((channel, index) => {
    for (let frame = 0; frame < frameCount; frame++) {
      channel[frame] = view.getInt16(start + (frame * channelCount + index) * 2, true) / FULL_SCALE;
    }
  });
  return { sampleRate, channels };
}

function toInt16(sample: number): number {
  return Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, Math.round(sample * FULL_SCALE)));
}

function readFourCc(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}

function writeFourCc(bytes: Uint8Array, offset: number, id: string): void {
  for (let index = 0; index < 4; index++) bytes[offset + index] = id.charCodeAt(index);
}
