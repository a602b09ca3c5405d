import { describe, expect, it } from 'vitest';
import { isCountdown, labelOf, toldList } from '#jobs/studio/storyteller/telling/list-items.ts';

describe('a list', () => {
  it.each([
    ['1. One\n2. Two\n3. Three', ['One', 'Two', 'Three']],
    ['1) One\n2) Two\n3) Three', ['One', 'Two', 'Three']],
    ['- One\n- Two\n- Three', ['One', 'Two', 'Three']],
    ['• One\n• Two\n• Three', ['One', 'Two', 'Three']],
    ['①One\n②Two\n③Three', ['One', 'Two', 'Three']],
    ['Number 3: One\nNumber 2: Two\nNumber 1: Three', ['Number 3: One', 'Number 2: Two', 'Number 1: Three']],
    ['1. One\nmore of it\n2. Two\n3. Three', ['One\nmore of it', 'Two', 'Three']],
  ])('of %j has its items', (story, texts) => {
    expect(toldList(story)?.items.map(({ text }) => text)).toEqual(texts);
  });

  it.each([
    '1. One\n2. Two',
    'In 1999 we left.\nIn 2004 we came back.',
    '3.5 km is far.\n2.5 km is not.\n1 is near.',
  ])('is not %j', (story) => expect(toldList(story)).toBeNull());

  it('has what leads to it and what follows it', () => {
    expect(toldList('Three things\n\n- a\n- b\n- c\n\nThat is all.')).toMatchObject({
      before: 'Three things',
      after: 'That is all.',
    });
  });

  it('counts down where its numbers do', () => {
    expect(isCountdown(toldList('3. a\n2. b\n1. c')?.items ?? [])).toBe(true);
    expect(isCountdown(toldList('1. a\n2. b\n3. c')?.items ?? [])).toBe(false);
  });

  it.each([
    ['Bernina Express. From Chur in Switzerland to Tirano.', 'Bernina Express'],
    ['Sleep — eight hours of it', 'Sleep'],
    ['Walk', 'Walk'],
  ])('calls “%s” %s', (text, label) => {
    expect(labelOf({ marker: '1.', number: 1, text })).toBe(label);
  });
});
