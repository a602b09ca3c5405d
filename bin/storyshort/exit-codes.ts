/** With which code `storyshort` ends, and what each means: the help and docs/command-line.md say the same. Pure. */
export const EXIT_CODES = {
  done: { code: 0, means: 'done' },
  failed: { code: 1, means: 'the film failed or was cancelled, or something broke' },
  usage: {
    code: 2,
    means: 'the command line is not understood, or names a file that cannot be read or written',
  },
  forbidden: {
    code: 3,
    means: 'not allowed: without a token, or with one that does not let a program do that',
  },
  missing: { code: 4, means: 'there is nothing of that name' },
  away: { code: 5, means: 'nobody answers, or not now: the same call may succeed later' },
  refused: { code: 6, means: 'the site does not take what was sent, or not as things stand' },
  stopped: { code: 130, means: 'stopped while it waited; what was ordered is being made all the same' },
} as const satisfies Record<string, { code: number; means: string }>;

export type Exit = keyof typeof EXIT_CODES;

const AWAY: ReadonlySet<number> = new Set([408, 429, 502, 503, 504, 507]);

/** What the status of a fault comes to. */
export function exitOfStatus(status: number): Exit {
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404) return 'missing';
  if (AWAY.has(status)) return 'away';
  return status >= 500 ? 'failed' : 'refused';
}

/** The table as the help shows it. */
export function exitLines(): string {
  return Object.values(EXIT_CODES)
    .map(({ code, means }) => `  ${String(code).padStart(3)}  ${means}`)
    .join('\n');
}
