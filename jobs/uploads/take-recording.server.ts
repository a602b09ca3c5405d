import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ClipMaker, CONTAINERS, type Container } from '#jobs/ports/clip-maker.ts';
import { diskFault } from '#jobs/ports/disk-fault.ts';
import { decodeWav, durationMsOf } from '#jobs/sound/audio/wav.ts';
import { readSoundFile } from '#jobs/sound/files/sound-file.ts';
import { toFault } from '#jobs/story/film/fault.ts';
import { MAX_RECORDING_MS, MIN_RECORDING_MS } from '#jobs/story/film/own/own-limits.ts';
import { FILE_SORTS, type FileSort } from './file-sort';
import { tooDemanding } from './too-demanding';
import { refusal } from './upload-refusal';

const HINT = 'Record it here, or send WAV, MP3, M4A, FLAC, Ogg or WebM.';

/** Nothing in a silence rises above this (−50 dBFS): a room has noise of its own. */
const SILENT_PEAK = 0.0032;
/** Shorter than its header says by more than this, a sound was cut off, ms. */
const MISSING_MS = 500;

/**
 * A person's speech as it is kept: WAV, 48 kHz, mono, 16 bit.
 * @param scratch a fresh path without its ending
 * @throws StoryError `upload_…` that says what is wrong with it
 */
export async function readSpeech(
  clips: ClipMaker,
  { file, sort, scratch }: { file: string; sort: FileSort; scratch: string },
  signal: AbortSignal,
): Promise<{ wav: Uint8Array; durationMs: number }> {
  if (!isContainer(sort)) {
    throw refusal('not_a_recording', `The file is ${FILE_SORTS[sort]}, and no recording.`, HINT);
  }
  const source = { file: resolve(file), container: sort };
  const head = await clips.readHead(source, signal).catch((error: unknown) => {
    throw damaged(error, signal);
  });
  judgeLength(head.durationMs);
  if (!head.audio) throw refusal('recording_without_sound', 'There is no sound in the file.', HINT);
  if (!head.audio.decodable) {
    throw refusal(
      'recording_unknown_codec',
      `The sound is packed as “${head.audio.codec}”, which cannot be read here.`,
      'Save it as WAV or MP3, and send that.',
    );
  }
  const outFile = resolve(`${scratch}.wav`);
  try {
    await clips.decodeSound({ source, channels: 1, outFile }, signal);
    const wav = await readFile(outFile);
    // Of MP3 ffprobe guesses.
    const promised = Math.max(sort === 'mp3' ? 0 : head.durationMs, await promisedMs(file, sort));
    judgeSound(wav, promised);
    return { wav, durationMs: durationMsOf(decodeWav(wav)) };
  } catch (error) {
    throw damaged(error, signal);
  } finally {
    await rm(outFile, { force: true });
  }
}

const isContainer = (sort: FileSort): sort is Container => CONTAINERS.some((container) => container === sort);

/** What a plain sound file's own header says; ffprobe corrects it by the file's length. */
async function promisedMs(file: string, sort: Container): Promise<number> {
  if (sort === 'matroska') return 0;
  const bytes = await readFile(file);
  if (sort === 'wav') return promisedWaveMs(bytes);
  return readSoundFile(bytes)?.durationMs ?? 0;
}

/** The length that a WAV's header promises, whatever of it is there. A recorder that streams promises nothing. */
function promisedWaveMs(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const [format, data] = [text.indexOf('fmt '), text.indexOf('data')];
  if (format < 0 || data < 0 || data + 8 > bytes.length || format + 20 > bytes.length) return 0;
  const [bytesPerSecond, size] = [view.getUint32(format + 16, true), view.getUint32(data + 4, true)];
  if (bytesPerSecond === 0 || size >= 0x7fff_ffff) return 0;
  return (size / bytesPerSecond) * 1000;
}

function judgeSound(wav: Uint8Array, promised: number): void {
  const sound = decodeWav(wav);
  const durationMs = durationMsOf(sound);
  judgeLength(durationMs);
  if (promised - durationMs > MISSING_MS) throw new Error('A part of the sound is missing.');
  if (durationMs < MIN_RECORDING_MS) {
    throw refusal('recording_too_short', 'The recording lasts only a moment.', 'Record the scene’s words.');
  }
  const isSilent = sound.channels.every((channel) =>
    channel.every((sample) => Math.abs(sample) < SILENT_PEAK),
  );
  if (isSilent) {
    throw refusal(
      'recording_silent',
      'There is nothing to be heard in the recording.',
      'See whether the right microphone is chosen and not muted, and record again.',
    );
  }
}

function judgeLength(durationMs: number): void {
  if (durationMs <= MAX_RECORDING_MS) return;
  throw refusal(
    'recording_too_long',
    `The recording lasts ${Math.ceil(durationMs / 60_000)} minutes; at most ${MAX_RECORDING_MS / 60_000} are taken.`,
    'Record this scene’s words alone; other scenes have recordings of their own.',
  );
}

function damaged(error: unknown, signal: AbortSignal): unknown {
  signal.throwIfAborted();
  const { code } = toFault(error);
  if (code.startsWith('upload_')) return error;
  const disk = diskFault(error);
  if (disk) return disk;
  const demanding = tooDemanding('recording', error);
  if (demanding) return demanding;
  return refusal(
    'recording_damaged',
    'The recording is damaged, or a part of it is missing.',
    'Listen to it on your device to see whether it is whole, save it anew, and send that.',
    error,
  );
}
