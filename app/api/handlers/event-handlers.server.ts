import type { AppLoadContext } from '@remix-run/node';
import type { EVENT_OPERATIONS } from '#app/api/operations/event-operations.ts';
import { Pulse } from '#app/events/pulse.ts';
import { readCursor } from '#app/http/read-cursor.ts';
import { SharedReads } from '#app/http/shared-reads.ts';
import { readStatus } from '#app/video/live/read-status.server.ts';
import type { StatusView } from '#app/video/status-view.ts';
import { HISTORY_ROUND, type HouseEvent, newestEvent, readHistory } from '#jobs/db/house-history.server.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import { webhookBody } from '#jobs/story/webhooks/webhook-event.ts';
import { videoNotFound } from '#jobs/work/commands.server.ts';
import type { Handlers } from './handler';

/** How often is looked for what happened, ms. */
const LOOK_MS = 1000;
/** After so long whoever follows has to ask anew, and may be nobody any more who is let in, ms. */
const STREAM_MS = 15 * 60_000;

const pulse = new Pulse(LOOK_MS);
const histories = new SharedReads<HouseEvent[]>();

export const EVENT_HANDLERS: Handlers<keyof typeof EVENT_OPERATIONS> = {
  followVideo: async ({ backend }, { params, query, request }) => {
    const since = lastSeen(request) ?? query.since ?? null;
    const view = await readStatus(backend, params.id, since);
    if (!view) throw videoNotFound();
    if (isFinished(view.status) && view.cursor === since) return { status: 204 };
    return { status: 200, events: statusEvents(backend, view, followed(request)) };
  },

  followHouse: async ({ backend }, { query, request }) => {
    const since = lastSeen(request) ?? query.since;
    const from = since === undefined ? await newestEvent(backend.db) : BigInt(since);
    return { status: 200, events: houseEvents(backend, from, followed(request)) };
  },
};

type Backend = AppLoadContext['backend'];

/** @throws ApiFault 400 where it is no id */
function lastSeen({ headers }: Request): string | null {
  return readCursor(headers.get('last-event-id'));
}

function followed({ signal }: Request): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(STREAM_MS)]);
}

/** A video's state at each change of it; the time that is left is told along, and is no change. */
async function* statusEvents(backend: Backend, first: StatusView, signal: AbortSignal) {
  let view: StatusView | null = first;
  let told = '';
  while (view) {
    const state = JSON.stringify({ ...view, secondsLeft: null, transitions: [] });
    if (state !== told) yield { id: view.cursor, type: 'status', data: view };
    told = state;
    if (isFinished(view.status) || !(await pulse.next(signal))) return;
    view = await readStatus(backend, view.id, view.cursor);
  }
}

/** What becomes of the videos of whoever asks. */
async function* houseEvents({ db, ownerId }: Backend, from: bigint, signal: AbortSignal) {
  let at = from;
  while (!signal.aborted) {
    const since = at;
    const news = await histories.get(String(since), () => readHistory(db, since));
    for (const event of news) {
      at = event.id;
      if (ownerId !== null && event.ownerId !== ownerId) continue;
      const data = webhookBody(event);
      yield { id: String(event.id), type: data.type, data };
    }
    if (news.length < HISTORY_ROUND && !(await pulse.next(signal))) return;
  }
}
