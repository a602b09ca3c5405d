/**
 * The bundled ffmpeg and ffprobe over files of strangers. What they read is their standard input, and they know no
 * other protocol: whatever such a file names, another file or an address, cannot be opened.
 */
import { closeSync, openSync } from 'node:fs';
import { chown, open } from 'node:fs/promises';
import path from 'node:path';
import { RenderInternals } from '@remotion/renderer';
import { type CageLimits, caged } from '#jobs/cage/cage.server.ts';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';
import { type FfmpegOptions, ffmpegFault, programPath, QUIET } from './ffmpeg.server';

export interface CagedRun {
  program: 'ffmpeg' | 'ffprobe';
  /** Path of what is read. */
  source: string;
  /** Arguments, among them what `strangersInput` gives. */
  args: readonly string[];
  /** Absolute path of what it writes, its last argument; absent where it writes none. */
  outFile?: string;
  /** Longest time that it has, ms. */
  timeMs: number;
  /** Called with what it writes to standard output while it runs; absent for nobody. */
  onOutput?: (words: string) => void;
  /** Told the program's process once it runs, and null once it has ended. */
  onProcess?: OnProcess;
}

/** Hears which process has to be ended where whoever started it can no more. */
export type OnProcess = (pid: number | null) => void;

/** What its demuxer is called by; several, parted by commas, where it is to find out by itself. */
type Demuxers = { only: string } | { oneOf: string };

/** Decoders of what is found in people's files. */
const DECODERS = [
  ...['h264', 'hevc', 'vp8', 'libvpx', 'vp9', 'libvpx-vp9', 'av1', 'libdav1d', 'mpeg4', 'mjpeg', 'prores'],
  ...['theora', 'aac', 'mp3', 'opus', 'vorbis', 'flac', 'ac3', 'pcm_u8'],
  ...['s16', 's24', 's32', 's64', 'u16', 'u24', 'u32', 'f32', 'f64'].flatMap((sample) => [
    `pcm_${sample}le`,
    `pcm_${sample}be`,
  ]),
  ...['pcm_f16le', 'pcm_f24le'],
];

/** A clip of 4K in ten bits, fitted with two threads, needs less than 0.7 GB; other codecs and settings have room. */
const MEMORY_MB = 3072;
/** Larger than any file that a program is let write by its own arguments. */
const FILE_MB = 2048;
/** Threads that a program may keep busy all the time. */
const BUSY_THREADS = 4;

/** Whether a codec, by ffprobe's name for it, is decoded in files of strangers. */
export function isDecodable(codec: string): boolean {
  return DECODERS.includes(codec);
}

/** Arguments that open what a stranger sent as what it was found to be, and as nothing else. */
export function strangersInput(demuxers: Demuxers): string[] {
  return [
    ...['-protocol_whitelist', 'fd', '-codec_whitelist', DECODERS.join(',')],
    ...('only' in demuxers ? ['-f', demuxers.only] : ['-format_whitelist', demuxers.oneOf]),
    ...['-i', 'fd:'],
  ];
}

/**
 * Runs a program to its end and returns what it wrote to standard output.
 * @throws the signal's reason once it is aborted, a TimeoutError once its time is over, the program having been stopped
 * @throws StoryError as `runFfmpeg`
 */
export async function runCagedFfmpeg(run: CagedRun, signal: AbortSignal): Promise<string> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(run.timeMs)]);
  within.throwIfAborted();
  const { task } = await startCagedFfmpeg(run, { stripFinalNewline: true });
  if (run.onOutput) task.stdout?.on('data', (words: Buffer) => run.onOutput?.(words.toString()));
  const stop = () => task.kill('SIGKILL');
  within.addEventListener('abort', stop, { once: true });
  try {
    if (within.aborted) stop();
    return (await task).stdout;
  } catch (thrown) {
    within.throwIfAborted();
    throw ffmpegFault(run.program, thrown);
  } finally {
    within.removeEventListener('abort', stop);
    // Whoever it ran as, what it wrote is ours.
    if (run.outFile) await handTo(run.outFile, process.getuid?.(), process.getgid?.());
  }
}

/**
 * Starts a program, for those who read from it while it runs.
 * @param options of execa, without its input
 * @returns the program as `task`, since it is a promise of its own end
 */
export async function startCagedFfmpeg(
  { program, source, args, outFile, timeMs, onProcess }: CagedRun,
  options: Omit<FfmpegOptions, 'stdin'>,
): Promise<{ task: ReturnType<typeof RenderInternals.callFf> }> {
  const executable = programPath(program);
  RenderInternals.makeFileExecutableIfItIsNot(executable);
  const libraries = path.dirname(executable);
  const folder = outFile === undefined ? libraries : path.dirname(outFile);
  // Its folder may be one that others do not get to: it is named from within.
  const target = outFile === undefined ? [] : ['-y', path.basename(outFile)];
  // macOS takes this from what goes through a shell, so it comes after it.
  const [before, ...rest] =
    process.platform === 'darwin'
      ? ['/usr/bin/env', `DYLD_LIBRARY_PATH=${libraries}`, executable]
      : [executable];
  const {
    command,
    args: all,
    options: how,
  } = await caged({
    program: before ?? executable,
    args: [...rest, ...QUIET, ...(program === 'ffmpeg' ? ['-nostdin'] : []), ...args, ...target],
    limits: limitsOf(timeMs),
    needs: [libraries],
    folder,
  });
  if (outFile !== undefined) {
    await writingToDisk(async () => (await open(outFile, 'w')).close());
    await handTo(outFile, how.uid, how.gid);
  }
  const input = openSync(source, 'r');
  try {
    // Nothing is waited for from here until whoever asked has the program: Node throws away what a program wrote that
    // ends before anybody reads it.
    const task = RenderInternals.execa(command, all, {
      ...{ cwd: how.cwd, env: how.env, extendEnv: false, ...options, stdin: input },
      ...(how.uid !== undefined && how.gid !== undefined && { uid: how.uid, gid: how.gid }),
    });
    if (onProcess && task.pid !== undefined) {
      onProcess(task.pid);
      task.once('exit', () => onProcess(null));
    }
    return { task };
  } finally {
    // The program has its own by now.
    closeSync(input);
  }
}

function limitsOf(timeMs: number): CageLimits {
  const processorS = Math.ceil((timeMs / 1000) * BUSY_THREADS);
  return { memoryMb: MEMORY_MB, processorS, fileMb: FILE_MB };
}

/** Gives a file to somebody; only root is let do so, and nobody else needs it. */
async function handTo(file: string, uid: number | undefined, gid: number | undefined): Promise<void> {
  if (process.getuid?.() !== 0 || uid === undefined || gid === undefined) return;
  await chown(file, uid, gid);
}
