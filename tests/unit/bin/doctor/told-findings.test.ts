import { describe, expect, it } from 'vitest';
import { fault, note, ok } from '#bin/doctor/finding.ts';
import { findingLines, summaryOf, withoutSecrets } from '#bin/doctor/told-findings.ts';

const FINDINGS = [
  ok('Node', 'Node 24.'),
  note('voices', 'None.', 'npm run voices'),
  fault('data', 'Full.\n  Really.', 'make room'),
];

describe('findings', () => {
  it('have a line each, with what mends them', () => {
    expect(findingLines(FINDINGS)).toEqual([
      'ok     Node    Node 24.',
      'note   voices  None. → npm run voices',
      'fault  data    Full. Really. → make room',
    ]);
  });

  it('are summed up', () => {
    expect(summaryOf(FINDINGS)).toBe('1 fault is to be mended.');
    expect(summaryOf([...FINDINGS, ...FINDINGS])).toBe('2 faults are to be mended.');
    expect(summaryOf(FINDINGS.slice(0, 2))).toBe('Nothing keeps StoryShort from working here.');
  });

  it('lose every secret, also one that begins like another', () => {
    const said = fault('database', 'password=open-sesame-2', 'not open-sesame');
    expect(withoutSecrets(said, ['open-sesame', 'open-sesame-2'])).toMatchObject({
      says: 'password=…',
      mend: 'not …',
    });
  });
});
