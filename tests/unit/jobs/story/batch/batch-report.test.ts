import { describe, expect, it } from 'vitest';
import { filmName, type ReportedItem, reportJson, reportTable } from '#jobs/story/batch/batch-report.ts';
import { readCsv } from '#jobs/story/batch/csv-rows.ts';
import { ITEM_STATES, isItemOver, itemStateOf } from '#jobs/story/batch/item-state.ts';

const item = (patch: Partial<ReportedItem>): ReportedItem => ({
  ...{ position: 0, title: 'The Fox', state: 'ready', videoId: 'v1', fault: null, durationMs: 12_340 },
  ...{ costUsd: 0.25, ...patch },
});

describe('the report of a batch', () => {
  it('has a row for each story, with its file or why there is none', () => {
    const fault = { code: 'x', message: 'It broke, badly.', hint: 'Press "Retry".', retryable: true };
    const failed = item({ position: 1, title: 'Owl', state: 'failed', fault, durationMs: null, costUsd: 0 });
    const waiting = item({ position: 2, state: 'waiting', videoId: null, durationMs: null, costUsd: 0 });
    const { rows, flaw } = readCsv(reportTable([item({}), failed, waiting]));
    expect(flaw).toBeNull();
    expect(rows.map(({ fields }) => fields)).toEqual([
      ['number', 'title', 'state', 'file', 'seconds', 'cost_usd', 'video', 'reason', 'what_to_do'],
      ['1', 'The Fox', 'ready', '001-the-fox.mp4', '12.3', '0.25', 'v1', '', ''],
      ['2', 'Owl', 'failed', '', '', '0', 'v1', 'It broke, badly.', 'Press "Retry".'],
      ['3', 'The Fox', 'waiting', '', '', '0', '', '', ''],
    ]);
    const told = JSON.parse(reportJson({ id: 'b', name: 'Week' }, [item({}), failed]));
    expect(told).toMatchObject({
      ...{ id: 'b', name: 'Week' },
      items: [
        { number: 1, file: '001-the-fox.mp4' },
        { number: 2, file: null, code: 'x' },
      ],
    });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('runs nothing in a spreadsheet: %s', (title) => {
    const [, row] = readCsv(reportTable([item({ title })])).rows;
    expect(row?.fields[1]).toBe(`'${title}`);
  });
});

it('films are named by number and title, in an order that every program keeps', () => {
  expect(filmName({ position: 6, title: 'Ein Fuchs & der Mond' }, 12)).toBe('007-ein-fuchs-der-mond.mp4');
  expect(filmName({ position: 41, title: '../..' }, 1000)).toBe('0042-storyshort.mp4');
});

describe('the state of a story', () => {
  const facts = { hasBegun: true, isReleased: false, video: null, isBatchCancelled: false } as const;

  it.each([
    [{ hasBegun: false }, 'waiting'],
    [{ hasBegun: false, isBatchCancelled: true }, 'cancelled'],
    [{}, 'deleted'],
    [{ video: { status: 'pending', held: true } }, 'making'],
    [{ video: { status: 'script_generated', held: true } }, 'to-look-at'],
    [{ video: { status: 'script_generated', held: true }, isReleased: true }, 'going-on'],
    [{ video: { status: 'rendering', held: false }, isReleased: true }, 'making'],
    [{ video: { status: 'completed', held: false }, isBatchCancelled: true }, 'ready'],
    [{ video: { status: 'failed', held: false } }, 'failed'],
    [{ video: { status: 'cancelled', held: true } }, 'cancelled'],
  ] as const)('follows from its rows: %j', (patch, state) => {
    expect(itemStateOf({ ...facts, ...patch })).toBe(state);
  });

  it('is over where nothing more becomes of it', () => {
    expect(ITEM_STATES.filter(isItemOver)).toEqual(['ready', 'failed', 'cancelled', 'deleted']);
  });
});
