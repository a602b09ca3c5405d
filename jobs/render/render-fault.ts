import { diskFault, diskFaultOfWords } from '#jobs/ports/disk-fault.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

interface Kind {
  pattern: RegExp;
  code: string;
  message: string;
  hint: string;
  retryable: boolean;
}

const KINDS: readonly Kind[] = [
  {
    pattern: /Error loading image|Could not load image|The source image cannot be decoded/iu,
    code: 'picture_unreadable',
    message: 'A scene’s picture could not be loaded while the film was drawn.',
    hint: 'Retry; if it fails again, have that picture made anew.',
    retryable: true,
  },
  {
    pattern: /Could not load font/u,
    code: 'font_missing',
    message: 'A font that the story’s script needs is not installed.',
    hint: 'Run “npm install” again, then retry: what is already made is kept.',
    retryable: false,
  },
  {
    pattern: /ran out of memory or disk space/iu,
    code: 'memory_or_disk_full',
    message: 'The machine ran out of memory or disk space while the film was drawn.',
    hint: 'Close what else needs memory, or free some space, then retry: what is already made is kept.',
    retryable: true,
  },
  {
    pattern: /Target closed|Session closed|Protocol error|Failed to launch the browser|Navigat|page crash/iu,
    code: 'browser_crashed',
    message: 'The browser that draws the film stopped several times.',
    hint: 'Retry. If it happens again, give the machine more memory, or set BROWSER_EXECUTABLE to another Chrome.',
    retryable: true,
  },
  {
    pattern: /delayRender|Timeout .*exceeded|timed out/iu,
    code: 'render_timeout',
    message: 'A frame of the film took too long to draw.',
    hint: 'Retry when the machine is less busy.',
    retryable: true,
  },
  {
    pattern: /was killed with SIG|EPIPE/u,
    code: 'encoder_died',
    message: 'The program that encodes the film was ended in the middle of it.',
    hint: 'Retry. If it happens again, give the machine more memory: what is already made is kept.',
    retryable: true,
  },
  {
    pattern: /ffmpeg/iu,
    code: 'encoding_failed',
    message: 'The drawn frames could not be encoded.',
    hint: 'Try again. If it happens every time, the worker’s log has the details.',
    retryable: true,
  },
];

/** Turns what Remotion threw into a fault that a person can act on; the original stays as its cause. */
export function renderFault(thrown: unknown): StoryError {
  if (thrown instanceof StoryError) return thrown;
  const text = thrown instanceof Error ? `${thrown.message}\n${thrown.stack ?? ''}` : String(thrown);
  const disk = diskFault(thrown) ?? diskFaultOfWords(text, thrown);
  if (disk) return disk;
  const kind = KINDS.find(({ pattern }) => pattern.test(text));
  const firstLine = (text.split('\n')[0] ?? '').slice(0, 300);
  return new StoryError(
    {
      code: kind?.code ?? 'render_failed',
      message: kind?.message ?? `A scene could not be drawn: ${firstLine}`,
      hint: kind?.hint ?? 'Try again. If it happens every time, the worker’s log has the details.',
      retryable: kind?.retryable ?? true,
    },
    { cause: thrown },
  );
}
