/** A batch as its page and the API show it. Pure. */
import { displayTitle } from '#app/video/status-words.ts';
import type { BatchItem } from '#jobs/db/batches/batch-items.server.ts';
import type { Batch } from '#jobs/db/batches/batches.server.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';
import { type ItemState, isItemOver } from '#jobs/story/batch/item-state.ts';
import { sumUsd, type Usd } from '#jobs/story/budget/usd.ts';
import { progressOf, stageOf } from '#jobs/story/film/status.ts';

/** `done`: of none of its stories anything more becomes. */
export type BatchState = 'running' | 'paused' | 'cancelled' | 'done';

export interface ItemView {
  /** From 1. */
  number: number;
  title: string;
  state: ItemState;
  /** What happens to it, or why nothing does any more, in a sentence. */
  stage: string;
  /** Percent. */
  progress: number;
  /** Scenes that need attention. */
  attention: number;
  videoId: string | null;
  videoUrl: string | null;
  durationMs: number | null;
  /** US dollars; 0 where nothing takes money. */
  costUsd: Usd;
  error: { code: string; message: string; hint: string } | null;
}

export interface BatchView {
  id: string;
  name: string;
  state: BatchState;
  /** Why it paused by itself. */
  trouble: { code: string; message: string; hint: string } | null;
  atOnce: number;
  capUsd: Usd | null;
  lookFirst: boolean;
  /** What its films have cost, US dollars; null where nothing takes money. */
  spentUsd: Usd | null;
  /** ISO 8601. */
  createdAt: string;
  counts: Record<ItemState, number> & { stories: number };
  items: ItemView[];
}

/** @param costs what each story has cost, by position; null where nothing takes money */
export function batchView(
  batch: Batch,
  items: readonly BatchItem[],
  costs: ReadonlyMap<number, Usd> | null,
): BatchView {
  const spentUsd = costs && sumUsd([...costs.values()]);
  const { id, name, atOnce, capUsd, looksFirst: lookFirst, createdAt, trouble } = batch;
  const over = items.filter((item) => isItemOver(item.state)).length;
  const { isPaused, cancelledAt } = batch;
  const state = listedState({ stories: items.length, over, isPaused, isCancelled: cancelledAt !== null });
  const counts = { ...NONE, stories: items.length };
  for (const item of items) counts[item.state] += 1;
  return {
    ...{ id, name, state, atOnce, capUsd, lookFirst, spentUsd, counts },
    trouble: trouble && { code: trouble.code, message: trouble.message, hint: trouble.hint },
    createdAt: createdAt.toISOString(),
    items: items.map((item) => itemView(item, costs?.get(item.position) ?? 0)),
  };
}

/** Its name, or when it was ordered where it has none. */
export function batchName({ name, createdAt }: { name: string; createdAt: string }): string {
  return name === '' ? `Batch of ${createdAt.slice(0, 10)}` : name;
}

const STATE_WORDS: Record<ItemState, string> = {
  waiting: 'Waiting',
  making: 'In the making',
  'to-look-at': 'To look at',
  'going-on': 'Going on',
  ready: 'Ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
  deleted: 'Deleted',
};

/** One or two words for a badge. */
export function itemStateLabel(state: ItemState): string {
  return STATE_WORDS[state];
}

const BATCH_WORDS: Record<BatchState, string> = {
  running: 'Running',
  paused: 'Paused',
  cancelled: 'Cancelled',
  done: 'Done',
};

/** The state of a batch of which only counts are known. @param over how many stories are those of which nothing more becomes */
export function listedState({
  stories,
  over,
  isPaused,
  isCancelled,
}: {
  stories: number;
  over: number;
  isPaused: boolean;
  isCancelled: boolean;
}): BatchState {
  if (isCancelled) return 'cancelled';
  if (over === stories) return 'done';
  return isPaused ? 'paused' : 'running';
}

/** One word for a badge. */
export function batchStateLabel(state: BatchState): string {
  return BATCH_WORDS[state];
}

const NONE: Record<ItemState, number> = {
  ...{ waiting: 0, making: 0, 'to-look-at': 0, 'going-on': 0 },
  ...{ ready: 0, failed: 0, cancelled: 0, deleted: 0 },
};

function itemView(item: BatchItem, costUsd: Usd): ItemView {
  const { position, title, state, videoId, facts, attention, filmKey, durationMs } = item;
  const error = facts?.error ?? null;
  return {
    ...{ number: position + 1, title: displayTitle(title), state, attention, videoId, durationMs, costUsd },
    stage: stageWords(item),
    progress: facts ? progressOf(facts) : 0,
    videoUrl: state === 'ready' && filmKey !== null ? mediaUrl(filmKey) : null,
    error: error && { code: error.code, message: error.message, hint: error.hint },
  };
}

function stageWords({ state, facts, videoId, attention }: BatchItem): string {
  switch (state) {
    case 'waiting':
      return 'Waits for its turn.';
    case 'going-on':
      return 'Waits for a place to go on.';
    case 'deleted':
      return 'The video was deleted.';
    case 'cancelled':
      return videoId === null ? 'Cancelled before it began.' : 'Cancelled.';
    case 'ready':
      if (attention === 0) return 'The film is ready.';
      return `The film is ready; ${attention} ${attention === 1 ? 'scene needs' : 'scenes need'} attention.`;
    default:
      return facts ? stageOf(facts) : '';
  }
}
