import { describe, expect, it } from 'vitest';
import type { Video } from '#jobs/story/film/video.ts';
import {
  isUnderWay,
  PUBLICATION_STATES,
  statesLeadingTo,
  UNDER_WAY,
} from '#jobs/story/publishing/publication-state.ts';
import { publishingPauseMs } from '#jobs/story/publishing/publishing-pause.ts';
import { readPublishingRequest } from '#jobs/story/publishing/publishing-request.ts';
import { suggestedWords } from '#jobs/story/publishing/suggested-words.ts';
import { videoOf } from '#tests/support/videos.ts';

describe('the states of a publication', () => {
  it('lead to each other', () => {
    expect(statesLeadingTo('uploading')).toEqual(['queued', 'uploading']);
    expect(statesLeadingTo('published')).toEqual(['uploading']);
    expect(statesLeadingTo('queued')).toEqual(['failed', 'cancelled']);
    expect(UNDER_WAY).toEqual(['queued', 'uploading']);
    expect(PUBLICATION_STATES.filter((state) => !isUnderWay(state))).toEqual([
      'published',
      'failed',
      'cancelled',
    ]);
  });
});

describe('the pause after a setback', () => {
  it('grows, up to ten minutes, and by chance', () => {
    expect([1, 2, 3].map((setbacks) => publishingPauseMs(setbacks, null, 1))).toEqual([2000, 4000, 8000]);
    expect(publishingPauseMs(1, null, 0)).toBe(1000);
    expect(publishingPauseMs(30, null, 1)).toBe(600_000);
  });

  it('comes on top of what the other side asks for', () => {
    expect(publishingPauseMs(1, 30_000, 0)).toBe(31_000);
  });
});

describe('what is asked for', () => {
  const suggested = { title: 'The Fox', description: 'A fox.' };
  const read = (fields: Record<string, unknown>) => readPublishingRequest(fields, suggested);
  const issuesOf = (fields: Record<string, unknown>) => {
    const result = read({ madeForKids: 'no', ...fields });
    return result.ok ? [] : result.issues.map(({ code }) => code);
  };

  it('takes what is suggested, and keeps it private, where nothing is said', () => {
    expect(read({ madeForKids: false })).toEqual({
      ok: true,
      words: suggested,
      wishes: { privacy: 'private', madeForKids: false, category: '24' },
    });
  });

  it('asks whether it is made for children, and never guesses', () => {
    expect(read({})).toMatchObject({ ok: false, issues: [{ field: 'madeForKids' }] });
    expect(read({ madeForKids: 'yes' })).toMatchObject({ ok: true, wishes: { madeForKids: true } });
  });

  it('holds the limits of YouTube: characters of a title, bytes of a description', () => {
    expect(issuesOf({ title: '🦊'.repeat(100) })).toEqual([]);
    expect(issuesOf({ title: '🦊'.repeat(101) })).toEqual(['publishing_title_long']);
    expect(issuesOf({ description: 'ä'.repeat(2500) })).toEqual([]);
    expect(issuesOf({ description: 'ä'.repeat(2501) })).toEqual(['publishing_description_long']);
  });

  it('tells all that is wrong at once', () => {
    const fields = { title: ' ', description: '<', privacy: 'secret', category: '999', madeForKids: 'maybe' };
    expect(issuesOf(fields)).toEqual([
      'publishing_title_empty',
      'publishing_description_brackets',
      'publishing_privacy',
      'publishing_category',
      'publishing_made_for_kids',
    ]);
    expect(issuesOf({ title: 'a > b' })).toEqual(['publishing_title_brackets']);
  });
});

describe('suggested words', () => {
  const suggested = (patch: Partial<Video>) => suggestedWords(videoOf({ scenes: [], ...patch }), null);

  it('are the title and how the story begins, in whole sentences, without what YouTube refuses', () => {
    const story = `${'A fox walked on. '.repeat(30)}The <end>.`;
    const { title, description } = suggested({ title: 'The <Fox>', story });
    expect(title).toBe('The Fox');
    expect(description.startsWith('A fox walked on.')).toBe(true);
    expect(description).not.toContain('end');
  });

  it('are what YouTube takes, whatever the story is', () => {
    for (const story of ['狐は歩いた。'.repeat(200), 'x'.repeat(5000), '🦊'.repeat(500), '< > <', 'One.']) {
      const words = suggested({ title: '', story });
      const read = readPublishingRequest({ madeForKids: true }, words);
      expect([story.slice(0, 5), read.ok || words.title.trim() === '']).toEqual([story.slice(0, 5), true]);
    }
  });
});
