import { describe, expect, it } from 'vitest';
import { captionTokens } from '#jobs/studio/narrator/text/caption-tokens.ts';

const texts = (text: string) => captionTokens(text).map((token) => token.text);

describe('captionTokens', () => {
  it.each([
    ['One two, three.', ['One', 'two,', 'three.']],
    ['  spaces \t and\nlines ', ['spaces', 'and', 'lines']],
    ['He said — and left', ['He', 'said —', 'and', 'left']],
    ['— Who is it?', ['— Who', 'is', 'it?']],
    ['Wait … what', ['Wait …', 'what']],
    ['Happy 🎉 birthday 🎂🎈', ['Happy 🎉', 'birthday 🎂🎈']],
    ['🎉 🎂 Happy', ['🎉 🎂 Happy']],
    ['he said “ hello ” twice', ['he', 'said', '“ hello ”', 'twice']],
    ['salt & pepper', ['salt &', 'pepper']],
    ['5 + 3', ['5 +', '3']],
    ['First.\n— Second', ['First.', '— Second']],
    ['end * * *', ['end * * *']],
    ['日本 go', ['日本', 'go']],
  ])('%s', (text, expected) => expect(texts(text)).toEqual(expected));

  it.each(['', '   ', '…', '😀 🎉', '— ! ?', '\n\n'])('finds no word in %j', (text) => {
    expect(captionTokens(text)).toEqual([]);
  });

  it('loses and adds nothing but white space', () => {
    const text = '“Stop!” — he cried … ( quietly )\n\n  and\u00a0then 🎉 — “ go ” …\r\n* * *\n';
    expect(texts(text).join(' ')).toBe(text.trim().split(/\s+/).join(' '));
  });

  it('tells lines and paragraphs', () => {
    const breaks = captionTokens('one two\nthree\n\nfour\r\nfive').map((token) => token.breakAfter);
    expect(breaks).toEqual(['space', 'line', 'paragraph', 'line', 'space']);
  });
});
