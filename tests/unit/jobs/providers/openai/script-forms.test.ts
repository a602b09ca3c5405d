import { describe, expect, it } from 'vitest';
import { type FindIcon, formsMeant, type ShownAs } from '#jobs/providers/openai/script/script-forms.ts';
import { formSchema } from '#remotion/contract/forms.ts';

const iconOf: FindIcon = (noun) =>
  ({ rocket: 'rocket', coins: 'coin', coin: 'coin', house: 'house' })[noun] ?? null;
const formMeant = (shownAs: ShownAs, narration: string) => formsMeant([{ shownAs, narration }], iconOf)[0];

const SAID = 'In Ohio, “Stay hungry,” said Jobs, and 1,200 people paid $3.50 each.';

describe('a form that the writing model means', () => {
  it.each<[ShownAs['kind'], string, object | undefined]>([
    ['picture', '', undefined],
    ['picture', 'Ohio', undefined],
    ['words', 'Stay hungry', { kind: 'words', stress: 'Stay hungry' }],
    ['words', '', { kind: 'words' }],
    ['words', SAID, { kind: 'words' }],
    ['quote', 'Jobs', { kind: 'quote', by: 'Jobs' }],
    ['quote', 'Steve Jobs', { kind: 'quote' }],
    ['number', '1,200 people', { kind: 'number', value: 1200, shown: '1,200 people' }],
    ['number', '$3.50', { kind: 'number', value: 3.5, shown: '$3.50' }],
    ['place', 'Ohio', { kind: 'place', name: 'Ohio' }],
  ])('%s of “%s”', (kind, text, form) => {
    const meant = formMeant({ kind, text }, SAID);
    expect(meant).toEqual(form);
    if (meant) expect(formSchema.parse(meant)).toEqual(meant);
  });

  it.each<[ShownAs['kind'], string]>([
    ['number', '1,300 people'],
    ['number', 'people'],
    ['number', ''],
    ['place', 'Cleveland'],
    ['place', ' '],
  ])('is words where what is shown is not said: %s of “%s”', (kind, text) => {
    expect(formMeant({ kind, text }, SAID)).toEqual({ kind: 'words' });
  });

  it.each([
    ['rocket', ['rocket']],
    ['rocket, coins', ['rocket', 'coin']],
    ['coin, coins', ['coin']],
    ['dream, rocket', ['rocket']],
    ['rocket, coin, house, coins', ['rocket', 'coin', 'house']],
  ])('shows the things “%s”', (text, icons) => {
    expect(formMeant({ kind: 'icon', text }, SAID)).toEqual({ kind: 'icon', icons });
  });

  it.each(['', 'dream', 'dream, hope'])('is words where nothing has a drawing: “%s”', (text) => {
    expect(formMeant({ kind: 'icon', text }, SAID)).toEqual({ kind: 'words' });
  });

  describe('a list', () => {
    const list = (...told: [text: string, narration: string][]) =>
      formsMeant(
        told.map(([text, narration]) => ({ shownAs: { kind: 'list', text }, narration })),
        iconOf,
      );

    it('keeps all items, and each scene’s place among them', () => {
      const items = ['Rome', 'Paris'];
      expect(list(['Rome', 'Rome is old.'], ['Paris', 'Paris is dear.'])).toEqual([
        { kind: 'list', items, at: 0, mark: 'bullet' },
        { kind: 'list', items, at: 1, mark: 'bullet' },
      ]);
    });

    it.each([
      ['number', ['1. Rome', '2. Paris', '3. Oslo']],
      ['countdown', ['Number 3: Rome', 'Number 2: Paris', 'Number 1: Oslo']],
      ['bullet', ['Rome 1900', 'Paris 7', 'Oslo 2']],
    ] as const)('counts as its author does: %s', (mark, said) => {
      const told = said.map((text): [string, string] => [
        /[A-Z][a-z]+(?=\W*\d*$)/.exec(text)?.[0] ?? '',
        text,
      ]);
      expect(list(...told).map((form) => form && 'mark' in form && form.mark)).toEqual([mark, mark, mark]);
    });

    it('of one item, or of items that are not said, is words', () => {
      expect(list(['Rome', 'Rome is old.'])).toEqual([{ kind: 'words' }]);
      expect(list(['Rome', 'Rome is old.'], ['Lima', 'Paris is dear.'])).toEqual([
        { kind: 'words' },
        { kind: 'words' },
      ]);
    });

    it('has no more items than the form holds', () => {
      const told = Array.from({ length: 25 }, (_, at): [string, string] => [
        `Thing ${at}`,
        `Thing ${at} is here.`,
      ]);
      const forms = list(...told);
      for (const form of forms) if (form) expect(formSchema.parse(form)).toEqual(form);
      expect(forms.filter((form) => form?.kind === 'list')).toHaveLength(20);
    });
  });

  it.each([
    ['1 200,50 €', 1200.5],
    ['1.250.000', 1_250_000],
    ['1903–1910', 1903],
    ['73%', 73],
    ['3–1', 3],
  ])('reads the value of %s', (shown, value) => {
    expect(formMeant({ kind: 'number', text: shown }, `It was ${shown} then.`)).toEqual({
      kind: 'number',
      value,
      shown,
    });
  });
});
