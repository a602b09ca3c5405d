/** Faults as a site answers them: problem details below `/api/v1`, and `{"error": …}` everywhere else. */
import { z } from 'zod';
import { problemSchema } from '#app/api/schemas/problem-schema.ts';

const wordsSchema = z.object({ code: z.string(), message: z.string(), hint: z.string() });

const errorSchema = z.object({
  error: wordsSchema.extend({ field: z.string().optional() }),
  /** All that is wrong with a batch, by file and line. */
  issues: z
    .array(wordsSchema.extend({ place: z.object({ file: z.string(), line: z.number() }).nullable() }))
    .optional(),
});

/** One of the things that are wrong with what was sent. */
export interface AnsweredProblem {
  /** Its field, or file and line; null for the whole. */
  where: string | null;
  message: string;
  hint: string | null;
  code: string | null;
}

interface Answered {
  code: string;
  /** What happened and why. */
  told: string;
  hint: string;
  problems: readonly AnsweredProblem[];
  /** Whether the same request may succeed when it is sent again; null where the answer does not say. */
  retryable: boolean | null;
}

/** A fault that the site answered with. */
export class AnsweredFault extends Error implements Answered {
  override readonly name = 'AnsweredFault';
  readonly status: number;
  readonly code: string;
  readonly told: string;
  readonly hint: string;
  readonly problems: readonly AnsweredProblem[];
  readonly retryable: boolean | null;

  constructor(status: number, { code, told, hint, problems, retryable }: Answered) {
    const lines = problems.map(problemLine);
    super(lines.length > 0 ? lines.join('\n') : `${told} ${hint}`);
    this.status = status;
    this.code = code;
    this.told = told;
    this.hint = hint;
    this.problems = problems;
    this.retryable = retryable;
  }
}

/** The fault that an answer tells of; null where it is none of ours. */
export function readFault(status: number, body: unknown): AnsweredFault | null {
  const problem = problemSchema.safeParse(body);
  if (problem.success) {
    const { code, detail, hint, errors = [], retryable } = problem.data;
    const problems = errors.map((error) => ({
      where: error.field,
      message: error.detail,
      hint: error.hint ?? null,
      code: error.code ?? null,
    }));
    return new AnsweredFault(status, { code, told: detail, hint, problems, retryable });
  }
  const read = errorSchema.safeParse(body);
  if (!read.success) return null;
  const { error, issues = [] } = read.data;
  const problems = issues.map(({ place, message, hint, code }) => ({
    where: place && `${place.file}${place.file && ', '}line ${place.line}`,
    ...{ message, hint, code },
  }));
  const { code, message: told, hint, field } = error;
  const own = problems.length > 0 || field === undefined ? [] : [{ where: field, message: told, hint, code }];
  return new AnsweredFault(status, { code, told, hint, problems: [...problems, ...own], retryable: null });
}

/** One line for a thing that is wrong. */
export function problemLine({ where, message, hint }: AnsweredProblem): string {
  return `${where === null ? '' : `${where}: `}${message}${hint === null ? '' : ` ${hint}`}`;
}
