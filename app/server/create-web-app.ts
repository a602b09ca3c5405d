/** The HTTP server's order of things: guards first, then files, then the pages. */
import { join } from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express, type RequestHandler, type Response } from 'express';
import type { Logger } from 'pino';
import type { Door } from '#app/http/door.ts';
import { MCP_PATH } from '#app/mcp/mcp-path.ts';
import { isOwner } from '#jobs/accounts/ownership.server.ts';
import { isHidden } from '#jobs/db/deleted-videos.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';
import type { EngineOverview } from '#jobs/ports/engine-overview.ts';
import { fontFolders } from '#jobs/render/fonts/font-files.server.ts';
import { BUILT_IN_SPEECH, type SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import type { LocalVoice } from '#jobs/story/order/voice/local-voices.ts';
import type { WebhookSettings } from '#jobs/story/webhooks/webhook-address.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import type { PublishingPlaces } from '#jobs/work/publishing/publishing-places.server.ts';
import { apiDocs } from './api-docs';
import { bodyLimit } from './body-limit';
import { brotliFiles } from './brotli-files';
import { doorGuard, visitorIn } from './door/door-guard';
import { QUEUE_PATH } from './door/queue-dashboard';
import { faultHandler } from './fault-handler';
import { healthAnswer } from './health';
import { hostGuard } from './host-guard';
import { pageFonts } from './language/page-fonts';
import { languageOf, viewerLanguage } from './language/viewer-language';
import { lentFiles } from './lending/lent-files';
import { mcpEndpoint } from './mcp/mcp-endpoint';
import { mediaRouter } from './media';
import { methodGuard } from './method-guard';
import { originGuard } from './origin-guard';
import { rateLimits, refusalOf } from './rate-limits';
import { requestLog } from './request-log';
import { nonceOf, securityHeaders } from './security-headers';
import { headerLimit } from './server-limits';
import { sharedFiles } from './shared-files';
import { tellingOfDatabase } from './telling-of-database';
import { Thumbnails } from './thumbnails';

export interface WebAppParts {
  backend: Omit<Backend, 'ownerId'>;
  log: Logger;
  /** Primary languages that the machine's own espeak-ng speaks; absent where there is none. */
  espeakLanguages?: readonly string[];
  /** The voices that are installed on the machine, as they are now; absent where there is no place for them. */
  readLocalVoices?: () => Promise<readonly LocalVoice[]>;
  /** Absent where every engine is built in. */
  engines?: EngineOverview;
  /** Remix's server build, or how to get the current one. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Where people come in; absent where the site can be reached from its own machine alone. */
  door?: Door | null;
  /** What tells addresses elsewhere of videos; absent where nothing does. */
  webhooks?: WebhookSettings;
  /** Where people's films are published; absent where none are. */
  publishing?: PublishingPlaces;
  /** Where an admin looks into the queue; absent where there is no door. */
  queueDashboard?: RequestHandler;
  /** Further names under which the site may be asked for, lower case, without a port. */
  allowedHosts?: readonly string[];
  /** Folder of Remix's client build; absent where there is none, as in development and in tests. */
  clientDir?: string;
  /** The development server's middleware, which then serves the client files. */
  dev?: RequestHandler;
}

/** Puts the server together; it does not listen yet. */
export function createWebApp(parts: WebAppParts): Express {
  const { log, engines, build, dev, clientDir, allowedHosts = [], door = null } = parts;
  const backend: Backend = { ...parts.backend, ownerId: null };
  // A speech server speaks any language in place of the built-in voices.
  const readSpeech = async (): Promise<SpeechAbilities> => ({
    espeakLanguages: parts.espeakLanguages ?? BUILT_IN_SPEECH.espeakLanguages,
    localVoices: (await parts.readLocalVoices?.()) ?? [],
    service: engines?.speech ?? null,
  });
  const app = express();
  app.disable('x-powered-by');
  app.use(
    requestLog(log),
    securityHeaders({ dev: dev !== undefined, isHttps: door?.siteUrl?.startsWith('https:') ?? false }),
  );
  app.use(viewerLanguage);
  app.use(headerLimit, hostGuard(allowedHosts), methodGuard, originGuard, bodyLimit);
  const limits = rateLimits();
  app.use(limits.before);
  if (door) app.use(doorGuard(door));
  app.use(limits.behind);
  if (parts.queueDashboard) app.use(QUEUE_PATH, parts.queueDashboard);
  app.get(
    '/healthz',
    healthAnswer(backend, { engines, isInside: (response) => !door || visitorIn(response) !== null }),
  );
  const isHiddenFrom = async (videoId: string, response: Response) => {
    const visitor = visitorIn(response);
    if (visitor && isUuid(videoId) && !(await isOwner(backend.db, videoId, visitor.id))) return true;
    return isHidden(backend.db, videoId);
  };
  const thumbnails = new Thumbnails(backend.storage);
  app.use('/media', mediaRouter(backend.storage, log, isHiddenFrom, thumbnails));
  if (parts.publishing) app.use('/s', lentFiles(backend, parts.publishing));
  app.use('/s', sharedFiles(backend));
  const contextOf = (response: Response): AppLoadContext => ({
    backend: { ...backend, ownerId: visitorIn(response)?.id ?? null },
    door,
    visitor: visitorIn(response),
    log,
    readSpeech,
    ...(engines && { engines }),
    ...(parts.webhooks && { webhooks: parts.webhooks }),
    ...(parts.publishing && { publishing: parts.publishing }),
    language: languageOf(response),
    cspNonce: nonceOf(response),
    refusal: refusalOf(response),
  });
  // Streams are sent as they come: nothing gathers them to be compressed.
  app.post(MCP_PATH, mcpEndpoint({ contextOf, limits, isHiddenFrom, thumbnails }));
  app.use(compression());
  // The film's fonts are the same files for the page's preview and for the renderer.
  for (const folder of fontFolders()) app.use('/fonts', express.static(folder, { ...PLAIN, maxAge: '1d' }));
  app.use(pageFonts());
  app.use(apiDocs());
  if (dev) app.use(dev);
  if (clientDir) serveClientFiles(app, clientDir);
  app.use(
    createRequestHandler({
      build:
        typeof build === 'function' ? async () => tellingOfDatabase(await build()) : tellingOfDatabase(build),
      mode: dev ? 'development' : 'production',
      getLoadContext: (_request, response) => contextOf(response),
    }),
  );
  app.use(faultHandler(log));
  return app;
}

/** Files alone, no listings. */
const PLAIN = { index: false, redirect: false, dotfiles: 'ignore' } as const;

function serveClientFiles(app: Express, clientDir: string): void {
  // Built assets carry their hash in their name; what comes from public/ does not.
  const assets = join(clientDir, 'assets');
  app.use(
    '/assets',
    brotliFiles(assets),
    express.static(assets, { ...PLAIN, immutable: true, maxAge: '1y' }),
  );
  // No file is looked for where pages ask every few seconds.
  app.use(/^(?!\/api\/)/, express.static(clientDir, { ...PLAIN, maxAge: '1h' }));
}
