import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** What wants something of its viewer: advertisements, tips, pitches, advice, journeys to take. */
export const MARKET: readonly GenreStory[] = [
  {
    slug: 'five-dollars-a-day',
    genre: 'money tip',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'fact',
    alsoTreatments: ['how-to', 'persuasion'],
    moods: ['calm', 'playful', 'joyful'],
    titles: ['Nobody told me this about saving', 'What $5 a day turns into', '$5 a day'],
    titleNote: 'The sum or the question; nothing about a person.',
    text: `Nobody told me this about saving money, so I'm telling you.

Take $5 a day. That's $150 a month, or $1,800 a year. Sounds like nothing, right?

Put it in an index fund that grows 7% a year.

After 10 years you have about $26,000.
After 20 years, about $78,000.
After 30 years, about $183,000.

You only paid in $54,000. The rest is your money making money while you sleep.

Now the part that hurts. If you wait ten years before you start, you don't end up with a third less. You end up with less than half.

So don't start big. Start today, with an amount so small that you don't miss it. Set it to leave your account on payday, before you can see it.

Time is the only thing you can't buy later.`,
  },
  {
    slug: 'bramble-and-rye',
    genre: 'shop ad',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    treatment: 'advert',
    moods: ['joyful', 'playful'],
    titles: ['Bramble & Rye opens Saturday', 'We open on Saturday', 'Bramble & Rye', 'Fresh bread, finally'],
    text: `🥐 FRESH BREAD. FINALLY. 🥐

Bramble & Rye opens this Saturday at 7 AM on Miller Street!

✨ Sourdough that takes 36 hours
✨ Cinnamon buns as big as your face
✨ Coffee roasted two doors down

Our first 50 guests get a free croissant. Yes, really. 🙌

Got kids? There is a corner with wooden trains.
Got a dog? There is a bowl and a biscuit. 🐶

Opening week only: any loaf and a coffee for $6.50 instead of $9.

Bramble & Rye. Come hungry.

📍 12 Miller Street
⏰ Tuesday to Sunday, 7 to 3

Tag someone who owes you breakfast 👇 #bakery #sourdough #smallbusiness`,
  },
  {
    slug: 'top-5-train-rides',
    genre: 'travel top 5',
    style: 'watercolor',
    format: '9:16',
    language: 'en',
    treatment: 'list',
    moods: ['adventurous', 'joyful', 'magical', 'calm'],
    titles: [
      'Top 5 train rides',
      '5 train rides that beat any flight',
      'Top 5 train rides that beat any flight',
    ],
    text: `Top 5 train rides that beat any flight ✈️❌

5. West Highland Line, Scotland. It crosses the Glenfinnan Viaduct, 21 arches over a valley full of mist. Sit on the left.

4. Kandy to Ella, Sri Lanka. Seven slow hours through tea fields, with the doors open and your feet in the wind.

3. TranzAlpine, New Zealand. From Christchurch to Greymouth, from one ocean to the other, in just under five hours.

2. Flåm Railway, Norway. Only 20 kilometres long, but it drops 863 metres, and it stops at a waterfall so that you can get wet.

1. Bernina Express. From Chur in Switzerland to Tirano in Italy: 55 tunnels, 196 bridges, glaciers at breakfast and palm trees for lunch.

Which one are you booking first?`,
  },
  {
    slug: 'pitch-second-shelf',
    genre: 'startup pitch',
    style: 'neon',
    format: '16:9',
    language: 'en',
    treatment: 'persuasion',
    alsoTreatments: ['advert'],
    moods: ['adventurous', 'joyful', 'calm'],
    titles: [
      'Every third tomato',
      'Second Shelf',
      'One in three tomatoes is never eaten',
      'No tomato left behind',
    ],
    text: `One in three tomatoes is never eaten.

Not because it is bad. Because it is ugly. Too big, too small, a scar on one side. Supermarkets send it back, and the farmer plows it under.

Hi, we are Second Shelf.

We buy what shops refuse, at a fair price, and turn it into sauce within 24 hours of the harvest. No warehouse, no cold chain: our kitchen is a truck that drives to the field.

In our first season we worked with 9 farms and saved 140 tons of vegetables. Farmers earned 18% more. Our jars sold out in eleven weeks.

Now 60 farms are on our waiting list, and we have one truck.

We are raising $400,000 to build four more.

The food is already grown. Help us pick it up.`,
  },
  {
    slug: 'roz-ek-panna',
    genre: 'motivation',
    style: 'silhouette',
    format: '9:16',
    language: 'hi',
    treatment: 'persuasion',
    moods: ['adventurous', 'calm', 'joyful', 'tender'],
    titles: ['रोज़ एक पन्ना', 'सिर्फ़ एक पन्ना', 'तुम देर से नहीं हो'],
    text: `तुम देर से नहीं हो।

तुम बस अभी शुरू नहीं हुए।

लोग कहते हैं, अब क्या फ़ायदा। पच्चीस के हो गए, चालीस के हो गए, अब कौन सीखता है।

पर ज़रा हिसाब लगाओ। रोज़ सिर्फ़ एक पन्ना पढ़ो। एक साल में तीन सौ पैंसठ पन्ने। यानी दो मोटी किताबें।

रोज़ सिर्फ़ दस मिनट दौड़ो। एक साल में साठ घंटे।

पहाड़ एक दिन में नहीं चढ़ा जाता। पहाड़ एक क़दम में चढ़ा जाता है, और फिर अगले क़दम में।

आज हार मत मानो। कल की चिंता मत करो।

बस एक पन्ना। बस दस मिनट। बस एक क़दम।

और एक साल बाद, पीछे मुड़कर देखना।`,
  },
];
