/** Ratios that do not depend on how fast a machine is, and what became of them since they were kept. Pure. */
import { FPS } from '#remotion/contract/story-props.ts';
import { type Findings, rounded } from './figures';

/** Ratios by their names. */
export type Ratios = Record<string, number>;

/** The part of a ratio that may be lost: two runs of one program differ by less. */
const BEARABLE_LOSS = 0.15;

interface RatioKind {
  /** Whether a larger one is better. */
  isMoreBetter: boolean;
  /** The parts of the bench that it comes of. */
  parts: readonly string[];
  of(findings: Findings): number;
}

const KINDS: Readonly<Record<string, RatioKind>> = {
  canvasAgainstScreenshots: {
    isMoreBetter: true,
    parts: ['frames'],
    of: (findings) => figure(findings, 'frames', 'canvasAgainstScreenshots'),
  },
  formAgainstScreenshots: {
    isMoreBetter: true,
    parts: ['frames'],
    of: (findings) => figure(findings, 'frames', 'formAgainstScreenshots'),
  },
  // How many times as fast a whole film is made as its frames alone would be by screenshots.
  filmAgainstScreenshots: {
    isMoreBetter: true,
    parts: ['film', 'frames'],
    of: (findings) => {
      const made = ['first', 'second'].map((film) => figure(findings, 'film', `${film}MakingPerFilmSecond`));
      const mean = made.reduce((sum, each) => sum + each, 0) / made.length;
      return FPS / figure(findings, 'frames', 'screenshotFramesPerSecond') / mean;
    },
  },
  sizeAgainstVeryfast: {
    isMoreBetter: false,
    parts: ['encoding'],
    of: (findings) => figure(findings, 'encoding', 'sizeAgainstVeryfastAtSsim'),
  },
};

/** The parts of the bench that ratios come of. */
export const RATIO_PARTS: ReadonlySet<string> = new Set(Object.values(KINDS).flatMap(({ parts }) => parts));

/** The ratios of which all parts were measured. @throws when one of these lacks a figure */
export function ratiosOf(findings: Findings): Ratios {
  const told = Object.entries(KINDS).filter(([, { parts }]) => parts.every((part) => part in findings));
  return Object.fromEntries(told.map(([name, { of }]) => [name, rounded(of(findings), 3)]));
}

/** Ratios held against those that were kept. */
export interface Comparison {
  /** A sentence for each of the ratios found. */
  lines: string[];
  /** The sentences of those that lost more than is bearable, or that nothing was kept of. */
  losses: string[];
}

export function compareRatios(found: Ratios, kept: Ratios): Comparison {
  const all = Object.entries(found).map(([name, value]) => compared(name, value, kept[name]));
  return {
    lines: all.map(({ line }) => line),
    losses: all.filter(({ isLost }) => isLost).map(({ line }) => line),
  };
}

function compared(name: string, value: number, kept: number | undefined): { line: string; isLost: boolean } {
  if (kept === undefined) {
    return { line: `${name}: found ${value}, nothing kept; --keep keeps it`, isLost: true };
  }
  const loss = KINDS[name]?.isMoreBetter ? 1 - value / kept : value / kept - 1;
  const change = loss > 0 ? `a loss of ${percent(loss)}` : `a gain of ${percent(-loss)}`;
  const isLost = loss > BEARABLE_LOSS;
  const judged = isLost ? `${change}, more than ${percent(BEARABLE_LOSS)}` : change;
  return { line: `${name}: kept ${kept}, found ${value}: ${judged}`, isLost };
}

const percent = (share: number): string => `${rounded(share * 100, 1)} %`;

function figure(findings: Findings, part: string, name: string): number {
  const value = findings[part]?.[name];
  if (typeof value !== 'number') throw new Error(`The part ${part} tells no ${name}.`);
  return value;
}
