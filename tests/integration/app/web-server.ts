import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { type Logger, pino } from 'pino';
import * as entry from '#app/entry.server.tsx';
import { EVENT_STREAM_TYPE } from '#app/events/event-stream.ts';
import type { Door } from '#app/http/door.ts';
import * as root from '#app/root.tsx';
import * as home from '#app/routes/_index.tsx';
import * as assets from '#app/routes/api.assets.ts';
import * as audition from '#app/routes/api.audition.ts';
import * as checks from '#app/routes/api.checks.ts';
import * as generateScript from '#app/routes/api.generate-script.ts';
import * as post from '#app/routes/api.post.ts';
import * as processVideo from '#app/routes/api.process-video.ts';
import * as project from '#app/routes/api.project.ts';
import * as provenance from '#app/routes/api.provenance.ts';
import * as storyboard from '#app/routes/api.storyboard.ts';
import * as timeline from '#app/routes/api.timeline.ts';
import * as updateFilm from '#app/routes/api.update-film.ts';
import * as upload from '#app/routes/api.upload.ts';
import * as operations from '#app/routes/api.v1.$.ts';
import * as videoStatus from '#app/routes/api.video-status.ts';
import * as batchApi from '#app/routes/batch/api.batch.ts';
import * as batchResults from '#app/routes/batch/api.batch-results.ts';
import * as batch from '#app/routes/batch/batches.$id.tsx';
import * as batches from '#app/routes/batch/batches.tsx';
import * as chooseLanguage from '#app/routes/choose-language.ts';
import * as create from '#app/routes/create.tsx';
import * as account from '#app/routes/door/account.tsx';
import * as joining from '#app/routes/door/join.$token.tsx';
import * as login from '#app/routes/door/login.tsx';
import * as logout from '#app/routes/door/logout.ts';
import * as people from '#app/routes/door/people.tsx';
import * as reset from '#app/routes/door/reset.$token.tsx';
import * as setup from '#app/routes/door/setup.tsx';
import * as importProject from '#app/routes/import.tsx';
import * as publicationsApi from '#app/routes/publishing/api.publications.ts';
import * as publish from '#app/routes/publishing/publish.$id.tsx';
import * as publishing from '#app/routes/publishing/publishing.tsx';
import * as shared from '#app/routes/s.$token.tsx';
import * as settings from '#app/routes/settings.tsx';
import * as video from '#app/routes/video.$id.tsx';
import * as webhooks from '#app/routes/webhooks.tsx';
import { createWebApp } from '#app/server/create-web-app.ts';
import { openDoor } from '#app/server/door/open-door.ts';
import { closeServer } from '#app/server/graceful-stop.ts';
import {
  limitConnections,
  SERVER_LIMITS,
  type ServerLimits,
  serverOptions,
} from '#app/server/server-limits.ts';
import { openDb } from '#jobs/db/client.server.ts';
import { Ledger, NO_CAPS } from '#jobs/ledger/ledger.server.ts';
import { openAiProvider } from '#jobs/providers/openai/openai-provider.ts';
import type { ProviderSettings } from '#jobs/providers/openai/settings/settings.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import type { CostCaps } from '#jobs/story/budget/cost-caps.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { openEngineOverview } from '#jobs/work/engine-overview.server.ts';
import { openPlan, type ReadPlanContext } from '#jobs/work/open-plan.server.ts';
import { openPublishingHouse, type YoutubeSettings } from '#jobs/work/publishing/publishing-house.server.ts';
import { PublishingPlaces } from '#jobs/work/publishing/publishing-places.server.ts';
import { webhookSecret } from '#jobs/work/webhooks/webhook-secret.ts';
import { createDatabase } from '#tests/support/test-database.ts';

const ROUTES = [
  { id: 'routes/_index', index: true, module: home },
  { id: 'routes/batch/batches', path: 'batches', module: batches },
  { id: 'routes/batch/batches.$id', path: 'batches/:id', module: batch },
  { id: 'routes/batch/api.batch', path: 'api/batch', module: batchApi },
  { id: 'routes/batch/api.batch-results', path: 'api/batch-results', module: batchResults },
  { id: 'routes/choose-language', path: 'choose-language', module: chooseLanguage },
  { id: 'routes/create', path: 'create', module: create },
  { id: 'routes/import', path: 'import', module: importProject },
  { id: 'routes/settings', path: 'settings', module: settings },
  { id: 'routes/s.$token', path: 's/:token', module: shared },
  { id: 'routes/door/account', path: 'account', module: account },
  { id: 'routes/door/join.$token', path: 'join/:token', module: joining },
  { id: 'routes/door/login', path: 'login', module: login },
  { id: 'routes/door/logout', path: 'logout', module: logout },
  { id: 'routes/door/people', path: 'people', module: people },
  { id: 'routes/door/reset.$token', path: 'reset/:token', module: reset },
  { id: 'routes/door/setup', path: 'setup', module: setup },
  { id: 'routes/publishing/publish.$id', path: 'publish/:id', module: publish },
  { id: 'routes/publishing/publishing', path: 'publishing', module: publishing },
  { id: 'routes/publishing/api.publications', path: 'api/publications', module: publicationsApi },
  { id: 'routes/webhooks', path: 'webhooks', module: webhooks },
  { id: 'routes/video.$id', path: 'video/:id', module: video },
  { id: 'routes/api.generate-script', path: 'api/generate-script', module: generateScript },
  { id: 'routes/api.process-video', path: 'api/process-video', module: processVideo },
  { id: 'routes/api.project', path: 'api/project', module: project },
  { id: 'routes/api.audition', path: 'api/audition', module: audition },
  { id: 'routes/api.assets', path: 'api/assets', module: assets },
  { id: 'routes/api.post', path: 'api/post', module: post },
  { id: 'routes/api.checks', path: 'api/checks', module: checks },
  { id: 'routes/api.timeline', path: 'api/timeline', module: timeline },
  { id: 'routes/api.provenance', path: 'api/provenance', module: provenance },
  { id: 'routes/api.storyboard', path: 'api/storyboard', module: storyboard },
  { id: 'routes/api.update-film', path: 'api/update-film', module: updateFilm },
  { id: 'routes/api.upload', path: 'api/upload', module: upload },
  { id: 'routes/api.v1.$', path: 'api/v1/*', module: operations },
  { id: 'routes/api.video-status', path: 'api/video-status', module: videoStatus },
].map((route) => ({ ...route, parentId: 'root' }));

/** Of which webhooks' secrets come. */
const HOUSE_SECRET = 'a secret of the tests, and of nobody else at all';

/** Settings of a site that can be reached from elsewhere. */
const EXPOSED = { HOST: '0.0.0.0', ALLOWED_HOSTS: [], HOUSE_SECRET: null };
/** The ids of the routes that the server knows: the files of app/routes without their extension. */
export const ROUTE_IDS: readonly string[] = ROUTES.map(({ id }) => id);

/** The pages as Remix's build would hand them over, but straight from their modules. */
function serverBuild(): ServerBuild {
  const routes = [{ id: 'root', path: '', parentId: undefined, module: root }, ...ROUTES];
  const build = {
    mode: 'test',
    basename: '/',
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    isSpaMode: false,
    future: {},
    entry: { module: entry },
    routes: Object.fromEntries(routes.map((route) => [route.id, route])),
    assets: {
      version: 'test',
      url: '/assets/manifest-test.js',
      entry: { module: '/assets/entry.js', imports: [] },
      routes: Object.fromEntries(
        routes.map(({ module, ...route }) => [
          route.id,
          {
            ...route,
            module: `/assets/${route.id}.js`,
            hasLoader: 'loader' in module,
            hasAction: 'action' in module,
            hasClientLoader: false,
            hasClientAction: false,
            hasErrorBoundary: 'ErrorBoundary' in module,
          },
        ]),
      ),
    },
  };
  return build as unknown as ServerBuild;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  bytes: Buffer;
}

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface TestWeb {
  backend: Backend & { storage: LocalStorage };
  /** Asks exactly as told, forbidden headers such as Host included. Of a stream of events the beginning is read. */
  ask(path: string, asked?: Asked): Promise<Answer>;
  /** Posts an object as JSON. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Lets all that asks from now on seem to come from an address; from this machine again with null. */
  comeFrom(address: string | null): void;
  /** What went wrong in the server so far. */
  faults: string[];
  /** Everything that the server logged so far. */
  logged(): string;
  /** Where people come in; null where it has no door. */
  door: Door | null;
  port: number;
  databaseUrl: string;
  dataDir: string;
  stop(): Promise<void>;
}

/**
 * The real server with a database and a storage folder of its own; no worker.
 * @param providers servers that take the built-in engines' place.
 * @param openStorage another storage than a plain one in that folder
 * @param plan what the engines are called, where a worker of the test's own has others
 * @param ownDatabase of a database of the test's own; by default a new one on the run's server.
 * @param isExposed whether it has a door, as if it could be reached from elsewhere
 * @param siteUrl under which address such a one is opened
 * @param caps what films may cost; whatever they do by default.
 * @param limits what one connection may take; those of the real server by default.
 * @param voiceWarning what reading their settings had to say of a voice.
 */
export async function startTestWeb({
  providers,
  openStorage = (root) => new LocalStorage(root),
  plan,
  ownDatabase,
  voiceWarning = null,
  isExposed = false,
  siteUrl = null,
  caps = NO_CAPS,
  limits = SERVER_LIMITS,
  youtube = null,
}: {
  providers?: ProviderSettings;
  openStorage?: (root: string) => LocalStorage;
  plan?: ReadPlanContext;
  ownDatabase?: string;
  voiceWarning?: string | null;
  isExposed?: boolean;
  siteUrl?: string | null;
  caps?: CostCaps;
  limits?: ServerLimits;
  /** The operator's application at YouTube. */
  youtube?: YoutubeSettings | null;
} = {}): Promise<TestWeb> {
  const databaseUrl = ownDatabase ?? (await createDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-web-'));
  const faults: string[] = [];
  const lines: string[] = [];
  const write = (line: string) => {
    lines.push(line);
    if ((JSON.parse(line) as { level: number }).level >= (pino.levels.values.error ?? 50)) faults.push(line);
  };
  const log: Logger = pino({ level: 'trace' }, { write });
  const db = openDb(databaseUrl);
  const env = {
    providers: providers ? [openAiProvider(providers, { voiceWarning })] : [],
    RENDER_ENGINE: 'auto',
  } as const;
  const backend = {
    ownerId: null,
    db,
    boss: await startBoss(databaseUrl, 'sender', log),
    storage: openStorage(join(dataDir, 'media')),
    plan: plan ?? openPlan({ env, db }, null),
    money: { tariff: env.providers[0]?.tariff ?? null, caps },
  };
  const engines =
    providers && openEngineOverview({ providers: env.providers, caps: NO_CAPS }, new Ledger(backend.db));
  const door = isExposed
    ? await openDoor({ ...EXPOSED, SITE_URL: siteUrl, DATA_DIR: dataDir }, { db, log })
    : null;
  const house = openPublishingHouse({
    ...{ db, boss: backend.boss, storage: backend.storage, log, youtube },
    ...{ houseSecret: HOUSE_SECRET, allowsOwn: true, siteUrl: () => 'http://film.test' },
  });
  const app = createWebApp({
    publishing: new PublishingPlaces(house),
    webhooks: { allowsOwn: true, secretOf: (id) => webhookSecret(HOUSE_SECRET, id) },
    door,
    backend,
    log,
    ...(engines && { engines }),
    build: serverBuild(),
    allowedHosts: ['film.test'],
  });
  const server = createServer(serverOptions(limits), app);
  limitConnections(server, limits);
  let from: string | null = null;
  server.on('connection', (socket) => {
    if (from !== null) Object.defineProperty(socket, 'remoteAddress', { value: from });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const ask = (path: string, { method = 'GET', headers = {}, body }: Asked = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const sent = httpRequest(
        { host: '127.0.0.1', port, path, method, headers: { ...length, ...headers }, agent: false },
        (response) => {
          const { statusCode: status = 0, headers: answered } = response;
          const chunks: Buffer[] = [];
          const tell = () => {
            const bytes = Buffer.concat(chunks);
            resolve({ status, headers: answered, text: bytes.toString(), bytes });
          };
          response.on('data', (chunk: Buffer) => {
            chunks.push(chunk);
            if (!answered['content-type']?.startsWith(EVENT_STREAM_TYPE)) return;
            tell();
            response.destroy();
          });
          response.on('end', tell);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });

  return {
    backend,
    ask,
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    comeFrom(address) {
      from = address;
    },
    faults,
    door,
    logged: () => lines.join(''),
    port,
    databaseUrl,
    dataDir,
    async stop() {
      await closeServer(server);
      await backend.boss.stop({ graceful: false });
      await backend.db.$disconnect();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A well-formed id that no video has. */
export function unknownId(): string {
  return randomUUID();
}
