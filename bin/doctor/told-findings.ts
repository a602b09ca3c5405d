/** Findings as a person or a program reads them. Pure. */
import type { Finding } from './finding';

/** Takes every secret out of a finding, whoever has put it there. */
export function withoutSecrets(finding: Finding, secrets: readonly string[]): Finding {
  const longestFirst = [...secrets].sort((one, other) => other.length - one.length);
  const clean = (text: string) => longestFirst.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
  return { ...finding, says: clean(finding.says), mend: finding.mend && clean(finding.mend) };
}

/** A line for each; what is to be done stands behind an arrow. */
export function findingLines(findings: readonly Finding[]): string[] {
  const width = Math.max(...findings.map(({ about }) => about.length));
  return findings.map(({ state, about, says, mend }) =>
    // What programs said may have lines of its own.
    `${state.padEnd(5)}  ${about.padEnd(width)}  ${says}${mend ? ` → ${mend}` : ''}`.replace(
      /\s*\n\s*/g,
      ' ',
    ),
  );
}

/** The last line. */
export function summaryOf(findings: readonly Finding[]): string {
  const faults = findings.filter(({ state }) => state === 'fault').length;
  if (faults === 0) return 'Nothing keeps StoryShort from working here.';
  return faults === 1 ? '1 fault is to be mended.' : `${faults} faults are to be mended.`;
}
