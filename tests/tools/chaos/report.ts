/** What the trials found, as a table to be read. Pure. */
import type { Trial, TrialFindings } from './trial';

export interface TrialReport {
  trial: Pick<Trial, 'name' | 'what'>;
  rounds: number;
  findings: TrialFindings;
  /** s */
  tookS: number;
}

/** Rows of a Markdown table, one for each trial, its head included. */
export function reportTable(reports: readonly TrialReport[]): string[] {
  return [
    '| trial | what is broken | breaks | videos: completed, failed with a reason, cancelled | promises broken | s |',
    '|---|---|---|---|---|---|',
    ...reports.map(({ trial, findings, tookS }) => {
      const { completed, failed, cancelled } = findings.ended;
      const cells = findings.left
        ? ['–', `not here: ${findings.left}`, '–']
        : [
            breakWords(findings),
            `${completed}, ${failed}${reasonWords(findings)}, ${cancelled}`,
            String(findings.broken.length),
          ];
      return `| ${[`\`${trial.name}\``, trial.what, ...cells, Math.round(tookS)].join(' | ')} |`;
    }),
  ];
}

/** Each kind of break with how often, the sum first where there are several. */
export function breakWords({ breaks, figures = {} }: TrialFindings): string {
  const kinds = Object.entries(breaks);
  const sum = kinds.reduce((total, [, count]) => total + count, 0);
  const parts = kinds.length > 1 ? kinds.map(([what, count]) => `${what} ${count}`) : [];
  const more = Object.entries(figures).map(([what, figure]) => `${what}: ${figure}`);
  return [`${sum}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`, ...more].join('; ');
}

function reasonWords({ reasons }: TrialFindings): string {
  const words = Object.entries(reasons).map(([code, count]) => `${code} ${count}`);
  return words.length > 0 ? ` (${words.join(', ')})` : '';
}
