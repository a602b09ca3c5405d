import { describe, expect, it } from 'vitest';
import { missingGlyphs } from '#jobs/story/film/glyphs.ts';

describe('missingGlyphs', () => {
  it.each([
    'A fox — “café”, naïve, Łódź, Đà Nẵng, 3 €.',
    'Жила-была маленькая лиса, щавель, ґанок.',
    'Μια φορά κι έναν καιρό, ᾠδή',
    'كان يا ما كان، ثَعْلَبٌ صغير؟ ٧',
    'שועל קָטָן',
    'एक छोटी लोमड़ी क्षत्रिय।',
    'กาลครั้งหนึ่งนานมาแล้ว ๑๒',
    '很久很久以前，森林里住着一只小狐狸。',
    '從前，有一隻小狐狸住在森林裡。',
    'むかしむかし、カメラと薔薇。',
    '옛날 옛적에 뷁',
    '🦊 👩‍🚀 👨‍👩‍👧 🏳️‍🌈 👍🏽 🇫🇷 ❤️ 1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
    'tabs\tand\nlines \u200b\u00ad',
    '',
  ])('finds all of “%s”', (text) => {
    expect(missingGlyphs(text)).toEqual([]);
  });

  it('names what no font has, each once and in order', () => {
    expect(missingGlyphs('ა fox ሀ and ა')).toEqual(['ა', 'ሀ']);
  });

  it('names a letter with its accent when the accent is what is missing', () => {
    expect(missingGlyphs('a\u1ab0')).toEqual(['a\u1ab0']);
  });
});
