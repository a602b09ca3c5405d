import { describe, expect, it } from 'vitest';
import { draftToShow, type KeptDraft, parseDraft } from '#app/create/draft/kept-draft.ts';

const draft = (patch: Partial<KeptDraft> = {}): KeptDraft => ({
  id: 'a',
  at: 1000,
  given: '',
  fields: { story: 'A fox.', style: 'neon' },
  files: { ownMusic: 'tune.mp3' },
  aside: [{ story: 'An owl.' }],
  ...patch,
});

describe('a kept draft', () => {
  it('is read as it was kept', () => {
    expect(parseDraft(JSON.stringify(draft()))).toEqual(draft());
  });

  it.each([
    null,
    '',
    'A fox.',
    '[]',
    '{}',
    '{"id":"a"}',
    JSON.stringify({ ...draft(), fields: { story: 1 } }),
  ])('is none where something else is kept: %s', (text) => {
    expect(parseDraft(text)).toBeNull();
  });
});

describe('which draft a tab shows', () => {
  const older = draft({ at: 1 });
  const newer = draft({ at: 2 });

  it.each([
    ['nothing', null, null, null],
    ['its own where there is no other', older, null, older],
    ['the one of all tabs where it has none', null, newer, newer],
    ['the newer state of the same draft', older, newer, newer],
    ['its own state where that is the newer', newer, older, newer],
  ])('is %s', (_which, own, shared, shown) => {
    expect(draftToShow(own, shared)).toEqual(shown);
  });

  it('is its own where another tab began a draft of its own later', () => {
    expect(draftToShow(older, draft({ id: 'b', at: 9 }))).toEqual(older);
  });
});
