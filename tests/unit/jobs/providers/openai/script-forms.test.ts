import { describe, expect, it } from 'vitest';
import { formMeant, type ShownAs } from '#jobs/providers/openai/script/script-forms.ts';
import { formSchema } from '#remotion/contract/forms.ts';

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
