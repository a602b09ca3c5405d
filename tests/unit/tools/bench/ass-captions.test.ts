import { expect, it } from 'vitest';
import { assCaptions } from '#tests/tools/bench/frames/ass-captions.ts';

it('captions of libass follow each other without a gap, each with the word that is said standing out', () => {
  const words = ['Once', 'there', 'was'].map((text, at) => ({
    text,
    startMs: at * 500,
    endMs: at * 500 + 450,
  }));
  const lines = assCaptions(words)
    .split('\n')
    .filter((line) => line.startsWith('Dialogue:'));
  expect(lines.map((line) => line.split(',').slice(1, 3))).toEqual([
    ['0:00:00.00', '0:00:00.50'],
    ['0:00:00.50', '0:00:01.00'],
    ['0:00:01.00', '0:00:01.90'],
  ]);
  expect(lines.map((line) => /\}(\w+)\{\\r\}/.exec(line)?.[1])).toEqual(['Once', 'there', 'was']);
});
