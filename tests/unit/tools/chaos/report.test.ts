import { describe, expect, it } from 'vitest';
import { breakWords, reportTable } from '#tests/tools/chaos/report.ts';
import { addFindings, countBreak, countEnd, noFindings } from '#tests/tools/chaos/trial.ts';

describe('the report of chaos', () => {
  it('adds up what lanes found', () => {
    const findings = noFindings();
    countBreak(findings, 'voice');
    const more = noFindings();
    countBreak(more, 'voice');
    countBreak(more, 'film');
    addFindings(findings, {
      ...more,
      broken: ['one'],
      ended: { completed: 2, failed: 0, cancelled: 0 },
      figures: { s: 3 },
    });
    countEnd(findings, 'failed', 'disk_full');
    expect(findings).toEqual({
      breaks: { voice: 2, film: 1 },
      ended: { completed: 2, failed: 1, cancelled: 0 },
      reasons: { disk_full: 1 },
      broken: ['one'],
      figures: { s: 3 },
    });
    expect(breakWords(findings)).toBe('3 (voice 2, film 1); s: 3');
    expect(breakWords({ ...noFindings(), breaks: { films: 4 } })).toBe('4');
  });

  it('has a row for each trial, and says what could not be carried out', () => {
    const trial = { name: 'disk', what: 'the disk is full' };
    const done = { ...noFindings(), breaks: { full: 2 }, ended: { completed: 2, failed: 0, cancelled: 0 } };
    const failed = noFindings();
    countEnd(failed, 'failed', 'worker_died');
    const rows = reportTable([
      { trial, rounds: 2, findings: done, tookS: 12.4 },
      { trial, rounds: 2, findings: failed, tookS: 3 },
      { trial, rounds: 2, findings: { ...noFindings(), left: 'no disk' }, tookS: 0 },
    ]);
    expect(rows.slice(2)).toEqual([
      '| `disk` | the disk is full | 2 | 2, 0, 0 | 0 | 12 |',
      '| `disk` | the disk is full | 0 | 0, 1 (worker_died 1), 0 | 0 | 3 |',
      '| `disk` | the disk is full | – | not here: no disk | – | 0 |',
    ]);
  });
});
