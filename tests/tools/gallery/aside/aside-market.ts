import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** Put aside: what wants something of its viewer. */
export const ASIDE_MARKET: readonly GenreStory[] = [
  {
    slug: 'sleep-in-four-steps',
    genre: 'health tip',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'how-to',
    alsoTreatments: ['list', 'fact'],
    moods: ['calm', 'tender', 'playful'],
    titles: [
      "Can't sleep? Try this tonight",
      "Can't sleep?",
      'Sleep better in 4 steps',
      '4 things to do before bed',
    ],
    text: `Can't sleep? Try this tonight. 😴

STEP 1: LIGHT
Dim the lamps an hour before bed. Your body takes bright light for daytime and waits with the hormone that makes you tired.

STEP 2: COOL
Set your bedroom to about 18 °C. To fall asleep, your body has to lose roughly one degree.

STEP 3: WRITE
Put tomorrow on paper. Not in your phone. A list that is written down does not have to be remembered.

STEP 4: BREATHE
In for 4 seconds, hold for 7, out for 8. Repeat four times.

And if you are still awake after 20 minutes? Get up. Sit in another room with a boring book. Your bed should know only one thing about you.

If it goes on for more than three weeks, talk to a doctor. That is not weakness, it's maintenance.

#sleep #health #nightroutine`,
  },
  {
    slug: 'spoke-and-sons',
    genre: 'shop ad',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    treatment: 'advert',
    moods: ['joyful', 'playful', 'adventurous'],
    titles: ['Your old bike is not dead', 'Spoke & Sons', 'Spring check for $39'],
    text: `YOUR OLD BIKE IS NOT DEAD. IT'S JUST TIRED. 🚲

At Spoke & Sons we bring it back.

✅ New brake pads
✅ Chain cleaned and oiled
✅ Gears that actually change
✅ Lights for the dark months

Spring check: $39 instead of $59, until April 30.

You bring it in the morning. You ride it home after work. That's a promise: if we're late, you don't pay.

"They fixed the bike my dad gave me in 1988. I cried a little." – Rosa, a customer

No appointment. No fancy words. No "you need a new one, mate."

We're the green door behind the station. Look for the wheel on the roof. 🛞

Spoke & Sons. Keep rolling.

👉 Book online or just walk in!`,
  },
  {
    slug: 'top-3-iceland',
    genre: 'travel top 3',
    style: 'watercolor',
    format: '9:16',
    language: 'en',
    treatment: 'list',
    moods: ['adventurous', 'joyful', 'magical', 'calm'],
    titles: [
      '3 places in Iceland most tourists drive past',
      'Top 3 places in Iceland',
      'Three places in Iceland',
    ],
    text: `3 places in Iceland most tourists drive past

Number three: Hvítserkur. A rock in the sea that looks like a dragon drinking. Come at low tide and you can walk right up to its feet. Seals live on the beach next door.

Number two: Stuðlagil Canyon. Walls of grey stone columns, like the pipes of an organ, and a river as green as glass. Nobody knew about it until 2009, because it was under water. Wear good shoes, the path is an hour each way.

And number one: Rauðasandur. Ten kilometres of red sand in the Westfjords, and on most days, you are alone on it. The road is steep and has no rail. Go slowly, bring soup, and stay for the sunset. In June it lasts until midnight and never really ends.

Save this for your trip, and tell me: would you drive that road?`,
  },
  {
    slug: 'customer-hearing-aid',
    genre: 'customer story',
    style: 'watercolor',
    format: '16:9',
    language: 'en',
    treatment: 'persuasion',
    alsoTreatments: ['tale', 'advert', 'confession'],
    moods: ['tender', 'calm', 'joyful'],
    titles: [
      'The sound of a zipper',
      'What Walter heard',
      'Walter heard the rain again',
      'The first thing Walter heard',
    ],
    text: `Walter is 78, and he was sure that the birds had left his garden.

His wife had told him for years to have his ears tested. He said people mumble. He said television was better in the seventies.

Then his granddaughter stopped calling. She thought he was angry with her, because he never answered.

That was the day he walked into our shop in Bell Lane, and told us not to waste his time.

The test took 25 minutes. Walter had lost 60 percent of the high sounds. Birds. Children. The letter S.

We fitted him with two aids, each as small as a bean. He sat there and frowned. Then he heard a zipper. He zipped his jacket up and down eleven times.

On the way home it rained. He did not open his umbrella.

Today he calls his granddaughter every Sunday. He says she talks too much.

Clearday Hearing. The first test is free.`,
  },
  {
    slug: 'gym-at-five',
    genre: 'motivation',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    treatment: 'persuasion',
    moods: ['adventurous', 'tense', 'joyful'],
    titles: ['Nobody is coming', 'Nobody is coming to save your Tuesday', 'Discipline is a promise you keep'],
    text: `Nobody is coming.

Nobody is coming to wake you up at five.
Nobody is coming to lace your shoes.
Nobody is coming to tell you that today counts.

It counts anyway.

You don't need more motivation. Motivation is weather. It comes, it goes, and it does not care about you.

You need a promise so small that you can't break it. Ten push-ups. One page. One honest phone call.

Keep it on the days when you feel like a king. Keep it on the days when you feel like nothing.

Because one morning you will look in the mirror and see somebody who does what they said they would do.

And you won't need anyone to come.

#discipline #mindset #5amclub`,
  },
];
