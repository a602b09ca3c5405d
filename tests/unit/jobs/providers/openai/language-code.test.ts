import { expect, it } from 'vitest';
import { transcriptionLanguage } from '#jobs/providers/openai/transcribe/language-code.ts';

it.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['pt-BR', 'pt'],
  ['zh-Hant', 'zh'],
  ['cmn', 'zh'],
  ['yue', 'zh'],
  ['yue-Hant-HK', 'zh'],
  ['fil', 'tl'],
  ['tl', 'tl'],
  ['deu', 'de'],
  ['nb', 'no'],
  ['nn', 'nn'],
  ['iw', 'he'],
  ['haw', null],
  ['ceb', null],
  ['no tag', null],
])('a transcriber is told %s as %s', (tag, code) => {
  expect(transcriptionLanguage(tag)).toBe(code);
});
