import { PassThrough } from 'node:stream';
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { RETRY_AFTER_S } from './http/database-fault';
import { learnAllLanguages } from './language/all-languages.server';
import { wordsIn } from './language/spoken-words';
import { WordsContext } from './language/use-words';
import { withoutToken } from './shared/shared-path';
import { NonceContext } from './shell/NonceContext';

// The pages are built apart from the server around them, which learns the languages for itself.
learnAllLanguages();

/** A page that is not rendered after this long is given up, ms. */
const RENDER_LIMIT_MS = 5000;

/** Renders a page to a stream; robots get it in one piece. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { cspNonce, language, log }: AppLoadContext,
): Promise<Response> {
  const isRobot = isbot(request.headers.get('user-agent') ?? '');
  return new Promise((resolve, reject) => {
    let answered = status;
    let isShellSent = false;
    const begin = () => {
      isShellSent = true;
      const body = new PassThrough();
      headers.set('Content-Type', 'text/html; charset=utf-8');
      // A page shows what is going on just now.
      headers.set('Cache-Control', 'private, no-cache');
      if (answered === 503) headers.set('Retry-After', String(RETRY_AFTER_S));
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answered }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={cspNonce}>
        <WordsContext.Provider value={wordsIn(language)}>
          <RemixServer
            context={remixContext}
            url={request.url}
            abortDelay={RENDER_LIMIT_MS}
            nonce={cspNonce}
          />
        </WordsContext.Provider>
      </NonceContext.Provider>,
      {
        nonce: cspNonce,
        [isRobot ? 'onAllReady' : 'onShellReady']: begin,
        onShellError: reject,
        onError(error) {
          answered = 500;
          if (isShellSent) log.error({ err: error }, 'A part of a page could not be rendered.');
        },
      },
    );
    setTimeout(abort, RENDER_LIMIT_MS).unref();
  });
}

/** Logs what loaders, actions and pages throw unexpectedly. */
export function handleError(error: unknown, args: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (args.request.signal.aborted) return;
  // An address that leads nowhere is nobody’s fault here, and a database that is away is told by itself.
  if (isRouteErrorResponse(error) && (error.status < 500 || error.status === 503)) return;
  args.context.log.error(
    { err: error, path: withoutToken(new URL(args.request.url).pathname) },
    'A page failed.',
  );
}
