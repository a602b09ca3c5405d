/** The door: who may go on from here, and who is sent to the pages by which people come in. */
import type { Request, RequestHandler, Response } from 'express';
import type { Door } from '#app/http/door.ts';
import { SharedReads } from '#app/http/shared-reads.ts';
import { type PublicFault, sendFault } from '#app/server/fault-answer.ts';
import { webHeaders } from '#app/server/web-headers.ts';
import { visitorOf } from '#jobs/accounts/login.server.ts';
import { isAnyoneHere } from '#jobs/accounts/people.server.ts';
import type { Visitor } from '#jobs/accounts/person-account.ts';
import { letsThrough } from '#jobs/accounts/token-scope.ts';
import { asksWithin, isEntry, isOfPrograms, isOpen } from './open-paths';

/** What a program is told whose token is for less. */
export const BEYOND_SCOPE: PublicFault = {
  code: 'token_scope',
  message: 'This token does not let a program do that.',
  hint: 'Make another one on the account page, with the scope that it needs.',
};

/** Who asks; null for nobody who is known, and where there is no door. */
export function visitorIn(response: Response): Visitor | null {
  return (response.locals.visitor as Visitor | undefined) ?? null;
}

/** Lets nobody past who is not known, but to what is open to all. */
export function doorGuard(door: Door): RequestHandler {
  /** A person's pages ask for much at once. */
  const known = new SharedReads<Known | null>();
  const whoAsks = ({ headers }: Request, asWeb: Headers) =>
    known.get(`${headers.authorization ?? ''}\n${headers.cookie ?? ''}`, () => visitorOf(door, asWeb));
  return (request, response, next) => {
    judge({ door, whoAsks }, request, response).then((passes) => {
      if (passes) next();
    }, next);
  };
}

type Known = NonNullable<Awaited<ReturnType<typeof visitorOf>>>;

interface Judge {
  door: Door;
  whoAsks: (request: Request, asWeb: Headers) => Promise<Known | null>;
}

async function judge({ door, whoAsks }: Judge, request: Request, response: Response): Promise<boolean> {
  if (isOpen(request.path) && request.path !== '/healthz') return true;
  const known = await whoAsks(request, webHeaders(request));
  if (known) {
    response.locals.visitor = known.visitor;
    for (const cookie of known.cookies) response.append('Set-Cookie', cookie);
    return known.visitor.scopes === null || judgeProgram(known.visitor, request, response);
  }
  if (request.path === '/healthz' || isEntry(request.path)) return true;
  return refuse(door, request, response);
}

function judgeProgram(visitor: Visitor, request: Request, response: Response): boolean {
  if (request.path === '/healthz') return true;
  if (!isOfPrograms(request.path)) {
    sendFault(request, response, 403, {
      code: 'token_not_for_pages',
      message: 'A token opens the API and its files, not the pages.',
      hint: 'Ask below /api/ or /media/, or open the page in a browser and log in.',
    });
    return false;
  }
  if (asksWithin(request.path) || letsThrough(visitor.scopes ?? [], request.method)) return true;
  sendFault(request, response, 403, BEYOND_SCOPE);
  return false;
}

async function refuse({ db }: Door, request: Request, response: Response): Promise<false> {
  const entry = (await isAnyoneHere(db)) ? '/login' : '/setup';
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (!isReading || isOfPrograms(request.path)) {
    response.set('WWW-Authenticate', 'Bearer');
    sendFault(request, response, 401, {
      code: 'not_logged_in',
      message: 'You are not logged in, or not any more.',
      hint: isReading
        ? 'Send a token of your account page in the header Authorization, as “Bearer …”.'
        : 'Log in in another tab and send it once more: what you typed is still here. A program sends a token of the account page in the header Authorization, as “Bearer …”.',
    });
    return false;
  }
  const { pathname, searchParams } = new URL(request.originalUrl, 'http://localhost');
  const isData = searchParams.has('_data');
  searchParams.delete('_data');
  searchParams.delete('index');
  const wanted = `${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}`;
  const to = entry === '/setup' || wanted === '/' ? entry : `${entry}?to=${encodeURIComponent(wanted)}`;
  response.set('Cache-Control', 'no-store');
  // A page that asks for its data is told to go on there itself.
  if (isData) response.status(204).set({ 'X-Remix-Redirect': to, 'X-Remix-Status': '303' }).end();
  else response.redirect(303, to);
  return false;
}
