import { describe, expect, it } from 'vitest';
import type { Form } from '#remotion/contract/forms.ts';
import { wordFaults, wordsOf } from '#tests/tools/gallery/review/lost-words.ts';

const said = (...narrations: string[]) => narrations.map((narration) => ({ narration, form: null }));

describe('words of a text', () => {
  it('are without the marks around them, but for what belongs to a number', () => {
    expect(wordsOf('“So,” he said… it’s $1,800 at 7% — or 62–55! 🥐')).toEqual([
      ...['So', 'he', 'said', 'it’s', '$1,800', 'at', '7%', 'or', '62', '55'],
    ]);
  });

  it('are signs where a script sets no spaces', () => {
    expect(wordsOf('5分でツナ丼。')).toEqual(['5分', 'で', 'ツ', 'ナ', '丼']);
  });

  it('keep the signs that a letter carries', () => {
    expect(wordsOf('सिर्फ़ एक पन्ना।')).toEqual(['सिर्फ़', 'एक', 'पन्ना']);
  });
});

describe('what a telling loses', () => {
  it('is nothing where scenes part the story otherwise than its lines', () => {
    const story = 'TITLE\n\nA fox ran.\nIt was late.';
    expect(wordFaults(story, said('TITLE A fox ran.', 'It was late.'))).toEqual({ lost: [], added: [] });
  });

  it('is every word that is left out, altered or said twice', () => {
    const faults = wordFaults(
      'Four foxes ran over the hill at night',
      said('Four fox ran over', 'over the hill'),
    );
    expect(faults).toEqual({ lost: ['foxes', 'at', 'night'], added: ['fox', 'over'] });
  });

  it('is a word in another place', () => {
    const { lost, added } = wordFaults('one two three', said('two three one'));
    expect({ lost, added }).toEqual({ lost: ['one'], added: ['one'] });
  });

  it('is not what a chat shows of who writes and when, as often as it is there', () => {
    const form: Form = {
      kind: 'chat',
      earlier: [],
      messages: [
        { who: 'Mum', text: 'Where are you?', side: 'left', time: '11:42 PM' },
        { who: 'me', text: 'home', side: 'right' },
      ],
    };
    const told = [{ narration: 'Where are you? home', form }];
    expect(wordFaults('[11:42 PM] Mum: Where are you?\nme: home', told).lost).toEqual([]);
    expect(wordFaults('[11:42 PM] Mum: Where are you?\nme: home\nMum: me', told).lost).toEqual(['Mum', 'me']);
  });

  it('is not the number of an item that its list shows', () => {
    const items = ['Norway', 'Peru', 'Laos'];
    const told = items.map((narration, at) => {
      const form: Form = { kind: 'list', items, at, mark: 'countdown' };
      return { narration, form };
    });
    expect(wordFaults('3. Norway\n2. Peru\n1. Laos', told)).toEqual({ lost: [], added: [] });
    expect(wordFaults('3. Norway 7\n2. Peru\n1. Laos', told).lost).toEqual(['7']);
  });
});
