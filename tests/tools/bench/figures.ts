/** What a part of the bench tells, and how it is shown. Pure. */

/** Figures by their names; a sentence in a figure's place says why there is none. */
export type Figures = Record<string, number | string>;

/** What all parts told, by their names. */
export type Findings = Record<string, Figures>;

/** @param digits behind the point */
export function rounded(value: number, digits = 2): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

/** The findings as lines to be read. */
export function figureLines(findings: Findings): string[] {
  return Object.entries(findings).flatMap(([name, figures]) => [
    name,
    ...Object.entries(figures).map(([key, value]) => `  ${key.padEnd(32)} ${value}`),
  ]);
}

/** The findings as JSON, of what was measured alone. */
export function figureJson(findings: Findings): string {
  return JSON.stringify(findings, (_, value: unknown) => (typeof value === 'string' ? undefined : value), 2);
}
