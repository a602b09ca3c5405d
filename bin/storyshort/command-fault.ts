/** Why a command did not do what was asked: for people as lines, for programs as JSON. Pure. */
import { AnsweredFault, type AnsweredProblem, problemLine } from '#bin/client/answered-fault.ts';
import { NobodyAnswers, PassedOn } from '#bin/client/site-connection.ts';
import { EnvError } from '#jobs/env.server.ts';
import { EXIT_CODES, type Exit, exitOfStatus } from './exit-codes';

interface Words {
  /** Stable, machine-readable, snake_case. */
  code: string;
  /** What happened and why. */
  message: string;
  /** What to do next. */
  hint: string;
}

interface Details {
  /** Status of the answer that told of it; null where there was none. */
  status?: number | null;
  problems?: readonly AnsweredProblem[];
  retryable?: boolean;
}

export class CommandFault extends Error {
  override readonly name = 'CommandFault';
  readonly exit: Exit;
  readonly words: Words;
  readonly details: Details;

  constructor(exit: Exit, words: Words, details: Details = {}) {
    super(words.message);
    this.exit = exit;
    this.words = words;
    this.details = details;
  }
}

/** What was typed cannot be meant so. */
export function usageFault(message: string, hint: string): CommandFault {
  return new CommandFault('usage', { code: 'usage', message, hint });
}

/** Which site was asked, as far as a hint speaks of it. */
export interface AskedSite {
  /** Its origin. */
  base: string;
  hasToken: boolean;
  /** Whether it is this machine's own, as its settings have it. */
  isOwn: boolean;
}

/** Anything thrown, as a fault. @param site null where nothing was asked yet */
export function asCommandFault(thrown: unknown, site: AskedSite | null): CommandFault {
  if (thrown instanceof CommandFault) return thrown;
  if (thrown instanceof AnsweredFault) return answeredFault(thrown, site);
  if (thrown instanceof PassedOn) {
    const hint = `Where that is the same StoryShort, name it: --url ${thrown.to}`;
    return new CommandFault('usage', { code: 'passed_on', message: thrown.message, hint });
  }
  if (thrown instanceof NobodyAnswers) {
    const words = { code: 'nobody_answers', message: withCauses(thrown), hint: wayToSite(site) };
    return new CommandFault('away', words, { retryable: true });
  }
  if (thrown instanceof EnvError)
    return usageFault(thrown.message, 'Set those variables right, or leave them away.');
  return new CommandFault('failed', {
    code: 'unexpected',
    message: withCauses(thrown),
    hint: 'Try again. If it happens every time, the message is worth an issue.',
  });
}

function answeredFault(
  { status, code, told, hint, problems, retryable }: AnsweredFault,
  site: AskedSite | null,
): CommandFault {
  const exit = exitOfStatus(status);
  const words = { code, message: told, hint: (site && tokenHint(code, site)) ?? hint };
  return new CommandFault(exit, words, { status, problems, retryable: retryable ?? exit === 'away' });
}

/** What to do about a token, for whoever sits at a command line; null where the fault is about none. */
function tokenHint(code: string, { base, hasToken }: AskedSite): string | null {
  const page = `${base}/account`;
  if (code === 'token_scope')
    return `Make another token with the scope “make” at ${page}, and give that one.`;
  if (code !== 'not_logged_in') return null;
  return hasToken
    ? `The token is not known there, or was withdrawn: make another one at ${page}.`
    : `Make a token at ${page}, and give it in STORYSHORT_TOKEN, or in a file by --token-file.`;
}

function wayToSite(site: AskedSite | null): string {
  return site === null || site.isOwn
    ? 'Start it with “npm start” where StoryShort lies, or name another one by --url or STORYSHORT_URL.'
    : 'See whether the address is right, and whether the machine is up and can be reached from here.';
}

function withCauses(thrown: unknown): string {
  const told: string[] = [];
  for (let part: unknown = thrown; part !== undefined; part = part instanceof Error ? part.cause : undefined)
    told.push(part instanceof Error ? part.message : String(part));
  // What Node says of every failed request says nothing.
  return told.filter((words) => words !== '' && words !== 'fetch failed').join(' Because: ');
}

/** A fault as lines: what happened, what is wrong one by one, what to do. */
export function faultText({ words, details }: CommandFault): string {
  const { problems = [] } = details;
  // Where all that is wrong is told one by one, the first of it is not told twice.
  if (problems.length > 0) return `${problems.map(problemLine).join('\n')}\n`;
  return `${words.message}\n${words.hint}\n`;
}

/** The same as one line of JSON. */
export function faultJson({ exit, words, details }: CommandFault): string {
  const { status = null, problems = [], retryable = false } = details;
  const error = { ...words, exitCode: EXIT_CODES[exit].code, status, retryable, problems };
  return `${JSON.stringify({ error })}\n`;
}
