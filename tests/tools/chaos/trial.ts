/** A way of breaking StoryShort, and what came of it. Pure. */
import type { Random } from '#jobs/studio/chance.ts';

/** How a trial is carried out. */
export interface TrialRun {
  /** How often something is broken. */
  rounds: number;
  /** Whether limits of time are held; not in the short form, which runs on whatever machine there is. */
  isTimed: boolean;
  /** Chance that the same seed repeats. */
  random: Random;
  /** Address of a Postgres server that no trial may break. */
  serverUrl: string;
  /** Tells how far it is. */
  say(text: string): void;
}

/** What a trial has to tell. */
export interface TrialFindings {
  /** How often something was broken, by what it was. */
  breaks: Record<string, number>;
  /** How the videos ended. */
  ended: { completed: number; failed: number; cancelled: number };
  /** Why videos failed, by codes. */
  reasons: Record<string, number>;
  /** Promises that were not kept, each in a sentence; none is what is hoped for. */
  broken: string[];
  /** Figures besides. */
  figures?: Record<string, number>;
  /** Why it could not be carried out here; absent where it was. */
  left?: string;
}

export interface Trial {
  name: string;
  /** What is broken, in a sentence. */
  what: string;
  /** Rounds in the long form and in the short one. */
  rounds: { long: number; short: number };
  run(run: TrialRun): Promise<TrialFindings>;
}

/** Findings of which nothing is known yet. */
export function noFindings(): TrialFindings {
  return { breaks: {}, ended: { completed: 0, failed: 0, cancelled: 0 }, reasons: {}, broken: [] };
}

/** Adds what another part of the same trial found. */
export function addFindings(to: TrialFindings, more: TrialFindings): void {
  for (const [what, count] of Object.entries(more.breaks)) addTo(to.breaks, what, count);
  for (const [code, count] of Object.entries(more.reasons)) addTo(to.reasons, code, count);
  for (const end of ['completed', 'failed', 'cancelled'] as const) to.ended[end] += more.ended[end];
  to.broken.push(...more.broken);
  if (more.figures) to.figures = { ...to.figures, ...more.figures };
}

export function countBreak(findings: TrialFindings, what: string): void {
  addTo(findings.breaks, what, 1);
}

/** Counts how a video ended. @param code of its fault, where it failed */
export function countEnd(
  findings: TrialFindings,
  end: keyof TrialFindings['ended'],
  code: string | null,
): void {
  findings.ended[end] += 1;
  if (end === 'failed') addTo(findings.reasons, code ?? 'none', 1);
}

function addTo(counts: Record<string, number>, what: string, count: number): void {
  counts[what] = (counts[what] ?? 0) + count;
}
