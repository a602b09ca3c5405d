/** A batch as its page and the API show it. Pure. */

import type { Words } from '#app/language/page-words.ts';
import { phrase } from '#app/language/phrase.ts';
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
  /** As it is shown, in the language of whom it is told. */
  title: string;
  state: ItemState;
  /** What happens to it, or why nothing does any more: a sentence in the same language. */
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
  /** Empty for none. */
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

/**
 * @param costs what each story has cost, by position; null where nothing takes money
 * @param words of whom it is told
 */
export function batchView(
  batch: Batch,
  items: readonly BatchItem[],
  costs: ReadonlyMap<number, Usd> | null,
  words: Pick<Words, 't' | 'told'>,
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
    items: items.map((item) => itemView(item, costs?.get(item.position) ?? 0, words)),
  };
}

/** Its name, or when it was ordered where it has none. */
export function batchName(
  { name, createdAt }: { name: string; createdAt: string },
  { t }: Pick<Words, 't'>,
): string {
  return name === '' ? t('Batch of {{day}}', { day: createdAt.slice(0, 10) }) : name;
}

const STATE_WORDS: Record<ItemState, [label: string, counted: string]> = {
  waiting: [phrase('Waiting'), phrase('waiting')],
  making: [phrase('In the making'), phrase('in the making')],
  'to-look-at': [phrase('To look at'), phrase('to look at')],
  'going-on': [phrase('Going on'), phrase('going on')],
  ready: [phrase('Ready'), phrase('ready')],
  failed: [phrase('Failed'), phrase('failed')],
  cancelled: [phrase('Cancelled'), phrase('cancelled')],
  deleted: [phrase('Deleted'), phrase('deleted')],
};

/** One or two words for a badge. */
export function itemStateLabel(state: ItemState): string {
  return STATE_WORDS[state][0];
}

/** The same below a number of such stories. */
export function countedState(state: ItemState): string {
  return STATE_WORDS[state][1];
}

const BATCH_WORDS: Record<BatchState, [label: string, inSentence: string]> = {
  running: [phrase('Running'), phrase('running')],
  paused: [phrase('Paused'), phrase('paused')],
  cancelled: [phrase('Cancelled'), phrase('cancelled')],
  done: [phrase('Done'), phrase('done')],
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
  return BATCH_WORDS[state][0];
}

/** The same within a sentence. */
export function stateInSentence(state: BatchState): string {
  return BATCH_WORDS[state][1];
}

const NONE: Record<ItemState, number> = {
  ...{ waiting: 0, making: 0, 'to-look-at': 0, 'going-on': 0 },
  ...{ ready: 0, failed: 0, cancelled: 0, deleted: 0 },
};

function itemView(item: BatchItem, costUsd: Usd, words: Pick<Words, 't' | 'told'>): ItemView {
  const { position, title, state, videoId, facts, attention, filmKey, durationMs } = item;
  const error = facts?.error ?? null;
  return {
    ...{ number: position + 1, state, attention, videoId, durationMs, costUsd },
    title: displayTitle(title, words),
    stage: stageWords(item, words),
    progress: facts ? progressOf(facts) : 0,
    videoUrl: state === 'ready' && filmKey !== null ? mediaUrl(filmKey) : null,
    error: error && { code: error.code, message: error.message, hint: error.hint },
  };
}

function stageWords(
  { state, facts, videoId, attention }: BatchItem,
  { t, told }: Pick<Words, 't' | 'told'>,
): string {
  switch (state) {
    case 'waiting':
      return t('Waits for its turn.');
    case 'going-on':
      return t('Waits for a place to go on.');
    case 'deleted':
      return t('The video was deleted.');
    case 'cancelled':
      return t(videoId === null ? 'Cancelled before it began.' : 'Cancelled.');
    case 'ready':
      if (attention === 0) return t('The film is ready.');
      return t('The film is ready; {{count}} scenes need attention.', { count: attention });
    default:
      return facts ? told(stageOf(facts)) : '';
  }
}
