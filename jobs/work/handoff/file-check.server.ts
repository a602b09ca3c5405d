/** Whether files are what their names say, told by their first bytes. */
import { open, readFile } from 'node:fs/promises';
import { readSoundFile } from '#jobs/sound/files/sound-file.ts';

/** How much of a sound is looked at, in bytes: more than any voice, recording or music has. */
const SOUND_BYTES = 32 * 1024 * 1024;
/** Where players look for what a film is. */
const HEAD_BYTES = 4096;
/** Bytes of a packet of an MPEG transport stream, and what each begins with (ISO/IEC 13818-1). */
const PACKET_BYTES = 188;
const PACKET_START = 0x47;
/** What a Matroska or WebM file begins with (RFC 8794). */
const WEBM_START = [0x1a, 0x45, 0xdf, 0xa3];

/**
 * Tells whether a file is what its name's ending says; a file of any other ending is nothing that a film has. Of
 * pictures see `wholePictures`.
 * @param bytes its length
 */
export async function isWhatItSays(file: string, ending: string, bytes: number): Promise<boolean> {
  if (bytes === 0) return false;
  switch (ending) {
    case 'wav':
    case 'mp3':
    case 'flac':
    case 'ogg':
    case 'm4a':
      return readSoundFile(await headOf(file, Math.min(bytes, SOUND_BYTES)))?.kind === ending;
    case 'ts': {
      const head = await headOf(file);
      return [0, 1, 2].every((packet) => packetStarts(head, bytes, packet));
    }
    case 'mp4':
    case 'mov':
      return isMovie(await headOf(file));
    case 'webm': {
      const head = await headOf(file);
      return WEBM_START.every((byte, at) => head[at] === byte);
    }
    case 'srt':
    case 'vtt':
      return isText(file, bytes, ending === 'vtt' ? 'WEBVTT' : '');
    default:
      return false;
  }
}

/** Box `ftyp` at the beginning (ISO/IEC 14496-12, section 4.3). */
function isMovie(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(4, 8)).toString('latin1') === 'ftyp';
}

/** Largest caption file, in bytes. */
const MOST_CAPTION_BYTES = 4 * 1024 * 1024;

async function isText(file: string, bytes: number, beginning: string): Promise<boolean> {
  if (bytes > MOST_CAPTION_BYTES) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    return text.startsWith(beginning) && !text.includes('\0');
  } catch {
    return false;
  }
}

function packetStarts(head: Uint8Array, bytes: number, packet: number): boolean {
  const at = packet * PACKET_BYTES;
  return at >= bytes || head[at] === PACKET_START;
}

async function headOf(file: string, most = HEAD_BYTES): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
