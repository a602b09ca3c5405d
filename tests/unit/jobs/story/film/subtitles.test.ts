import { describe, expect, it } from 'vitest';
import { cuesOf, toSrt, toVtt } from '#jobs/story/film/subtitles.ts';

const words = (text: string, fromMs = 0) =>
  text.split(' ').map((word, index) => ({
    text: word,
    startMs: fromMs + index * 300,
    endMs: fromMs + index * 300 + 280,
  }));

describe('cues', () => {
  const scenes = [
    { words: words('A fox ran home.', 100), durationMs: 2000 },
    { words: words('It snowed.', 100), durationMs: 2010 },
  ];
  const cues = cuesOf(scenes, '9:16');

  it('hold every word once, in order', () => {
    expect(
      cues
        .map((cue) => cue.text)
        .join(' ')
        .split(/\s+/),
    ).toEqual('A fox ran home. It snowed.'.split(' '));
  });

  it('stand on the film’s clock and never overlap', () => {
    expect(cues[0]?.startMs).toBe(100);
    expect(cues.at(-1)?.startMs).toBe(2100);
    for (const [index, cue] of cues.entries()) {
      expect(cue.endMs).toBeGreaterThan(cue.startMs);
      expect(cue.startMs).toBeGreaterThanOrEqual(cues[index - 1]?.endMs ?? 0);
    }
  });
});

describe('files', () => {
  const cues = [
    { startMs: 0, endMs: 1234.4, text: 'Salt & <pepper>' },
    { startMs: 3_661_001, endMs: 3_662_000, text: 'Two\nlines' },
  ];

  it('are SubRip', () => {
    expect(toSrt(cues)).toBe(
      '1\n00:00:00,000 --> 00:00:01,234\nSalt & <\u2060pepper>\n\n2\n01:01:01,001 --> 01:01:02,000\nTwo\nlines\n',
    );
  });

  it('are SubRip whose texts no player takes for markup, and that are else as they were written', () => {
    const told = (text: string) => toSrt([{ startMs: 0, endMs: 1, text }]).split('\n')[2];
    expect(told('</b>{\\an8}00:00:00,000 --> 1')).toBe('<\u2060/b>{\u2060\\an8}00:00:00,000 --\u2060> 1');
    expect(told('1 < 2 -> {so} <3 -- >')).toBe('1 < 2 -> {so} <3 -- >');
  });

  it('are WebVTT, with markup escaped', () => {
    expect(toVtt(cues)).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:01.234\nSalt &amp; &lt;pepper&gt;\n\n01:01:01.001 --> 01:01:02.000\nTwo\nlines\n',
    );
  });

  it('are valid when nothing is said', () => {
    expect(toSrt([])).toBe('');
    expect(toVtt([])).toBe('WEBVTT\n');
  });
});
