/** How often one person, or one address, may ask for what costs something: far above what pages do, far below what a flood does. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { type AugmentedRequest, ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { operationAt } from '#app/api/find-operation.ts';
import { ApiFault } from '#app/http/api-fault.ts';
import { closeUnlessDrained, MAX_BODY_BYTES } from './body-limit';
import { visitorIn } from './door/door-guard';
import { sendFault } from './fault-answer';

interface RateLimit {
  /** In each window. */
  requests: number;
  windowMs: number;
  /** What there was too much of, as in “Too many … came from you”. */
  what: string;
}

const MINUTE_MS = 60_000;

/** Room for a class of thirty behind one address, each of whom is quick. */
const LIMITS = {
  /** Wrong passwords are guessed here: the strictest. */
  login: { requests: 60, windowMs: 5 * MINUTE_MS, what: 'attempts to come in' },
  create: { requests: 90, windowMs: MINUTE_MS, what: 'new videos' },
  upload: { requests: 180, windowMs: MINUTE_MS, what: 'files' },
  /** Pages that are opened ask for it by themselves. */
  process: { requests: 300, windowMs: MINUTE_MS, what: 'requests for work' },
  /** Every edit of a storyboard is one. */
  change: { requests: 1200, windowMs: MINUTE_MS, what: 'changes' },
  /** A page loads dozens of small pictures and parts of films at once. */
  media: { requests: 12_000, windowMs: MINUTE_MS, what: 'requests for files' },
} as const satisfies Record<string, RateLimit>;
export type LimitName = keyof typeof LIMITS;

const LIMIT_OF_PATH: Readonly<Record<string, LimitName>> = {
  '/create': 'create',
  '/api/generate-script': 'create',
  '/batches': 'create',
  '/api/batch': 'create',
  '/import': 'upload',
  '/api/project': 'upload',
  '/api/upload': 'upload',
  '/api/process-video': 'process',
  '/api/update-film': 'process',
  '/api/audition': 'process',
};

/** Where people come in, also by a link with a token. */
const WAYS_IN = /^\/(?:login|join|reset|setup)(?:\/|$)/;

/** Which limit a request counts for; null for pages and what is read of them. Whatever is sent counts for one. */
export function limitNameOf(method: string, path: string): LimitName | null {
  const plain = plainPath(path);
  if (method === 'GET' || method === 'HEAD') {
    return plain.startsWith('/media/') || plain.startsWith('/s/') ? 'media' : null;
  }
  if (WAYS_IN.test(plain)) return 'login';
  if (Object.hasOwn(LIMIT_OF_PATH, plain)) return LIMIT_OF_PATH[plain] ?? 'change';
  const asked = operationAt(method, plain);
  if (asked) return asked.counts;
  return plain.startsWith('/video/') ? 'process' : 'change';
}

/** A path as the pages' routes understand it: however it is written, it counts for the same limit. */
function plainPath(path: string): string {
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // No route has such a path.
  }
  return decoded
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/(?!^)\/$/, '');
}

/** Whether an address is this machine's own. */
export function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address ?? '');
}

/**
 * Who asks: the person where that is known, from wherever; else the address at the other end, never what a header says
 * of it. Of IPv6 the network, since whoever has one address has all of it.
 */
function keyOf({ socket }: Request, response: Response): string {
  const visitor = visitorIn(response);
  if (visitor) return visitor.id;
  return socket.remoteAddress ? ipKeyGenerator(socket.remoteAddress, 64) : 'gone';
}

/** Attempts to come in that this machine itself may make, as a multiple of what others may. */
const OWN_ATTEMPTS = 10;

/** What comes too often. */
class TooMany extends ApiFault {
  /** Until it may come again, s. */
  readonly seconds: number;

  constructor(what: string, seconds: number) {
    const wait = seconds === 1 ? 'in a second' : `in ${seconds} seconds`;
    super(429, {
      code: 'too_many_requests',
      message: `Too many ${what} came from you within a short time.`,
      hint: `Nothing is lost: what you typed is still there, so go back if it is out of sight. Try again ${wait}.`,
    });
    this.seconds = seconds;
  }
}

export interface RateLimits {
  /** Stands before the door. */
  before: RequestHandler;
  /** Stands behind the door, where people are known. */
  behind: RequestHandler;
  /**
   * Counts what is asked for within a request as if it had come by itself.
   * @returns why it is not done; null where it may be
   */
  within(
    asked: { method: string; path: string },
    request: Request,
    response: Response,
  ): Promise<ApiFault | null>;
}

/**
 * Refuse with 429 what comes too often, and say when to come again. This machine itself is not held back where nobody
 * has an account, since its programs make films by the hundred, save in guessing passwords: behind a proxy on this
 * machine everybody who is not known seems to be it.
 */
export function rateLimits(): RateLimits {
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([name, limit]) => [name, limiterOf(name as LimitName, limit)]),
  ) as Record<LimitName, RequestHandler>;
  const standing =
    (isBefore: boolean): RequestHandler =>
    (request, response, next) => {
      const name = limitNameOf(request.method, request.path);
      if (name === null || (name === 'login') !== isBefore) next();
      else limiters[name](request, response, refusing(request, response, next));
    };
  return {
    before: standing(true),
    behind: standing(false),
    within: ({ method, path }, request, response) => {
      const name = limitNameOf(method, path);
      if (name === null) return Promise.resolve(null);
      return new Promise((resolve, reject) => {
        limiters[name](request, response, (thrown: unknown) => {
          if (thrown === undefined || thrown instanceof TooMany) resolve(thrown ?? null);
          else reject(thrown);
        });
      });
    },
  };
}

/** Goes on, or answers with why not. */
function refusing(request: Request, response: Response, next: NextFunction): NextFunction {
  return (thrown?: unknown) => {
    if (!(thrown instanceof TooMany)) {
      next(thrown);
      return;
    }
    response.set('Retry-After', String(thrown.seconds));
    // The form shows what was typed again, unless there is a file with it.
    if (isForm(request)) {
      response.locals.refusal = thrown;
      next();
      return;
    }
    closeUnlessDrained(request, response);
    sendFault(request, response, thrown.status, thrown.fault);
  };
}

function limiterOf(name: LimitName, { requests, windowMs, what }: RateLimit): RequestHandler {
  const isOwn = ({ socket }: Request, response: Response) =>
    visitorIn(response) === null && isLoopback(socket.remoteAddress);
  return rateLimit({
    windowMs,
    limit: (request, response) => (isOwn(request, response) ? requests * OWN_ATTEMPTS : requests),
    skip: (request, response) => name !== 'login' && isOwn(request, response),
    keyGenerator: keyOf,
    // Only a refusal says anything of it.
    legacyHeaders: false,
    standardHeaders: false,
    handler: (request, _response, next) => {
      const resetTime =
        (request as AugmentedRequest).rateLimit?.resetTime?.getTime() ?? Date.now() + windowMs;
      next(new TooMany(what, Math.max(1, Math.ceil((resetTime - Date.now()) / 1000))));
    },
  });
}

function isForm({ path, headers }: Request): boolean {
  return plainPath(path) === '/create' && Number(headers['content-length'] ?? 0) <= MAX_BODY_BYTES;
}

/** Why the form's film is not made, where it comes too often; the form itself tells it. */
export function refusalOf(response: Response): ApiFault | null {
  return response.locals.refusal instanceof ApiFault ? response.locals.refusal : null;
}
