import { describe, expect, it } from 'vitest';
import { formOf } from '#jobs/story/film/form/scene-form.ts';
import { scenePartsOf } from '#jobs/story/film/speakers/quoted-speech.ts';
import type { Form } from '#remotion/contract/forms.ts';

const told = (narration: string, form: Form) => formOf({ narration, picture: { from: 'form', form } });
const CHAT: Form = {
  kind: 'chat',
  earlier: [],
  messages: [
    { who: 'Mum', text: 'are you up', side: 'left' },
    { who: 'Me', text: 'no', side: 'right' },
  ],
};

describe('the form of a scene', () => {
  it('is none where there is a picture, and its words where there is to be none', () => {
    expect(formOf({ narration: 'A fox.', picture: { from: 'drawn' } })).toBeNull();
    expect(formOf({ narration: 'A fox.', picture: { from: 'none' } })).toEqual({ kind: 'words' });
  });

  it.each<[string, Form, string]>([
    ['It cost $5.', { kind: 'number', value: 5, shown: '$5' }, 'It cost $6.'],
    ['In Ohio.', { kind: 'place', name: 'Ohio' }, 'In Iowa.'],
    ['We never left.', { kind: 'words', stress: 'never' }, 'We left.'],
  ])('shows nothing that is not said any more: %s', (narration, form, changed) => {
    expect(told(narration, form)).toEqual(form);
    expect(told(changed, form)).toEqual({ kind: 'words' });
  });

  it('of a chat whose words were changed is one message', () => {
    expect(told('are you up no', CHAT)).toEqual(CHAT);
    expect(told('are you awake', CHAT)).toMatchObject({ messages: [{ who: 'Mum', text: 'are you awake' }] });
  });

  it('of a chat is said by two', () => {
    const scene = { narration: 'are you up no', picture: { from: 'form' as const, form: CHAT } };
    expect(scenePartsOf(scene)).toEqual([
      { text: 'are you up', isQuoted: true },
      { text: 'no', isQuoted: false },
    ]);
  });
});
