import { describe, expect, it } from 'vitest';
import {
  isSpoken,
  optionsIn,
  shownWords,
  spokenText,
  wordsAsWritten,
} from '#jobs/story/film/scene-speech.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';

const options = videoOptionsSchema.parse({ voice: 'slt', serviceVoice: 'nova' });
const recording = { hash: 'a'.repeat(24), kind: 'webm' as const, durationMs: 1000 };

describe('who speaks a scene', () => {
  it('is who speaks the film, or a voice of its own', () => {
    expect(optionsIn(options, { voice: null })).toBe(options);
    const own = optionsIn(options, { voice: { voice: 'none' } });
    expect(own.voice).toBe('none');
    expect(own).not.toHaveProperty('serviceVoice');
    const served = optionsIn(options, { voice: { voice: 'slt', serviceVoice: 'marin' } });
    expect(served).toMatchObject({ voice: 'slt', serviceVoice: 'marin' });
  });

  it('is the film’s voice where its own is not there any more', () => {
    expect(optionsIn(options, { voice: { voice: 'a voice of older days' } })).toBe(options);
  });

  it('is nobody, unless a person recorded it', () => {
    const silent = videoOptionsSchema.parse({ voice: 'none' });
    expect(isSpoken(silent, { voice: null, recording: null })).toBe(false);
    expect(isSpoken(silent, { voice: null, recording })).toBe(true);
    expect(isSpoken(silent, { voice: { voice: 'slt' }, recording: null })).toBe(true);
    expect(isSpoken(options, { voice: { voice: 'none' }, recording: null })).toBe(false);
  });
});

describe('what the voice is given to say', () => {
  const said = (narration: string, ...sayAs: [string, string][]) =>
    spokenText({ narration, sayAs: sayAs.map(([word, as]) => ({ word, as })) });

  it.each<[string, [string, string][], string]>([
    ['Siobhan met Siobhan.', [['Siobhan', 'Shivawn']], 'Shivawn met Shivawn.'],
    ['“Siobhan’s” hat, Siobhan!', [['Siobhan', 'Shivawn']], '“Shivawn’s” hat, Shivawn!'],
    ['Ann saw Anna and Annabel.', [['Ann', 'Un']], 'Un saw Anna and Annabel.'],
    [
      'New York, New',
      [
        ['New', 'Noo'],
        ['New York', 'Nyork'],
      ],
      'Nyork, Noo',
    ],
    [
      'A to B',
      [
        ['A', 'B'],
        ['B', 'A'],
      ],
      'B to A',
    ],
    [
      'C++ (fast) costs $5.',
      [
        ['C++', 'see plus plus'],
        ['$5', 'five dollars'],
      ],
      'see plus plus (fast) costs five dollars.',
    ],
    ['Zoë and Zoe\u0308', [['Zoe', 'Zo']], 'Zoë and Zoe\u0308'],
    ['siobhan', [['Siobhan', 'Shivawn']], 'siobhan'],
    ['Nothing of it.', [['Siobhan', 'Shivawn']], 'Nothing of it.'],
    ['Ann', [['Ann', '$& and $1']], '$& and $1'],
  ])('of “%s”', (narration, sayAs, spoken) => {
    expect(said(narration, ...sayAs)).toBe(spoken);
  });

  it('is the narration where nothing is said otherwise', () => {
    expect(said('As it is.')).toBe('As it is.');
  });
});

describe('the words that are shown', () => {
  const words = [
    { text: 'Shivawn', startMs: 100, endMs: 500 },
    { text: 'found', startMs: 500, endMs: 800 },
    { text: 'a', startMs: 800, endMs: 900 },
    { text: 'lamp.', startMs: 900, endMs: 1400 },
  ];

  it('are as written, at the times of what was said', () => {
    const shown = wordsAsWritten('Siobhan found a lamp.', words, 2000);
    expect(shown.map(({ text }) => text)).toEqual(['Siobhan', 'found', 'a', 'lamp.']);
    expect(shown[1]).toMatchObject({ startMs: 500, endMs: 800 });
    expect(shown[0]?.startMs).toBeLessThan(shown[1]?.startMs ?? 0);
  });

  it('are those that were said where captions are not set, and none before they are timed', () => {
    expect(shownWords({ captions: null, words, durationMs: 2000 })).toBe(words);
    expect(shownWords({ captions: 'LAMP', words: null, durationMs: 2000 })).toBeNull();
  });

  it('are the captions, in the author’s spelling, with a break after the last word of a line', () => {
    const shown = shownWords({ captions: 'SIOBHAN found\n\na lamp!', words, durationMs: 2000 });
    expect(shown?.map(({ text }) => text)).toEqual(['SIOBHAN', 'found\n', 'a', 'lamp!']);
    expect(shown?.[3]).toMatchObject({ startMs: 900, endMs: 1400 });
    for (const [at, word] of (shown ?? []).entries()) {
      expect(word.endMs).toBeGreaterThan(word.startMs);
      if (at > 0) expect(word.startMs).toBeGreaterThanOrEqual(shown?.[at - 1]?.startMs ?? 0);
    }
  });

  it('go with the voice line by line where they say something else, a line for each sentence', () => {
    const said = [
      { text: 'It', startMs: 100, endMs: 300 },
      { text: 'rained.', startMs: 300, endMs: 1000 },
      { text: 'Nobody', startMs: 3000, endMs: 3500 },
      { text: 'came.', startMs: 3500, endMs: 4000 },
    ];
    const shown = shownWords({
      captions: 'Llovía mucho aquel día.\nNadie vino.',
      words: said,
      durationMs: 5000,
    });
    expect(shown?.map(({ text }) => text).join(' ')).toBe('Llovía mucho aquel día.\n Nadie vino.');
    const [first, second] = [shown?.slice(0, 4) ?? [], shown?.slice(4) ?? []];
    expect(first[0]?.startMs).toBe(100);
    expect(first.at(-1)?.endMs).toBeCloseTo(1000, 6);
    expect(second[0]?.startMs).toBe(3000);
    expect(second.at(-1)?.endMs).toBeCloseTo(4000, 6);
    // What is said for the most part goes with its own words, whatever its lines.
    const alike = shownWords({ captions: 'It\nrained. Nobody came.', words: said, durationMs: 5000 });
    expect(alike?.[1]).toMatchObject({ text: 'rained.', startMs: 300 });
  });

  it('may be more or fewer than were said', () => {
    const more = shownWords({
      captions: 'Once upon a time Siobhan found a very old lamp.',
      words,
      durationMs: 2000,
    });
    expect(more).toHaveLength(10);
    expect(shownWords({ captions: 'Lamp', words, durationMs: 2000 })).toHaveLength(1);
  });
});
