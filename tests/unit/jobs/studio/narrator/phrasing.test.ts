import { describe, expect, it } from 'vitest';
import { planUtterances } from '#jobs/studio/narrator/speak.ts';
import { captionTokens } from '#jobs/studio/narrator/text/caption-tokens.ts';
import { PAUSE_MS, pausesAfter } from '#jobs/studio/narrator/text/phrasing.ts';

const pauses = (text: string) => pausesAfter(captionTokens(text)).slice(0, -1);
const pauseAt = (text: string, index: number) => pausesAfter(captionTokens(text))[index];

describe('pausesAfter', () => {
  it.each([
    ['Yes, please', 'comma'],
    ['Stop. Go', 'sentence'],
    ['Stop! Go', 'sentence'],
    ['“Stop!” he said', 'comma'],
    ['“Stop.” “Go.”', 'turn'],
    ['wait; go', 'clause'],
    ['well — go', 'clause'],
    ['well… go', 'ellipsis'],
    ['well... Go', 'sentence'],
    ['he (softly) said', 'comma'],
    ['Mr. Fox', 'none'],
    ['J. Smith', 'none'],
    ['One\n\nTwo', 'paragraph'],
    ['Roses\nAre', 'clause'],
    ['hard\nwrapped', 'none'],
    ['No. Never', 'sentence'],
    ['plain words', 'none'],
    ['said “hello” twice', 'comma'],
  ])('%s: %s', (text, expected) => expect(pauses(text)[0]).toBe(expected));

  it('tells a short form inside a sentence from one at its end', () => {
    expect(pauseAt('at 3 p.m. The bell rang', 2)).toBe('sentence');
    expect(pauseAt('at 3 p.m. on Monday', 2)).toBe('none');
    expect(pauseAt('the U.S. Army came', 1)).toBe('none');
  });

  it('breathes in a long stretch, before a word that joins clauses', () => {
    const text =
      'the old fisherman pulled his heavy net slowly over the side because the morning tide was already turning back';
    const tokens = captionTokens(text);
    const breaths = pausesAfter(tokens).flatMap((pause, index) =>
      pause === 'breath' ? [tokens[index + 1]?.text] : [],
    );
    expect(breaths).toContain('because');
    expect(pauses('a short stretch needs no breath at all')).not.toContain('breath');
  });

  it('pauses longer the more is ended', () => {
    const lengths = (['breath', 'comma', 'clause', 'sentence', 'turn', 'paragraph'] as const).map(
      (pause) => PAUSE_MS[pause],
    );
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  });
});

describe('planUtterances', () => {
  it('speaks a sentence at a time, with its own mark', () => {
    const plan = planUtterances(captionTokens('Is it you? It is! Come in, friend.'));
    expect(plan.map(({ mark }) => mark)).toEqual(['?', '!', '.']);
    expect(plan[2]?.words.map(({ text, pauseMs }) => [text, pauseMs > 0])).toEqual([
      ['come', false],
      ['in', true],
      ['friend', true],
    ]);
  });

  it('speaks a sentence of 3,000 characters in parts', () => {
    const text = `${'the river went on and on through the valley '.repeat(68)}.`;
    const plan = planUtterances(captionTokens(text));
    expect(plan.length).toBeGreaterThan(5);
    for (const { words } of plan) expect(words.length).toBeLessThan(60);
  });

  it('keeps the token of every spoken word', () => {
    const [first] = planUtterances(captionTokens('It cost $5.50 there.'));
    expect(first?.words.map(({ token }) => token)).toEqual([0, 1, 2, 2, 2, 2, 2, 3]);
  });
});
