import { describe, expect, it } from 'vitest';
import { isMouthOpen, spokenWords } from '#remotion/picture/spoken-lines.ts';

const timed = (text: string) =>
  text.split(' ').map((word, at) => ({ text: word, startMs: at * 300, endMs: at * 300 + 300 }));
const said = (text: string) => spokenWords(timed(text)).map((word) => word.text);

describe('what somebody says', () => {
  it.each<[string, string[]]>([
    ['“Wait for me,” she said.', ['“Wait', 'for', 'me,”']],
    ['"Wait," she said, "for me."', ['"Wait,"', '"for', 'me."']],
    ['“No!” Then: “Yes.”', ['“No!”', '“Yes.”']],
    ['«Attends», dit-elle.', ['«Attends»,']],
    ['„Komm“, sagte er.', ['„Komm“,']],
    ['「おいで」 と言った', ['「おいで」']],
    ['She never said a word.', []],
    ['“It goes on', ['“It', 'goes', 'on']],
  ])('%s', (text, words) => expect(said(text)).toEqual(words));

  it('opens the mouth in each of its words, twice, and at no other time', () => {
    const spoken = spokenWords(timed('He said: “Come here.” And left.'));
    const open = Array.from({ length: 240 }, (_, at) => isMouthOpen(spoken, at * 10));
    const begun = open.flatMap((now, at) => (now && !open[at - 1] ? [at * 10] : []));
    expect(begun).toEqual([600, 770, 900, 1070]);
    expect(open.slice(120).some(Boolean)).toBe(false);
  });
});
