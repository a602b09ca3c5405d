import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRAWN } from '#jobs/story/film/scene-content.ts';
import { hasQuotes, speechParts } from '#jobs/story/film/speakers/quoted-speech.ts';

const partsOf = (text: string) =>
  speechParts(text).map(({ text: part, isQuoted }) => (isQuoted ? `Q ${part}` : part));

describe('quoted lines', () => {
  it.each([
    ['The owl said, “Who goes there?” and waited.', ['The owl said,', 'Q “Who goes there?”', 'and waited.']],
    ['"Stop!" he cried. "Stop now!"', ['Q "Stop!"', 'he cried.', 'Q "Stop now!"']],
    ['„Halt“, rief er.', ['Q „Halt“,', 'rief er.']],
    ['Elle dit « bonjour » et partit.', ['Elle dit', 'Q « bonjour »', 'et partit.']],
    ['狐は「ただいま」と言った。', ['狐は', 'Q 「ただいま」', 'と言った。']],
    ['“All of it is said.”', ['Q “All of it is said.”']],
  ])('are told apart in %s', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
    expect(hasQuotes({ narration: text, picture: DRAWN })).toBe(true);
  });

  it.each(['The fox ran.', 'A mark " alone', 'It’s Ann’s fox.', '5" by 7'])('are none in %s', (text) => {
    expect(partsOf(text)).toEqual([text]);
    expect(hasQuotes({ narration: text, picture: DRAWN })).toBe(false);
  });

  it('lose no letter of any text', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '“', '”', '"', '.', '「', '」') });
    fc.assert(
      fc.property(letters, (text) => {
        const bare = (said: string) => said.replace(/[^\p{L}]/gu, '');
        expect(bare(partsOf(text).join('').replaceAll('Q ', ''))).toBe(bare(text));
      }),
    );
  });
});
