import { describe, expect, it } from 'vitest';
import { joinWords, separateWords, splitWords, wordJoint } from '#remotion/contract/story-words.ts';

const TEXTS = [
  'Once upon a time, “a fox” said: wait…',
  'むかしむかし、森の中に小さなきつねが住んでいました。「月は、どこだ？」と彼は言った。',
  '從前，有一隻小狐狸住在森林裡。她問：「月亮去哪裡了？」',
  '我用 iPhone 拍照了。3月5日、USBメモリを買った。',
  'กาลครั้งหนึ่งนานมาแล้ว มีสุนัขจิ้งจอกตัวน้อย',
  '옛날 옛적에 작은 여우가 살았어요. 학교(學校)에 갔다.',
  'كان يا ما كان، ثعلب صغير.',
];

describe('splitWords', () => {
  it.each(TEXTS)('loses and adds nothing: %s', (text) => {
    expect(joinWords(splitWords(text))).toBe(text);
  });

  it('splits at spaces where there are any', () => {
    expect(splitWords('  Once upon\na  time. ')).toEqual(['Once', 'upon', 'a', 'time.']);
    expect(splitWords('작은 여우가')).toEqual(['작은', '여우가']);
    expect(splitWords('')).toEqual([]);
  });

  it('finds the words of scripts without spaces', () => {
    expect(splitWords('小狐狸住在森林裡。').length).toBeGreaterThan(2);
    expect(splitWords('กาลครั้งหนึ่งนานมาแล้ว').length).toBeGreaterThan(3);
  });

  it('keeps punctuation with its word, so that no line begins with a stop or ends with an opening quote', () => {
    for (const word of TEXTS.flatMap(splitWords)) {
      expect(word).not.toMatch(/^[、。，？」』…]/u);
      expect(word.trimEnd()).not.toMatch(/[「『（“]$/u);
    }
  });

  it('keeps a particle with its word, and a number with its counter', () => {
    expect(splitWords('猫は歩いた')[0]).toBe('猫は');
    expect(splitWords('3月に')[0]).toMatch(/^3月/u);
  });
});

describe('wordJoint', () => {
  it('is a space between words of scripts that have one, and nothing else', () => {
    expect(wordJoint('a', 'fox')).toBe(' ');
    expect(wordJoint('작은', '여우')).toBe(' ');
    expect(wordJoint('小', '狐狸')).toBe('');
    expect(wordJoint('「月', 'は')).toBe('');
    expect(wordJoint('USB', 'メモリ')).toBe('');
    expect(wordJoint('แล้ว ', 'มี')).toBe('');
  });
});

describe('separateWords', () => {
  it('shares out the time of a phrase without gap or overlap', () => {
    const words = separateWords([{ text: '小狐狸住在森林裡。', startMs: 100, endMs: 1900 }]);
    expect(words.length).toBeGreaterThan(2);
    expect(words[0]?.startMs).toBe(100);
    expect(words.at(-1)?.endMs).toBe(1900);
    words.slice(1).forEach((word, at) => {
      expect(word.startMs).toBe(words[at]?.endMs);
    });
    for (const { startMs, endMs } of words) expect(endMs).toBeGreaterThan(startMs);
  });

  it('leaves all other words the very same', () => {
    const words = [{ text: 'fox', startMs: 0, endMs: 200 }];
    expect(separateWords(words)[0]).toBe(words[0]);
  });
});
