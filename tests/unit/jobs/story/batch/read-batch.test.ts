import { describe, expect, it } from 'vitest';
import { MOST_AT_ONCE, MOST_STORIES, USUAL_AT_ONCE } from '#jobs/story/batch/batch-limits.ts';
import { readTerms } from '#jobs/story/batch/batch-terms.ts';
import { type BatchReading, readBatch } from '#jobs/story/batch/read-batch.ts';
import { readStoryFiles, readStoryObjects } from '#jobs/story/batch/story-lines.ts';

const NOTHING = { options: {}, looksFirst: false };
const issuesOf = (reading: BatchReading) =>
  reading.ok ? [] : reading.issues.map(({ place, field, code }) => [place?.line ?? null, field, code]);

describe('a batch', () => {
  it('says of every line what is wrong with it, and takes none while anything is', async () => {
    const text = 'story,style,scenes\nA fox woke.,plaid,99\n,papercut,\nA hare ran.,neon,3\n';
    const reading = await readBatch(readStoryFiles([{ name: 'a.csv', text }]), NOTHING, {});
    expect(issuesOf(reading)).toEqual([
      [2, 'style', 'unknown_style'],
      [2, 'scenes', 'scenes_out_of_range'],
      [3, 'story', 'story_empty'],
    ]);
  });

  it('gives all stories what is chosen for all, save where they say otherwise', async () => {
    const text = 'story,style\nA fox woke.,\nA hare ran.,neon\n';
    const reading = await readBatch(
      readStoryFiles([{ name: 'a.csv', text }]),
      { options: { style: 'gouache', speed: 'slow' }, looksFirst: true },
      {},
    );
    expect(reading.ok && reading.stories.map(({ draft: { options } }) => options)).toMatchObject([
      { style: 'gouache', speed: 'slow', review: 'storyboard' },
      { style: 'neon', speed: 'slow', review: 'storyboard' },
    ]);
  });

  it('says once what is wrong with what is chosen for all, beside what is wrong with a line', async () => {
    const text = 'story,title\nA fox woke.,\nA hare ran.,\n,x\n';
    const reading = await readBatch(
      readStoryFiles([{ name: 'a.csv', text }]),
      { options: { style: 'plaid' }, looksFirst: false },
      {},
    );
    expect(issuesOf(reading)).toEqual([
      [null, 'style', 'unknown_style'],
      [4, 'story', 'story_empty'],
    ]);
  });

  it('has one story at least, and not too many', async () => {
    expect(issuesOf(await readBatch(readStoryFiles([]), NOTHING, {}))).toEqual([[null, null, 'batch_empty']]);
    const many = Array.from({ length: MOST_STORIES + 1 }, () => ({ story: 'A fox woke.' }));
    expect(issuesOf(await readBatch(readStoryObjects(many), NOTHING, {}))).toEqual([
      [null, null, 'batch_too_many'],
    ]);
    expect((await readBatch(readStoryObjects(many.slice(1)), NOTHING, {})).ok).toBe(true);
  });
});

describe('what holds for a batch', () => {
  it('is usual where it is left out', () => {
    expect(readTerms({})).toEqual({
      terms: { name: '', atOnce: USUAL_AT_ONCE, capUsd: null, looksFirst: false },
      issues: [],
    });
  });

  it('is read from a form and from JSON alike', () => {
    const terms = { name: 'Fox week', atOnce: 3, capUsd: 12.5, looksFirst: true };
    const form = { name: ' Fox\n week ', atOnce: '3', capUsd: '12.50', lookFirst: '1' };
    for (const sent of [form, { ...terms, lookFirst: true }])
      expect(readTerms(sent)).toEqual({ terms, issues: [] });
  });

  it.each([
    [{ atOnce: '0' }, 'batch_at_once'],
    [{ atOnce: String(MOST_AT_ONCE + 1) }, 'batch_at_once'],
    [{ atOnce: '1.5' }, 'batch_at_once'],
    [{ atOnce: 'many' }, 'batch_at_once'],
    [{ capUsd: '-1' }, 'batch_cap'],
    [{ capUsd: 'ten' }, 'batch_cap'],
    [{ capUsd: '1e9' }, 'batch_cap'],
    [{ name: 'x'.repeat(200) }, 'batch_name_too_long'],
  ])('is refused: %j', (sent, code) => {
    expect(readTerms(sent).issues.map((issue) => issue.code)).toEqual([code]);
  });
});
