/** The contents of the form for a batch, and what came of sending it. Pure. */
import type { PublicFault } from '#app/http/api-fault.ts';
import { USUAL_AT_ONCE } from '#jobs/story/batch/batch-limits.ts';
import type { LineIssue } from '#jobs/story/batch/line-issue.ts';
import { OPTIONS, type OptionName } from '#jobs/story/order/option-registry.ts';

export interface BatchValues {
  stories: string;
  name: string;
  atOnce: string;
  capUsd: string;
  lookFirst: boolean;
  /** For all stories; empty for what is usual. */
  options: Record<OptionName, string>;
}

const NAMES = Object.keys(OPTIONS) as OptionName[];

export function emptyBatch(): BatchValues {
  return {
    ...{ stories: '', name: '', atOnce: String(USUAL_AT_ONCE), capUsd: '', lookFirst: false },
    options: Object.fromEntries(NAMES.map((name) => [name, ''])) as Record<OptionName, string>,
  };
}

/** What was sent, to be shown again. @param stories the text of the box */
export function sentBatch(fields: Readonly<Record<string, unknown>>, stories: string): BatchValues {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    ...{ stories, name: text('name'), atOnce: text('atOnce'), capUsd: text('capUsd') },
    lookFirst: text('lookFirst') !== '',
    options: Object.fromEntries(NAMES.map((name) => [name, text(name)])) as Record<OptionName, string>,
  };
}

export interface ShownEstimate {
  films: number;
  words: number;
  /** Of all films together, ms. */
  durationMs: number;
  /** How long making them takes, one after the other, ms. */
  makingMs: number;
  /** As it is shown; null where nothing takes money. */
  cost: string | null;
}

/** Why the form ordered no batch, or what it would order. */
export interface BatchAnswer {
  /** Another with each answer. */
  id: string;
  /** What was sent; null where the form still holds it. */
  values: BatchValues | null;
  issues: LineIssue[];
  fault: PublicFault | null;
  /** Null unless it was checked and nothing is wrong. */
  estimate: ShownEstimate | null;
}
