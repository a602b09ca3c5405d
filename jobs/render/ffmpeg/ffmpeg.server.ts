/** The ffmpeg and ffprobe that come with Remotion's compositor package for this platform. */
import { dirname } from 'node:path';
import { RenderInternals } from '@remotion/renderer';
import { bareEnvironment } from '#jobs/env.server.ts';
import { diskFaultOfWords } from '#jobs/ports/disk-fault.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

/**
 * Runs one of the bundled programs to its end and returns what it wrote to standard output.
 *
 * Paths among the arguments must be absolute: the program runs in its own folder, beside its libraries.
 *
 * @throws the signal's reason once it is aborted, the program having been stopped
 * @throws StoryError `encoding_failed` with the program's own last words, `encoder_died` where it was ended, `disk_full` or
 *   `disk_read_only`
 */
export async function runFfmpeg(
  program: 'ffmpeg' | 'ffprobe',
  args: readonly string[],
  signal?: AbortSignal,
): Promise<string> {
  signal?.throwIfAborted();
  const task = startFfmpeg(program, args, { stdin: 'ignore', stripFinalNewline: true });
  const stop = () => task.kill('SIGKILL');
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return (await task).stdout;
  } catch (thrown) {
    signal?.throwIfAborted();
    throw ffmpegFault(program, thrown);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/**
 * Starts one of the bundled programs, for those who write to it or read from it while it runs. See `runFfmpeg`.
 * @param options of execa
 */
export function startFfmpeg(program: 'ffmpeg' | 'ffprobe', args: readonly string[], options: FfmpegOptions) {
  return RenderInternals.callFf({
    bin: program,
    args: [...QUIET, ...args],
    indent: false,
    logLevel: 'error',
    binariesDirectory: null,
    cancelSignal: undefined,
    options: { extendEnv: false, env: programEnvironment(), ...options },
  });
}

/** No program here needs a key. macOS looks for libraries where it is told. */
function programEnvironment(): NodeJS.ProcessEnv {
  const isMac = process.platform === 'darwin';
  return { ...bareEnvironment(), ...(isMac && { DYLD_LIBRARY_PATH: dirname(programPath('ffmpeg')) }) };
}

/** Where one of the bundled programs is; its libraries are beside it. */
export function programPath(program: 'ffmpeg' | 'ffprobe'): string {
  return RenderInternals.getExecutablePath({
    ...{ type: program, indent: false, logLevel: 'error', binariesDirectory: null },
  });
}

/** Of both programs. */
export const QUIET = ['-hide_banner', '-loglevel', 'error'];

export type FfmpegOptions = NonNullable<Parameters<typeof RenderInternals.callFf>[0]['options']>;

/** What a program's end means that was not a good one. */
export function ffmpegFault(program: string, thrown: unknown): StoryError {
  const stderr = thrown instanceof Error && 'stderr' in thrown ? String(thrown.stderr) : String(thrown);
  const lastWords = stderr.trim().split('\n').at(-1)?.slice(0, 300) || 'it ended without a word';
  const disk = diskFaultOfWords(stderr, thrown);
  if (disk) return disk;
  const killedBy = thrown instanceof Error && 'signal' in thrown ? thrown.signal : null;
  if (killedBy || /Cannot allocate memory/u.test(stderr)) {
    const why = killedBy ? `was ended by ${String(killedBy)}` : 'had no memory left';
    return new StoryError(
      {
        code: 'encoder_died',
        message: `The film could not be encoded: ${program} ${why}.`,
        hint: 'Retry. If it happens again, give the machine more memory: what is already made is kept.',
        retryable: true,
      },
      { cause: thrown },
    );
  }
  return new StoryError(
    {
      code: 'encoding_failed',
      message: `The film could not be encoded: ${program} says “${lastWords}”.`,
      hint: 'Try again. If it happens every time, the worker’s log has the details.',
      retryable: true,
    },
    { cause: thrown },
  );
}
