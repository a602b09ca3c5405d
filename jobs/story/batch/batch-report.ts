/** What became of each story of a batch, for people and for programs. Pure. */
import type { Usd } from '#jobs/story/budget/usd.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import { writeCsv } from './csv-rows';
import type { ItemState } from './item-state';

export interface ReportedItem {
  /** From 0. */
  position: number;
  title: string;
  state: ItemState;
  /** Null where no film was begun, or it was deleted. */
  videoId: string | null;
  /** Why there is no film; null where there is one, or nothing went wrong. */
  fault: Fault | null;
  /** Of the film, ms; null where there is none. */
  durationMs: number | null;
  /** What it has cost, US dollars. */
  costUsd: Usd;
}

/** `001-the-fox.mp4`; of a thousand and more `0001-the-fox.mp4`. */
export function filmName(
  { position, title }: Pick<ReportedItem, 'position' | 'title'>,
  count: number,
): string {
  const number = String(position + 1).padStart(Math.max(3, String(count).length), '0');
  return `${number}-${fileStem(title)}.mp4`;
}

/** The report as a table that spreadsheets open. */
export function reportTable(items: readonly ReportedItem[]): string {
  const header = ['number', 'title', 'state', 'file', 'seconds', 'cost_usd', 'video', 'reason', 'what_to_do'];
  const rows = reported(items).map(({ number, title, state, file, seconds, costUsd, video, reason, hint }) =>
    [number, title, state, file ?? '', seconds ?? '', costUsd, video ?? '', reason ?? '', hint ?? ''].map(
      harmless,
    ),
  );
  return writeCsv([header, ...rows]);
}

/** The same for programs. */
export function reportJson(batch: { id: string; name: string }, items: readonly ReportedItem[]): string {
  return `${JSON.stringify({ ...batch, items: reported(items) }, null, 1)}\n`;
}

function reported(items: readonly ReportedItem[]) {
  return items.map((item) => ({
    number: item.position + 1,
    title: item.title,
    state: item.state,
    file: item.state === 'ready' ? filmName(item, items.length) : null,
    seconds: item.durationMs === null ? null : Math.round(item.durationMs / 100) / 10,
    costUsd: item.costUsd,
    video: item.videoId,
    code: item.fault?.code ?? null,
    reason: item.fault?.message ?? null,
    hint: item.fault?.hint ?? null,
  }));
}

/** Spreadsheets run what begins like a formula; of a title nobody asked for that. */
function harmless(value: string | number): string {
  const text = String(value);
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
