import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** Written after all rules were made: what is known, sold, advised and reported. */
export const FRESH_WORLD: readonly GenreStory[] = [
  {
    slug: 'tunguska',
    genre: 'history',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    treatment: 'fact',
    alsoTreatments: ['news'],
    moods: ['mysterious', 'tense'],
    titles: [
      'The sky over Siberia split in two',
      'Eighty million trees',
      'The explosion that left no crater',
    ],
    text: `June 30, 1908.
In Siberia, a little after seven in the morning, the sky split in two.

A fireball crossed it, brighter than the sun. Then came the blast: 80 million trees lay flat, over an area of 2,000 square kilometers. People fell from their chairs 60 kilometers away.

Scientists only came nineteen years later. They looked for a crater and found none.

Today they think that a rock 50 meters wide burst before it reached the ground. The trees right under it were still standing, without a single branch.`,
  },
  {
    slug: 'why-ice-floats',
    genre: 'science fact',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'fact',
    moods: ['mysterious', 'magical', 'calm'],
    titles: ['Why does ice float?', 'If ice sank, you would not be here'],
    text: `Why does ice float?

Almost everything shrinks when it freezes. Water does the opposite: below 4 degrees it starts to grow, and as ice it takes up 9 percent more room.

So the ice stays on top. It lies on the lake like a blanket, and the water under it stays liquid all winter.

If ice sank, lakes would freeze from the bottom up. Fish would not survive it. And without them, most likely, neither would we.`,
  },
  {
    slug: 'mauersegler',
    genre: 'science fact',
    style: 'watercolor',
    format: '9:16',
    language: 'de',
    treatment: 'fact',
    moods: ['mysterious', 'magical', 'calm', 'adventurous'],
    titles: [
      'Zehn Monate ohne Landung',
      'Der Vogel, der im Fliegen schläft',
      'Dieser Vogel schläft im Fliegen',
    ],
    text: `Wusstest du, dass es einen Vogel gibt, der zehn Monate lang nicht landet?

Der Mauersegler frisst im Fliegen, trinkt im Fliegen und schläft im Fliegen.

Dafür steigt er abends bis auf 2500 Meter und lässt sich langsam sinken. Dabei schläft erst die eine Hälfte des Gehirns, dann die andere.

In seinem Leben legt er mehr als drei Millionen Kilometer zurück. Das ist viermal zum Mond und zurück.`,
  },
  {
    slug: 'ten-minutes',
    genre: 'motivation',
    style: 'neon',
    format: '9:16',
    language: 'en',
    treatment: 'persuasion',
    moods: ['adventurous'],
    titles: ['Ten minutes', 'You have ten minutes', 'You say that you have no time'],
    text: `You say that you have no time.

You have ten minutes. You had them this morning, and you gave them to a screen.

Ten minutes a day is sixty hours a year. You could learn to draw in that. You could write the first chapter, and the second.

Don't wait until your life is quiet. It won't be.

Your goals do not need a free afternoon. They need the next ten minutes. Start today.`,
  },
  {
    slug: 'quotes-on-courage',
    genre: 'quotes',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    treatment: 'quotes',
    moods: ['calm', 'tender', 'adventurous'],
    titles: ['3 sentences about courage', 'Three sentences about courage'],
    text: `3 sentences about courage

"Life shrinks or expands in proportion to one's courage." — Anaïs Nin

"Nothing in life is to be feared, it is only to be understood." — Marie Curie

"You may encounter many defeats, but you must not be defeated." — Maya Angelou`,
  },
  {
    slug: 'three-budget-mistakes',
    genre: 'money tip',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'list',
    alsoTreatments: ['how-to', 'persuasion'],
    moods: ['playful', 'joyful', 'adventurous', 'calm'],
    titles: ['3 mistakes that eat your salary', 'Three mistakes that eat your salary'],
    text: `3 mistakes that eat your salary

1. Free trials. The average household pays for four of them that nobody opens.

2. Paying the minimum. On a card with $3,000 at 24%, you pay for eleven years.

3. Saving what is left. There is nothing left. Move 10% on the day the money comes in.

Fix one of them this week.`,
  },
  {
    slug: 'window-cleaner-ad',
    genre: 'shop ad',
    style: 'neon',
    format: '9:16',
    language: 'en',
    treatment: 'advert',
    moods: ['joyful', 'playful'],
    titles: ['When did you last see your street?', 'Clearview', 'Clean windows from $29'],
    text: `When did you last see your street? 🪟

Clearview cleans windows. Inside, outside, frames too.

✅ From $29 for a flat
✅ No ladder in your living room
✅ Streaks? We come back for free

Book today and get 20% off your first visit. Open daily, Harbor Road 14. 📍`,
  },
  {
    slug: 'remove-a-ring',
    genre: 'how-to',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'how-to',
    moods: ['playful', 'calm'],
    titles: ['How to get a stuck ring off', 'A ring is stuck? All you need is a thread'],
    text: `How to get a stuck ring off, with nothing but dental floss

First, push one end of the floss under the ring.
Next, wind the long end around your finger, from the ring up past the knuckle, tight, without gaps.
Then take the short end and pull it slowly towards the tip.
The ring walks up the thread, turn by turn.
Finally, run cold water over the finger for two minutes. You have earned it.`,
  },
  {
    slug: 'harbor-gold',
    genre: 'true crime',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    treatment: 'news',
    moods: ['tense', 'mysterious'],
    titles: ['A guard opened vault 12 and found it full of salt', 'Salt', 'Vault 12'],
    text: `Port Ellery, Maine. February 3, 1962. A guard opened vault 12 and found it full of salt.

The day before, it had held 400 bars of silver. No lock was broken. No alarm had rung.

Police questioned ninety people. One of them, a night clerk, had resigned that very morning. His landlady told detectives that he always paid in coins, and that he never bought salt.

Officials closed the case in 1971.

In 1998 a fishing boat pulled up a crate. In it were thirty bars, and a receipt for eleven tons of salt.`,
  },
  {
    slug: 'yakyu-no-shonen',
    genre: 'sport',
    style: 'gouache',
    format: '9:16',
    language: 'ja',
    treatment: 'tale',
    alsoTreatments: ['confession'],
    moods: ['adventurous', 'tender', 'joyful'],
    titles: ['最後の打席', '三年間、一度も試合に出られなかった', '背番号20'],
    text: `三年間、一度も試合に出られなかった。

背番号は20。仕事は、水をくむことと、声を出すこと。

最後の夏、九回の裏。監督がふり向いて言った。「行ってこい」

バットを持つ手がふるえた。ベンチの全員が、初めて彼のために声を出した。

結果は三振だった。それでも、あの一球の音を、みんなが今もおぼえている。`,
  },
];
