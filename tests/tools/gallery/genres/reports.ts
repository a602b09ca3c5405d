import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** What happened: crime, news, sport. All of it is invented. */
export const GENRE_REPORTS: readonly GenreStory[] = [
  {
    slug: 'motel-on-route-nine',
    genre: 'true crime',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    treatment: 'news',
    moods: ['tense', 'mysterious'],
    titles: ['The Route 9 motel', 'Who was the man in room 11?', 'The man in room 11', 'Room 11'],
    text: `On the night of March 3, 1994, a man checked into a motel on Route 9 outside Harlow, Nevada. He paid cash. He signed the book as "R. Finch."

At 6:40 the next morning a cleaner opened room 11. The bed had not been slept in. On the table stood a cup of coffee, still warm. The window was locked from the inside.

R. Finch was gone, and so was the motel's safe. All 90 pounds of it.

Police found no fingerprints. There was no car, and nobody on the highway had seen a man with a safe.

For eleven years the case lay in a drawer. Then, in August 2005, workers drained the motel's swimming pool.

The safe was on the bottom. It had never been opened. Inside were $412 and the guest book's missing page.

The handwriting belonged to the night clerk. He had died in 2001. There had never been any R. Finch.`,
  },
  {
    slug: 'storm-cuts-island-off',
    genre: 'news',
    style: 'papercut',
    format: '16:9',
    language: 'en',
    treatment: 'news',
    moods: ['tense', 'calm', 'adventurous'],
    titles: [
      'Storm cuts off island',
      'Storm cuts island off for third day',
      'Pupils bring insulin to island by kayak',
    ],
    text: `STORM CUTS ISLAND OFF FOR THIRD DAY

MERRIN ISLAND, Tuesday. Around 340 people are still without a ferry after the strongest storm in 20 years. Waves of up to nine metres have damaged the only pier.

Electricity came back to most homes on Monday evening. The school is being used as a shelter; 45 people spent the night in its gym.

"We have bread, we have candles, and we have had enough of cards," said mayor Edda Collin.

The island's only doctor warned that insulin would last until Thursday. On Tuesday afternoon four members of the rowing club set out from the mainland in a lifeboat, with a cool box on board. They arrived at 16:20. Nobody was hurt.

The coast guard expects the wind to fall on Wednesday. Repairing the pier will take at least six weeks and cost an estimated 2.3 million.`,
  },
  {
    slug: 'down-by-nine',
    genre: 'sport',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    treatment: 'tale',
    alsoTreatments: ['news', 'persuasion'],
    moods: ['adventurous', 'tense', 'joyful'],
    titles: ['11 seconds', 'Down by nine', 'Two minutes left, down by nine'],
    text: `Two minutes left. Down by nine. And our best player was on the bench with a bag of ice on her knee.

The girls from Eastfield had not lost a game in 41 tries. Our gym has a leak over the free-throw line. You get the picture.

Coach didn't draw anything on her board. She just said, "Steal it. Then run."

So we stole it. Dede from the left, 62–55. Then again, a three from so far out that even her mother said no. 62–58.

With 11 seconds on the clock it was 63–62. Tam got the ball under our own basket. She is the smallest on the team. She ran straight through all five of them like they were furniture.

The ball hit the rim. Bounced. Rolled around once. Twice.

Fell in.

64–63. I have never heard a gym so loud. The roof leaked on all of us and nobody moved.`,
  },
];
