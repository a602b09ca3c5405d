import { describe, expect, it } from 'vitest';
import type { Treatment } from '#jobs/story/order/treatments.ts';
import { titleOf } from '#jobs/studio/storyteller/title/title.ts';

describe('a title', () => {
  it.each<[string, string, Treatment, string]>([
    [
      'AITA for telling my boss the truth?\nI work in a bakery.',
      'en',
      'confession',
      'AITA for telling my boss the truth?',
    ],
    [
      'I sold my grandmother’s piano and never told her. She asks about it.',
      'en',
      'confession',
      'I sold my grandmother’s piano and never told her',
    ],
    [
      'When the lights went out, my neighbour knocked on the wall three times.',
      'en',
      'tale',
      'My neighbour knocked on the wall three times',
    ],
    [
      'On the night of March 3, 1994, a man walked into a motel in the desert.',
      'en',
      'news',
      'A man walked into a motel in the desert',
    ],
    [
      'Omaha, Nebraska. June 9, 1991, 10:15 in the morning.\nA man walks into a bank.',
      'en',
      'news',
      'A man walks into a bank',
    ],
    [
      'Under one footstep in a forest there are about 480 kilometres of fungus.',
      'en',
      'fact',
      'Under one footstep in a forest',
    ],
    [
      'Am 3. Mai 2006 reißen Arbeiter in Dresden eine Mauer ein. Dahinter liegt ein Sack.',
      'de',
      'fact',
      'Am 3. Mai 2006 reißen Arbeiter in Dresden eine Mauer ein',
    ],
    [
      'Three-ingredient pancakes in ten minutes. Save this one.\n\n1. Mash two bananas.\n2. Stir.\n3. Flip.',
      'en',
      'how-to',
      'Three-ingredient pancakes in ten minutes',
    ],
    ['3 reasons to sleep more\n1. Memory\n2. Mood\n3. Skin', 'en', 'list', '3 reasons to sleep more'],
    [
      '#motivation 🔥 Start before you are ready\nYou know it.',
      'en',
      'persuasion',
      'Motivation 🔥 Start before you are ready',
    ],
    ['Marie Curie was born in Warsaw in 1867. She liked numbers.', 'en', 'biography', 'Marie Curie'],
    ['Tom: who took my bike?\nLea: not me', 'en', 'chat', 'Who took my bike?'],
    ['Der kleine Zug fährt nachts. Niemand sieht ihn.', 'de', 'tale', 'Der kleine Zug fährt nachts'],
    ['雨の日、猫が来た。誰も知らない。', 'ja', 'tale', '雨の日、猫が来た'],
    ['There was once a goat who ate maps. It knew every road.', 'en', 'tale', 'The goat who ate maps'],
    [
      'In our street there was a baker who never slept. We heard him sing.',
      'en',
      'confession',
      'The baker who never slept',
    ],
    ['Did you know that bees can count to four? 🐝\nThey can.', 'en', 'fact', 'Bees can count to four'],
    ['¿Sabías que las abejas cuentan? Es cierto.', 'es', 'fact', 'Las abejas cuentan'],
    ['August 1883.\nAn island blew itself up.\nThe sky was red.', 'en', 'fact', 'An island blew itself up'],
    [
      'ok so i’ve never told anyone this. i drove the night bus for a year and there was this man in the last row',
      'en',
      'confession',
      'I drove the night bus for a year',
    ],
    [
      'Rosa is 81, and she has bought a motorcycle that nobody can start.',
      'en',
      'news',
      'She has bought a motorcycle that nobody can start',
    ],
    [
      'Mr. Low: Good morning. Why is there a goat on the roof?\nMe: It lives there',
      'en',
      'chat',
      'Why is there a goat on the roof?',
    ],
    ['तुम हार नहीं सकते।\nतुमने अभी शुरू किया है।', 'hi', 'persuasion', 'तुम हार नहीं सकते'],
    [
      'Mrs. Bell grew beans, and Mr. Rao grew roses. They did not speak.',
      'en',
      'confession',
      'Mrs. Bell grew beans, and Mr. Rao grew roses',
    ],
    [
      'The last ferry of the year left in the evening without anybody at the wheel of it.',
      'en',
      'news',
      'The last ferry of the year left in the evening',
    ],
    ['Había una vez una gata que leía mapas. Nadie lo sabía.', 'es', 'tale', 'La gata que leía mapas'],
    [
      'Il était une fois un boulanger qui ne dormait jamais. Il chantait.',
      'fr',
      'tale',
      'Le boulanger qui ne dormait jamais',
    ],
    [
      'Wusstest du, dass es ein Tier gibt, das ohne Wasser auskommt? Die Kängururatte trinkt nie.',
      'de',
      'fact',
      'Die Kängururatte trinkt nie',
    ],
    [
      'Fairhaven, Iowa. March 2, 1951. The bank was open and nobody was in it.',
      'en',
      'news',
      'The bank was open and nobody was in it',
    ],
    [
      'In Bohemia, a little before the end of the summer, the river ran backwards for a whole day.',
      'en',
      'fact',
      'The river ran backwards for a whole day',
    ],
  ])('of %j', (story, language, treatment, title) => {
    expect(titleOf(story, language, treatment)).toBe(title);
  });

  it('is never cut with dots, nor longer than 60 characters, nor left hanging', () => {
    const story =
      'The whole village had been waiting since the early morning for the man with the wagon and the blue horse to arrive at the well';
    const title = titleOf(story, 'en');
    expect(title).not.toContain('…');
    expect([...title].length).toBeLessThanOrEqual(60);
    expect(title).not.toMatch(/\s(?:the|and|of|with)$/);
  });
});
