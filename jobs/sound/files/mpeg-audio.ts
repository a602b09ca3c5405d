/** The length of an MPEG audio stream, layer III, by counting its frames (ISO/IEC 11172-3, section 2.4.1). */

/** kbit/s by the header's index; 0 where there is no such index. */
const BITRATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
const BITRATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
const SAMPLE_RATES_1 = [44_100, 48_000, 32_000, 0];

/** Fewer frames in a row than these may be chance. */
const FEWEST_FRAMES = 3;
/** Frames may begin this far behind the tag: some writers leave room. */
const MOST_PADDING = 8192;

/** Length in ms, or null where no stream of frames follows the tag. */
export function mpegDurationMs(bytes: Uint8Array): number | null {
  const first = firstFrame(bytes, afterTag(bytes));
  if (first === null) return null;
  let durationMs = 0;
  let frames = 0;
  for (let at = first; ; frames++) {
    const frame = frameAt(bytes, at);
    if (!frame) break;
    durationMs += (frame.samples / frame.sampleRate) * 1000;
    at += frame.length;
  }
  return frames >= FEWEST_FRAMES ? durationMs : null;
}

/** Behind an ID3v2 tag, whose size has seven bits in each byte. */
function afterTag(bytes: Uint8Array): number {
  if (bytes[0] !== 0x49 || bytes[1] !== 0x44 || bytes[2] !== 0x33) return 0;
  const sizes = [...bytes.subarray(6, 10)];
  return 10 + sizes.reduce((size, byte) => size * 128 + (byte & 0x7f), 0);
}

function firstFrame(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at <= from + MOST_PADDING && at + 4 <= bytes.length; at++) {
    const frame = frameAt(bytes, at);
    if (frame && frameAt(bytes, at + frame.length)) return at;
  }
  return null;
}

function frameAt(bytes: Uint8Array, at: number) {
  const [sync = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (sync !== 0xff || (second & 0xe0) !== 0xe0 || (second & 0x06) !== 0x02) return null;
  const version = (second >> 3) & 3;
  if (version === 1) return null;
  const isFirst = version === 3;
  const bitrate = (isFirst ? BITRATES_1 : BITRATES_2)[third >> 4] ?? 0;
  const divisor = isFirst ? 1 : version === 2 ? 2 : 4;
  const sampleRate = (SAMPLE_RATES_1[(third >> 2) & 3] ?? 0) / divisor;
  if (bitrate === 0 || sampleRate === 0) return null;
  const samples = isFirst ? 1152 : 576;
  const padding = (third >> 1) & 1;
  return { samples, sampleRate, length: Math.floor((samples * bitrate * 125) / sampleRate) + padding };
}
