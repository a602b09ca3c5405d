import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRuns, runsHold, unicodeRange, writeRuns } from '#remotion/contract/code-points.ts';
import { chooseFontFiles, fontFamilies } from '#remotion/fonts/font-choice.ts';
import { FACES } from '#remotion/fonts/glyph-widths.ts';
import type { EastAsianLanguage } from '#remotion/text/writing.ts';

/** Of the files that a text needs, besides the main font, which is always there. */
const families = async (text: string, language: EastAsianLanguage = 'zh-Hans') =>
  (await chooseFontFiles(text, 'sans', language))
    .map(({ family }) => family)
    .filter((family) => family !== 'Story Sans');

describe('chooseFontFiles', () => {
  it.each([
    ['A fox.', []],
    ['Ещё лиса', []],
    ['Μια αλεπού', ['Story Greek']],
    ['ثعلب، صغير؟', ['Story Arabic']],
    ['שועל', ['Story Hebrew']],
    ['लोमड़ी।', ['Story Devanagari']],
    ['จิ้งจอก', ['Story Thai']],
    ['🦊👩‍🚀 7', ['Story Emoji']],
    ['', []],
  ])('takes for %s only what it needs', async (text, expected) => {
    expect(await families(text)).toEqual(expected);
  });

  it.each(['A fox.', 'שועל', '月'])(
    'begins with the font that tells how tall lines of %s are',
    async (text) => {
      for (const face of FACES) {
        const [file] = await chooseFontFiles(text, face, 'ja');
        expect(file?.file).toBe(face === 'sans' ? 'montserrat-800-latin.woff2' : 'fraunces-600-latin.woff2');
      }
      expect(await chooseFontFiles('', 'sans', 'ja')).toEqual([]);
    },
  );

  it('draws ideographs as the language does', async () => {
    expect(await families('月', 'ja')).toEqual(['Story Japanese']);
    expect(await families('月', 'zh-Hans')).toEqual(['Story Simplified Chinese']);
    expect(await families('月', 'zh-Hant')).toEqual(['Story Traditional Chinese']);
    expect(new Set(await families('작은 여우', 'ko'))).toEqual(new Set(['Story Korean']));
    expect(fontFamilies('sans', 'ja').indexOf('Japanese')).toBeLessThan(
      fontFamilies('sans', 'ja').indexOf('Simplified'),
    );
  });

  it('takes few of the many files of an East Asian font', async () => {
    const files = await chooseFontFiles('むかしむかし、森の中に小さなきつねがいました。', 'sans', 'ja');
    expect(files.length).toBeLessThan(8);
  });

  it('finds what the language’s own font lacks in another', async () => {
    expect(await families('这', 'ja')).not.toEqual([]);
  });

  it('serves both faces, and each with its own Latin letters', async () => {
    for (const face of FACES) {
      const [file] = await chooseFontFiles('fox', face, 'ja');
      expect(file?.file).toMatch(face === 'sans' ? /^montserrat/u : /^fraunces/u);
    }
    const [, cyrillic] = await chooseFontFiles('Лиса', 'serif', 'ja');
    expect(cyrillic?.file).toMatch(/^literata-cyrillic-/u);
  });
});

describe('the vendored fonts', () => {
  const folder = new URL('../../../public/fonts/', import.meta.url);
  it('each have their licence beside them', () => {
    const files = readdirSync(folder);
    for (const file of files.filter((name) => name.endsWith('.woff2'))) {
      const licences = files.filter((name) => name.endsWith('-LICENSE.txt'));
      expect(licences.some((licence) => file.startsWith(licence.replace('-LICENSE.txt', '')))).toBe(true);
    }
  });

  it('are where the tables say', async () => {
    const files = await chooseFontFiles('A Ж β ثשलจ🦊', 'sans', 'ja');
    expect(files.length).toBeGreaterThan(6);
    for (const { file } of files) expect(existsSync(new URL(file, folder))).toBe(true);
  });
});

describe('runs of code points', () => {
  it('are read as they were written', () => {
    const codePoints = [0x41, 0x42, 0x43, 0xc0, 0x1f98a];
    expect(writeRuns(codePoints)).toBe('41-43,c0,1f98a');
    const runs = readRuns(writeRuns(codePoints));
    expect([0x40, 0x41, 0x43, 0x44, 0xc0, 0x1f98a, 0x1f98b].map((code) => runsHold(runs, code))).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(readRuns('')).toEqual([]);
    expect(unicodeRange('41-43,c0')).toBe('U+41-43, U+c0');
  });
});
