import { describe, expect, it } from 'vitest';
import { differenceIn } from '#jobs/sound/alignment/same-words.ts';

const TEXT = 'In 1984, Dr. Weiß paid $1,300 for the well-known lamp. “Who goes there?” she asked.';

describe('what was said is what was written', () => {
  it.each([
    ['word for word', TEXT],
    [
      'without marks, in other letters',
      'in 1984 dr weiss paid 1300 for the wellknown lamp who goes there she asked',
    ],
    ['with figures in words', TEXT.replace('1984', 'nineteen eighty-four').replace('$1,300', '1300 dollars')],
    ['with a word or two spelt otherwise', TEXT.replace('Weiß', 'Vice').replace('lamp', 'lamb')],
  ])('%s', (_what, transcript) => {
    expect(differenceIn(TEXT, transcript)).toBeNull();
  });

  it.each([
    ['a remark before it', `Here is the text: ${TEXT}`, '“here is the text” is not in the text'],
    ['a question after it', `${TEXT} Shall I go on reading?`, '“shall i go on reading” is not in the text'],
    ['an end that is left out', TEXT.split('“')[0] ?? '', '“who goes there she asked” was left out'],
    ['an answer', 'It is only me, madam, the keeper, and this is my cat.', 'was left out'],
    ['nothing', ' … ', 'it says no words'],
  ])('but not with %s', (_what, transcript, why) => {
    expect(differenceIn(TEXT, transcript)).toContain(why);
  });

  it('also in writings without spaces', () => {
    const text = '昔々、あるところにお爺さんとお婆さんが住んでいました。';
    expect(differenceIn(text, '昔々、あるところにおじいさんとお婆さんが住んでいました')).toBeNull();
    expect(differenceIn(text, 'こんにちは。今日はどうしましたか。')).not.toBeNull();
  });
});
