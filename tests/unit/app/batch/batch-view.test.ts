import { describe, expect, it } from 'vitest';
import { batchName, batchView } from '#app/batch/batch-view.ts';
import { batchChoosers } from '#app/batch/choosers.ts';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { createTranslated } from '#app/language/translated-words.ts';
import type { BatchItem } from '#jobs/db/batches/batch-items.server.ts';
import type { Batch } from '#jobs/db/batches/batches.server.ts';
import { factsOf } from '#jobs/story/film/video.ts';
import { BUILT_IN_SPEECH } from '#jobs/story/language/speech-language.ts';
import { videoOf } from '#tests/support/videos.ts';

const BATCH: Batch = {
  ...{ id: 'b', name: '', atOnce: 4, capUsd: null, looksFirst: false, isPaused: false, trouble: null },
  ...{ cancelledAt: null, createdAt: new Date('2026-11-30T10:00:00Z'), ownerId: null },
};
const item = (patch: Partial<BatchItem>): BatchItem => ({
  ...{ position: 0, title: 'Fox', state: 'waiting', videoId: null, facts: null, attention: 0 },
  ...{ filmKey: null, durationMs: null, ...patch },
});
const ready = item({
  ...{ position: 1, state: 'ready', videoId: 'v', filmKey: 'v/film.mp4', durationMs: 9000, attention: 1 },
  facts: factsOf(videoOf({ status: 'completed' })),
});
const failed = item({
  ...{ position: 2, state: 'failed', videoId: 'w', title: '' },
  facts: factsOf(
    videoOf({
      status: 'failed',
      error: { code: 'x', message: 'It broke.', hint: 'Mend it.', retryable: false },
    }),
  ),
});

describe('a batch as it is shown', () => {
  it('counts its stories, says of each what happens, and what it has cost', () => {
    const view = batchView(BATCH, [item({}), ready, failed], new Map([[1, 0.25]]), ENGLISH);
    expect(view).toMatchObject({
      ...{ state: 'running', spentUsd: 0.25, trouble: null },
      counts: { stories: 3, waiting: 1, ready: 1, failed: 1, making: 0 },
    });
    expect(
      view.items.map(({ number, title, stage, videoUrl, costUsd }) => [
        number,
        title,
        stage,
        videoUrl,
        costUsd,
      ]),
    ).toEqual([
      [1, 'Fox', 'Waits for its turn.', null, 0],
      [2, 'Fox', 'The film is ready; 1 scene needs attention.', '/media/v/film.mp4', 0.25],
      [3, 'Untitled story', 'Processing failed: It broke. Mend it.', null, 0],
    ]);
    expect(view.items[2]?.error).toEqual({ code: 'x', message: 'It broke.', hint: 'Mend it.' });
  });

  it.each([
    [{ isPaused: true }, [item({})], 'paused'],
    [{ isPaused: true }, [ready, failed], 'done'],
    [{ cancelledAt: new Date() }, [ready], 'cancelled'],
    [{}, [item({ state: 'to-look-at' })], 'running'],
  ] as const)('is in a state that follows from its rows: %#', (patch, items, state) => {
    expect(batchView({ ...BATCH, ...patch }, items, null, ENGLISH).state).toBe(state);
  });

  it('is told in the language of whoever looks at it', () => {
    const words = createTranslated('de', {
      'Untitled story': 'Geschichte ohne Titel',
      'Waits for its turn.': 'Wartet, bis sie an der Reihe ist.',
      'Processing failed: {{0}}': 'Die Verarbeitung ist gescheitert: {{0}}',
      'Batch of {{day}}': 'Stapel vom {{day}}',
    });
    const { items } = batchView(BATCH, [item({}), failed], null, words);
    expect(items.map(({ title, stage }) => [title, stage])).toEqual([
      ['Fox', 'Wartet, bis sie an der Reihe ist.'],
      ['Geschichte ohne Titel', 'Die Verarbeitung ist gescheitert: It broke. Mend it.'],
    ]);
    expect(batchName({ name: '', createdAt: '2026-11-30T10:00:00.000Z' }, words)).toBe(
      'Stapel vom 2026-11-30',
    );
  });

  it('is called by its day where it has no name', () => {
    const createdAt = '2026-11-30T10:00:00.000Z';
    expect(batchName({ name: '', createdAt }, ENGLISH)).toBe('Batch of 2026-11-30');
    expect(batchName({ name: 'Week', createdAt }, ENGLISH)).toBe('Week');
  });
});

it('offers for all stories what is offered for one, save what comes with one alone', () => {
  const choosers = batchChoosers({ speech: BUILT_IN_SPEECH, pictures: null, motion: null, canWrite: false });
  const names = choosers.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['style', 'format', 'voice', 'music', 'captions', 'speed']));
  for (const missing of ['review', 'quality', 'motion', 'writing']) expect(names).not.toContain(missing);
  const music = choosers.find(({ name }) => name === 'music');
  expect(music?.choices.map(({ value }) => value)).not.toContain('own');
});
