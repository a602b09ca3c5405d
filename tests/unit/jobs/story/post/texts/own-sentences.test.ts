import { describe, expect, it } from 'vitest';
import { sentencesIn } from '#jobs/story/post/texts/own-sentences.ts';

describe('sentences', () => {
  it.each([
    ['en', 'The fox ran. It was late!', ['The fox ran.', 'It was late!']],
    ['en', 'Mr. Fox ran. He fell.', ['Mr. Fox ran.', 'He fell.']],
    ['en', '"How much?" he asked. "One."', ['"How much?" he asked.', '"One."']],
    ['en', 'One line\nand another', ['One line', 'and another']],
    ['de', 'Der Fuchs lief. Es war spät.', ['Der Fuchs lief.', 'Es war spät.']],
    [
      'ja',
      '手紙を書きました。「どこへ行くの。」風は答えません。',
      ['手紙を書きました。', '「どこへ行くの。」', '風は答えません。'],
    ],
    ['zh-Hans', '狐狸看见月亮。他笑了。', ['狐狸看见月亮。', '他笑了。']],
    ['hi', 'लोमड़ी भागी। देर हो गई।', ['लोमड़ी भागी।', 'देर हो गई।']],
    ['xx-unknown', 'One. Two.', ['One.', 'Two.']],
    ['en', '  \n ', []],
  ])('of %s', (language, text, sentences) => {
    expect(sentencesIn(text, language)).toEqual(sentences);
  });
});
