import { describe, expect, it } from 'vitest';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { isAnyUnderWay, publicationView, publicationWords } from '#app/publishing/publication-view.ts';
import type { Publication } from '#jobs/db/publishing/publications.server.ts';

const publication = (patch: Partial<Publication> = {}): Publication => ({
  ...{ id: 'p', videoId: 'v', accountId: 'a', kind: 'youtube', target: 'Films', filmHash: 'h' },
  words: { title: 'The Fox', description: '' },
  wishes: { privacy: 'unlisted', madeForKids: false, category: '24' },
  ...{ state: 'queued', fault: null, note: null, againAt: null, bytesSent: 0, bytesTotal: null },
  ...{ address: null, createdAt: new Date('2026-11-30T12:00:00Z'), publishedAt: null },
  ...patch,
});
const fault = { code: 'youtube_busy', message: 'YouTube is busy.', hint: 'Wait.', retryable: true };
const wordsOf = (patch: Partial<Publication>) =>
  publicationWords(publicationView(publication(patch)), ENGLISH);

describe('what became of a film', () => {
  it('is told in a sentence', () => {
    expect(wordsOf({})).toBe('Waits for its turn.');
    expect(wordsOf({ state: 'uploading' })).toBe('On its way.');
    expect(wordsOf({ state: 'uploading', bytesSent: 1, bytesTotal: 3 })).toBe('On its way: 33 %.');
    expect(wordsOf({ state: 'uploading', fault })).toBe('YouTube is busy. It is tried again by itself.');
    expect(wordsOf({ state: 'published' })).toBe('Published (unlisted).');
    expect(wordsOf({ state: 'published', kind: 'webhook' })).toBe('The address has taken it.');
    expect(wordsOf({ state: 'failed', fault })).toBe('YouTube is busy. Wait.');
    expect(wordsOf({ state: 'cancelled' })).toBe('Stopped.');
  });

  it('is whole once it is published', () => {
    expect(publicationView(publication({ state: 'published', bytesSent: 2, bytesTotal: 3 })).progress).toBe(
      100,
    );
  });

  it('is asked for again while something is on its way', () => {
    expect(isAnyUnderWay([{ state: 'published' }, { state: 'uploading' }])).toBe(true);
    expect(isAnyUnderWay([{ state: 'published' }, { state: 'failed' }, { state: 'cancelled' }])).toBe(false);
  });
});
