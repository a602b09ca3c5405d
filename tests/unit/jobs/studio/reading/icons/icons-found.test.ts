import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import englishIcons from '#jobs/studio/reading/icons/english-icons.json';
import iconNames from '#jobs/studio/reading/icons/icon-names.json';
import { iconsOf } from '#jobs/studio/reading/icons/icons-found.ts';

const named = (text: string, language = 'en') => iconsOf(text, language).map(({ what }) => what);

describe('icons for a text', () => {
  it.each([
    ['She bought a pizza and two tickets.', ['pizza', 'ticket']],
    ['The police found the suitcase.', ['police-car', 'luggage']],
    ['He paid by credit card.', ['credit-card']],
    ['It was a piece of cake.', []],
    ['He ran like a tiger.', []],
    ['Nobody knew why.', []],
  ])('%s', (text, icons) => expect(named(text)).toEqual(icons));

  it.each([
    ['de', 'Der Regenschirm lag im Zug.', 'umbrella'],
    ['es', 'El avión llegó tarde.', 'airplane'],
    ['fr', 'Il a perdu son avion.', 'airplane'],
    ['ja', '彗星が見えた。', 'comet'],
  ])('in %s: %s', (language, text, icon) => expect(named(text, language)).toContain(icon));

  it.each([
    ['en', 'We left without an umbrella.'],
    ['en', 'There was no old suitcase.'],
    ['fr', 'Six étages sans ascenseur.'],
    ['de', 'Er ging ohne seinen Regenschirm.'],
    ['ja', '包丁はいりません。'],
  ])('are not of what is lacking, in %s: %s', (language, text) => expect(named(text, language)).toEqual([]));

  it('are all drawn', async () => {
    const files = (await readdir('public/icons')).filter((file) => file.endsWith('.svg'));
    expect(files.map((file) => file.replace('.svg', '')).sort()).toEqual([...iconNames].sort());
    expect(Object.keys(englishIcons).filter((name) => !iconNames.includes(name))).toEqual([]);
  });

  it('have each word once', () => {
    const words = Object.values(englishIcons).flatMap((list) => list.split(' '));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
