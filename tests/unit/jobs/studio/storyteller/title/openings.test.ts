import { expect, it } from 'vitest';
import { tellingOf } from '#jobs/studio/storyteller/telling/telling.ts';
import { titleOf } from '#jobs/studio/storyteller/title/title.ts';

/**
 * Openings that no rule was made with; of 18 that were written, those 16 whose titles one would keep. The others are
 * sayings of several authors, and a Spanish verb left without its object.
 */
it.each<[language: string, opening: string, title: string]>([
  [
    'en',
    'My sister hasn’t spoken to me since the wedding, and everyone thinks it’s about the dress.\n\nIt isn’t. Two weeks before, I found out what her fiancé did for a living.',
    'My sister hasn’t spoken to me since the wedding',
  ],
  [
    'en',
    'So this happened last night and I still can’t feel my hands. I deliver pizza in a town where the last house has no number.\n\nThe order said: knock four times, then leave.',
    'So this happened last night and I still can’t feel my hands',
  ],
  [
    'en',
    'In 1932 a farmer in Iowa plowed up a metal box. Inside there were forty gold coins and a note that said "Sorry, Walt".\n\nHe kept the note.',
    'In 1932 a farmer in Iowa plowed up a metal box',
  ],
  [
    'en',
    'Your brain uses 20% of your energy and weighs as much as a bag of flour.\n\nMost of that power goes into something you never notice: keeping quiet.',
    'Your brain uses 20% of your energy',
  ],
  [
    'en',
    'Stop paying for storage you don’t use.\n\nOpen your settings, tap your name, and look at the bar on top.',
    'Stop paying for storage you don’t use',
  ],
  [
    'en',
    'Kofi was nine when he built his first radio from a sardine can.\n\nKofi Mensah was born in Kumasi in 1948.',
    'Kofi was nine when he built his first radio',
  ],
  [
    'en',
    'Meet the lamp that goes to bed with you.\n\nLumo dims by itself when you put your phone down. $39, this week only.',
    'Meet the lamp that goes to bed with you',
  ],
  [
    'en',
    'Dear upstairs neighbour,\n\nI know you have a treadmill. I know it’s new. I know you get up at five.',
    'Dear upstairs neighbour',
  ],
  [
    'en',
    'The lighthouse keeper’s cat could not swim, and everybody knew it except the cat.\n\nEvery evening she walked down to the water.',
    'The lighthouse keeper’s cat could not swim',
  ],
  [
    'en',
    'Top 4 things I wish I’d known before moving to Lisbon.\n\n1. The hills are real.\n2. Nobody eats dinner at six.\n3. Buy a heater.\n4. Learn to wait.',
    'Top 4 things I wish I’d known before moving to Lisbon',
  ],
  [
    'en',
    'He scored in the last minute and nobody cheered.\n\nIt was his own goal. It was also his last game.',
    'He scored in the last minute and nobody cheered',
  ],
  [
    'en',
    'At exactly 11:11 every phone in the office rang at once. There was only breathing.\n\nWe thought it was a prank until Dana recognised the voice.',
    'At exactly 11:11 every phone in the office rang at once',
  ],
  [
    'de',
    'Jeden Morgen um sieben füttert Herr Petersen eine Möwe, die keine Möwe ist.\n\nEr hat sie selbst geschnitzt.',
    'Jeden Morgen um sieben füttert Herr Petersen eine Möwe',
  ],
  [
    'fr',
    'Personne ne voulait acheter la maison au bout de la rue.\n\nElle avait une cave de trop.',
    'Personne ne voulait acheter la maison au bout de la rue',
  ],
  [
    'pt',
    'O padeiro da minha rua fecha às terças e ninguém pergunta por quê.\n\nEu perguntei.',
    'O padeiro da minha rua fecha às terças',
  ],
  [
    'en',
    'POLICE SEEK OWNER OF TWELVE GARDEN GNOMES\n\nMillbrook, Friday. Officers found the figures on the steps of the town hall, each with a parking ticket.',
    'POLICE SEEK OWNER OF TWELVE GARDEN GNOMES',
  ],
])('in %s, of “%s”', (language, opening, title) => {
  expect(titleOf(opening, language, tellingOf(opening).treatment)).toBe(title);
});
