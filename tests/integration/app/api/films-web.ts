/** The real server with films that were made, as its own document describes it. */
import { cp } from 'node:fs/promises';
import type { OpenApiDocument } from '#app/api/openapi-document.ts';
import { keepVersion } from '#jobs/db/versions.server.ts';
import { beatWorker } from '#jobs/db/workers/workers.server.ts';
import type { YoutubeSettings } from '#jobs/work/publishing/publishing-house.server.ts';
import { DescribedApi, type DescribedOperation } from '#tests/support/api/described-api.ts';
import { OLDER_PAINTER } from '#tests/support/handoff/machine.ts';
import { createOlderDatabase, OLDER_MEDIA } from '#tests/support/older-data.ts';
import { signOfLife } from '#tests/support/signs-of-life.ts';
import { type Answer, startTestWeb, type TestWeb, unknownId } from '../web-server';

export interface FilmsWeb {
  web: TestWeb;
  api: DescribedApi;
  /** Ids of finished films with scenes, files and a version each. */
  films: readonly string[];
}

/** @param youtube the operator's application at YouTube */
export async function startFilmsWeb(youtube: YoutubeSettings | null = null): Promise<FilmsWeb> {
  const web = await startTestWeb({ ownDatabase: await createOlderDatabase(), youtube });
  const { db, storage } = web.backend;
  await cp(OLDER_MEDIA, storage.root, { recursive: true });
  await beatWorker(db, unknownId(), signOfLife(OLDER_PAINTER));
  const rows = await db.video.findMany({ where: { status: 'completed' }, orderBy: { createdAt: 'asc' } });
  for (const { id } of rows) await db.$transaction((tx) => keepVersion(tx, id, null));
  const document = JSON.parse((await web.ask('/api/openapi.json')).text) as OpenApiDocument;
  return { web, api: new DescribedApi(document), films: rows.map(({ id }) => id) };
}

/** What is sent to an operation. */
export interface Sent {
  params?: Record<string, string>;
  query?: Record<string, string>;
  json?: unknown;
  body?: Buffer | string;
  headers?: Record<string, string>;
}

/** Asks for an operation by its name; the answer is held against the document. */
export async function askFor({ web, api }: FilmsWeb, id: string, sent: Sent = {}): Promise<Answer> {
  const operation = api.operation(id);
  const answer = await sendTo({ web, api }, operation, sent);
  api.hold(operation, answer);
  return answer;
}

/** The same, and nothing is held. */
export function sendTo(
  { web, api }: Pick<FilmsWeb, 'web' | 'api'>,
  operation: DescribedOperation,
  { params = {}, query = {}, json, body, headers = {} }: Sent,
): Promise<Answer> {
  const address = api.addressOf(operation, params, new URLSearchParams(query).toString());
  const sent = json === undefined ? body : JSON.stringify(json);
  return web.ask(address, {
    method: operation.method,
    headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(sent !== undefined && { body: sent }),
  });
}
