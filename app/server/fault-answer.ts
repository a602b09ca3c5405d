/** Refusals of the HTTP server itself: JSON for programs, a small page for people. */
import type { Request, Response } from 'express';
import { isBelowRoot } from '#app/api/find-operation.ts';
import { PROBLEM_TYPE, problemOf } from '#app/api/problem.ts';
import type { Language } from '#app/language/languages.ts';
import { wordsIn } from '#app/language/spoken-words.ts';
import { languageOf } from './language/viewer-language';

/** What every refusal says: see `Fault` in jobs/story/film/fault.ts. */
export interface PublicFault {
  code: string;
  message: string;
  hint: string;
}

/** Paths below which everything is JSON, whoever asks. */
const PROGRAM_PATHS = /^\/(?:api|media|healthz|mcp|\.well-known)(?:[/?]|$)/;

/** Answers with a fault and ends the response. Never carries a stack or a path of this machine. */
export function sendFault(request: Request, response: Response, status: number, fault: PublicFault): void {
  response.status(status).set('Cache-Control', 'no-store');
  if (isBelowRoot(request.originalUrl.split('?')[0] ?? '')) {
    response.type(PROBLEM_TYPE).send(JSON.stringify(problemOf({ status, fault, details: {} })));
    return;
  }
  const wantsPage = (request.headers.accept ?? '').includes('text/html');
  if (wantsPage && !PROGRAM_PATHS.test(request.originalUrl)) {
    response.type('html').send(faultPage(fault, languageOf(response)));
  } else {
    const { code, message, hint } = fault;
    // Remix takes what does not carry this header for a fault of the network, and hands its text on as one.
    if (request.method === 'POST' && '_data' in request.query) response.set('X-Remix-Response', 'yes');
    // Whoever was about to send a file may have named its type already.
    response.type('json').json({ error: { code, message, hint } });
  }
}

function faultPage(fault: PublicFault, language: Language): string {
  const { direction, t, told } = wordsIn(language);
  const [message, hint] = [told(fault.message), told(fault.hint)];
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(message)} · StoryShort</title>
<style>
:root { color-scheme: light dark }
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto 0; padding: 0 1.5rem }
h1 { font-size: 1.75rem; line-height: 1.15 }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(message)}</h1>
<p>${escapeHtml(hint)}</p>
<p><a href="/">${escapeHtml(t('Back to StoryShort'))}</a></p>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
