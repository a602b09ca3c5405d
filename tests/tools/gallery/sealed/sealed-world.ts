import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** Neither run nor looked at while rules were made: facts, news, lists, wares, lives and sayings. */
export const SEALED_WORLD: readonly GenreStory[] = [
  {
    slug: 'wood-wide-web',
    genre: 'science fact',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    treatment: 'fact',
    moods: ['calm', 'magical', 'mysterious', 'adventurous'],
    titles: ['Trees feed their young', 'Trees talk to each other', 'Under one footstep'],
    text: `Under one footstep in a forest there are about 480 kilometres of fungus.

The threads are thinner than a hair. They join the roots of one tree to the roots of the next.

Through them an old fir sends sugar to seedlings that stand in its shade. Up to 10 percent of what it makes goes to others.

When beetles attack a tree, its neighbours get a warning before the first beetle arrives. They fill their needles with poison.

Cut down the oldest tree, and the young ones around it die four times as often. Foresters call it a mother tree. It turns out that's not a metaphor.`,
  },
  {
    slug: 'the-bank-that-paid',
    genre: 'true crime',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    treatment: 'news',
    moods: ['tense', 'mysterious'],
    titles: ['The man who robbed a bank with a parking ticket', 'He parked outside', 'Case 4417'],
    text: `Omaha, Nebraska. June 9, 1991, 10:15 in the morning.

A man in a grey suit walks into a bank and hands the cashier a note. It says: I have all day.

He has no gun. He sits down, opens a newspaper and waits. Nobody presses the alarm, because nobody is sure that this is a robbery.

At 10:40 the manager brings him $31,000 in a lunch bag.

Detectives found one thing: a parking ticket from across the street, written at 10:22. The licence plate had been stolen from a police car.

He has never been found. Every June the bank gets a postcard. It says: Thank you for your patience.`,
  },
  {
    slug: 'index-fund-lunch',
    genre: 'money tip',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'fact',
    alsoTreatments: ['how-to', 'persuasion', 'list'],
    moods: ['calm', 'joyful', 'adventurous', 'playful'],
    titles: ['The 24-hour rule', 'The 24-hour rule saved me $3,200', 'Wait 24 hours'],
    text: `The 24-hour rule saved me $3,200 last year.

It works like this. Before you buy anything over $50 that isn't food, you write it on a list with today's date.

Then you wait one day. If you still want it, buy it.

I wrote down 61 things. I bought 9. The rest I had forgotten by breakfast.

In January I put $40 a week away. By December it was $2,080, and I hadn't noticed a single thing missing.

Start today: take a photo of the next thing you want. The camera is free.`,
  },
  {
    slug: 'corner-bike-shop',
    genre: 'shop ad',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'advert',
    moods: ['joyful', 'playful', 'adventurous'],
    titles: ['Your bike, fixed while you drink a coffee', 'Fixed while you drink a coffee', 'Spoke & Bean'],
    text: `Your bike, fixed while you drink a coffee.

At Spoke & Bean on Harbour Street, we change a tyre in 12 minutes and pour a flat white in two.

Squeaky brakes? Lost a pedal? Bring it in as it is. No appointment, no lecture.

Every repair comes with a free coffee and a year's warranty. Students pay half on Tuesdays.

Open seven days, 8 to 6. Look for the yellow bicycle on the roof.`,
  },
  {
    slug: 'three-quiet-beaches',
    genre: 'travel top 3',
    style: 'watercolor',
    format: '9:16',
    language: 'en',
    treatment: 'list',
    moods: ['adventurous', 'joyful', 'calm'],
    titles: ['3 places in Europe where nobody will find you', 'Where nobody will find you'],
    text: `3 places in Europe where nobody will find you this summer.

3. Lastovo, Croatia. An island with forty-six hidden coves and one bakery. The ferry takes four hours, which keeps everyone else away.

2. The Westfjords, Iceland. More foxes than people. Swim in a hot spring while it snows on your head.

1. Monsanto, Portugal. A village built under giant boulders. Some of the houses have a single rock for a roof.

Which one would you pick? Don't tell anyone.`,
  },
  {
    slug: 'the-swimmer',
    genre: 'biography',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    treatment: 'biography',
    moods: ['adventurous', 'joyful', 'calm'],
    titles: ['They told her that women could not swim the Channel', 'Gertrude Ederle', 'What for?'],
    text: `They told her that no woman could swim the Channel.

Gertrude Ederle was born in New York in 1905, a butcher's daughter who lost most of her hearing to measles.

In 1924 she won three Olympic medals. In 1925 she tried the Channel, and her coach pulled her out of the water against her will.

On August 6, 1926, she went in again at 7:05 in the morning. The waves were so high that her crew begged her to stop. She lifted her head and asked: "What for?"

Fourteen and a half hours later she walked up a beach in England. Five men had done it before her. She was faster than all of them.

Two million people came to her parade.`,
  },
  {
    slug: 'five-lines-for-monday',
    genre: 'quotes',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    treatment: 'quotes',
    moods: ['calm', 'adventurous', 'tender', 'magical'],
    titles: ['Five lines for a bad Monday', 'For a bad Monday'],
    text: `Five lines for a bad Monday.

"The obstacle is the path." – Zen proverb

"Fall seven times, stand up eight." – Japanese proverb

"No great thing is created suddenly." – Epictetus

"Well begun is half done." – Aristotle

"This too shall pass." – Persian saying`,
  },
  {
    slug: 'the-last-penalty',
    genre: 'sport',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    treatment: 'news',
    alsoTreatments: ['fact', 'tale', 'biography'],
    moods: ['tense', 'adventurous', 'joyful'],
    titles: [
      'The worst team in the league had one penalty left',
      'One penalty left',
      'Nobody left the stadium',
    ],
    text: `The worst team in the league had one penalty left.

Rovers hadn't won since October. They had lost 4–0, 5–1 and 6–2. Their goalkeeper drove the team bus.

But on a wet Tuesday in May they were level in the 118th minute, and the referee pointed to the spot.

Nobody wanted to take it. The captain looked at the grass. The striker tied a shoe that was already tied.

So the goalkeeper walked the whole length of the pitch. Nobody in the stadium sat down.

He put the ball down, took two steps, and chipped it over the middle. 3–2. He was late for the bus.`,
  },
];
