import { describe, expect, it } from 'vitest';
import {
  captionGrouping,
  captionPages,
  currentWord,
  lineText,
  openingWords,
  pageAt,
  readingLength,
  spokenPart,
} from '#remotion/captions/captions.ts';
import { CAPTION_STYLES, FORMAT_NAMES, type Word } from '#remotion/contract/story-props.ts';
import { frameMoment } from '#remotion/contract/timing.ts';

const STORY =
  'Once upon a time, in a village by the sea, there lived an old clockmaker named Mr. Finch. ' +
  '“Who stole the moon?” he cried — and nobody answered! He waited, and waited, until the very last star ' +
  'had gone; then, quietly, he built a moon of his own out of Donaudampfschifffahrtsgesellschaftskapitän brass.';

/** Times words evenly, with an extra silence of `pauses[i]` ms after the word at i. */
function speak(text: string, pauses: Record<number, number> = {}): Word[] {
  let ms = 200;
  return text.split(' ').map((word, at) => {
    const startMs = ms;
    ms += 300 + (pauses[at] ?? 0);
    return { text: word, startMs, endMs: startMs + 280 };
  });
}

const lines = (words: Word[], style: (typeof CAPTION_STYLES)[number] = 'pop') =>
  captionPages(words, captionGrouping(style, '9:16')).map((page) => page.lines.map(lineText).join(' / '));

describe('captionPages', () => {
  const words = speak(STORY);

  for (const style of CAPTION_STYLES) {
    for (const format of FORMAT_NAMES) {
      const grouping = captionGrouping(style, format);
      const pages = captionPages(words, grouping);

      it(`keeps every word once, in order and unchanged (${style}, ${format})`, () => {
        expect(pages.flatMap((page) => page.lines.flat())).toEqual(words);
      });

      it(`keeps within words and lines, and within a line's characters but for one long word (${style}, ${format})`, () => {
        for (const page of pages) {
          expect(page.lines.flat().length).toBeLessThanOrEqual(grouping.maxWords);
          expect(page.lines.length).toBeLessThanOrEqual(grouping.maxLines);
          for (const line of page.lines) {
            if (line.length > 1)
              expect([...lineText(line)].length).toBeLessThanOrEqual(grouping.maxLineChars);
          }
        }
      });

      it(`shows each word at every moment that it is spoken (${style}, ${format})`, () => {
        for (const word of words) {
          for (const ms of [word.startMs, (word.startMs + word.endMs) / 2, word.endMs - 1]) {
            const page = pageAt(pages, ms);
            expect(page && currentWord(page, ms)).toBe(word);
          }
        }
      });

      it(`never shows two pages at once (${style}, ${format})`, () => {
        pages.slice(1).forEach((page, at) => {
          expect(pages[at]?.endMs).toBeLessThanOrEqual(page.startMs);
        });
      });
    }
  }

  it('ends a page with its sentence, but not at an abbreviation', () => {
    expect(lines(speak('He ran. She hid.'))).toEqual(['He ran.', 'She hid.']);
    expect(lines(speak('here is Mr. Finch'))).toEqual(['here is / Mr. Finch']);
  });

  it('ends a page at a pause', () => {
    expect(lines(speak('one two three'))).toEqual(['one two three']);
    expect(lines(speak('one two three', { 0: 600 }))).toEqual(['one', 'two three']);
  });

  it('breaks at a comma rather than elsewhere, and not after an article', () => {
    expect(lines(speak('far away, the little fox slept'))).toEqual(['far away,', 'the little / fox slept']);
    for (const page of lines(speak(STORY))) expect(page).not.toMatch(/ (the|a|an)$/u);
  });

  it('shows one word at a time in the big style', () => {
    expect(lines(speak('a small step'), 'big')).toEqual(['a', 'small', 'step']);
  });

  it('takes a page away after a while when nothing follows', () => {
    const [page] = captionPages(speak('The end.'), captionGrouping('pop', '9:16'));
    expect(page?.endMs).toBeGreaterThan(780);
    expect(pageAt(page ? [page] : [], 5000)).toBeNull();
  });

  it('has no pages where there are no words', () => {
    expect(captionPages([], captionGrouping('karaoke', '1:1'))).toEqual([]);
  });

  it('loses no word of a sentence of 600', () => {
    const long = speak(Array.from({ length: 600 }, (_, at) => `word${at}`).join(' '));
    const pages = captionPages(long, captionGrouping('subtle', '16:9'));
    expect(pages.flatMap((page) => page.lines.flat())).toEqual(long);
  });

  it('highlights at each frame the word that is spoken at its moment', () => {
    const pages = captionPages(words, captionGrouping('pop', '9:16'));
    for (let frame = 6; frame < 400; frame++) {
      const ms = frameMoment(frame);
      const spoken = words.find((word) => word.startMs <= ms && ms < word.endMs);
      const page = pageAt(pages, ms);
      if (spoken) expect(page && currentWord(page, ms)?.text).toBe(spoken.text);
    }
  });
});

describe('spokenPart', () => {
  it('runs from 0 to 1 through a word and stands a word without length', () => {
    const word = { text: 'sea', startMs: 100, endMs: 300 };
    expect([50, 100, 200, 300, 400].map((ms) => spokenPart(word, ms))).toEqual([0, 0, 0.5, 1, 1]);
    expect(spokenPart({ ...word, endMs: 100 }, 101)).toBe(1);
  });
});

describe('openingWords', () => {
  it('ends at the first comma or stop, or after a few words', () => {
    expect(openingWords(speak('Far away, a fox slept.'))).toBe('Far away');
    expect(openingWords(speak('He ran! She hid.'))).toBe('He ran!');
    expect(openingWords(speak('one two three four five six seven'))).toBe('one two three four five six…');
    expect(openingWords([])).toBe('');
  });
});

describe('captionPages in other scripts', () => {
  const PHRASES = {
    japanese: 'むかしむかし、森の中に小さなきつねが住んでいました。月を見つけて、とても喜びました。',
    chinese: '很久很久以前，森林里住着一只小狐狸，她发现了月亮，就把它带回了家。',
    thai: 'กาลครั้งหนึ่งนานมาแล้ว มีสุนัขจิ้งจอกตัวน้อยอาศัยอยู่ในป่าใหญ่',
    arabic: 'كان يا ما كان، في قديم الزمان، ثعلب صغير وجد القمر.',
  };
  for (const [name, phrase] of Object.entries(PHRASES)) {
    for (const style of CAPTION_STYLES) {
      it(`cuts a phrase that is spoken as one word, and keeps all of it within the lines (${name}, ${style})`, () => {
        const grouping = captionGrouping(style, '9:16');
        const pages = captionPages([{ text: phrase, startMs: 0, endMs: 12_000 }], grouping);
        const words = pages.flatMap((page) => page.lines.flat());
        expect(lineText(words)).toBe(phrase);
        if (name === 'arabic') return;
        expect(pages.length).toBeGreaterThan(1);
        for (const line of pages.flatMap((page) => page.lines)) {
          if (line.length > 1)
            expect(readingLength(lineText(line).trimEnd())).toBeLessThanOrEqual(grouping.maxLineChars);
          expect(lineText(line)).not.toMatch(/^[、。，]/u);
        }
      });
    }
  }

  it('ends a page at a full stop of any script', () => {
    expect(lines(speak('يا ثعلب؟ نعم يا قمر'))).toEqual(['يا ثعلب؟', 'نعم يا قمر']);
    expect(lines(speak('एक समय। दो चाँद'))).toEqual(['एक समय।', 'दो चाँद']);
    expect(lines([{ text: '月だ。狐だ。', startMs: 0, endMs: 2000 }])).toEqual(['月だ。', '狐だ。']);
  });
});

describe('captionPages where the author set breaks', () => {
  it.each(CAPTION_STYLES)('begins a new page after each, and shows none of them (%s)', (style) => {
    const words = speak('Once upon\n a time there\n was');
    const pages = captionPages(words, captionGrouping(style, '9:16'));
    const shown = pages.flatMap((page) => page.lines.flat()).map(({ text }) => text);
    expect(shown).toEqual(['Once', 'upon', 'a', 'time', 'there', 'was']);
    const opening = pages.map((page) => page.lines[0]?.[0]?.text);
    expect(opening).toEqual(expect.arrayContaining(['Once', 'a', 'was']));
  });

  it('keeps them in scripts without spaces', () => {
    const words = [
      { text: '狐は', startMs: 0, endMs: 400 },
      { text: '見ました\n', startMs: 400, endMs: 900 },
      { text: '月を', startMs: 900, endMs: 1400 },
    ];
    expect(lines(words, 'subtle')).toEqual(['狐は見ました', '月を']);
  });
});
