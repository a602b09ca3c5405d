import { describe, expect, it } from 'vitest';
import { saidBy } from '#jobs/story/film/speakers/said-by.ts';
import type { Dialogue } from '#tests/support/spoken/dialogue.ts';
import { OPEN_DIALOGUES } from '#tests/support/spoken/open-dialogues.ts';
import { SEALED_DIALOGUES } from '#tests/support/spoken/sealed-dialogues.ts';

const namesIn = (text: string) =>
  saidBy([text])
    .flat()
    .map(({ speaker }) => speaker?.name ?? '?');

const lastWord = (name: string) => name.split(' ').at(-1);
/** Lines of which the right one is known, or of which rightly nobody is. */
const rightIn = ({ text, said }: Dialogue) =>
  said.filter((name, at) => lastWord(name) === lastWord(namesIn(text)[at] ?? '')).length;

describe('who says a quoted line', () => {
  it.each(OPEN_DIALOGUES)('is told in “$text”', (dialogue) => {
    expect(namesIn(dialogue.text).map(lastWord)).toEqual(dialogue.said.map(lastWord));
  });

  it('is found in passages that no rule was made with: 29 of 32 lines when they were first looked at', () => {
    const right = SEALED_DIALOGUES.reduce((sum, dialogue) => sum + rightIn(dialogue), 0);
    expect(SEALED_DIALOGUES.flatMap(({ said }) => said)).toHaveLength(32);
    expect(right).toBeGreaterThanOrEqual(29);
  });

  it('is one person by whatever of their names, and by their pronouns', () => {
    const said = saidBy([
      'The old keeper woke. “Who is it?” he asked.',
      '“Me,” said Nora. “Go,” said the keeper.',
    ]);
    const [[first] = [], [nora, third] = []] = said;
    expect(first?.speaker).toBe(third?.speaker);
    expect(nora?.speaker).toMatchObject({ name: 'Nora', gender: null });
    expect(first?.speaker).toMatchObject({ name: 'old keeper', gender: 'male' });
  });
});
