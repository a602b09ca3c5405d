import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** Put aside: what people tell of themselves. */
export const ASIDE_FIRST_PERSON: readonly GenreStory[] = [
  {
    slug: 'aita-wedding-cake',
    genre: 'confession',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    treatment: 'confession',
    moods: ['tense', 'playful', 'sad', 'calm'],
    titles: [
      "AITA for refusing to bake my brother's wedding cake for free?",
      'AITA for refusing to bake a wedding cake for free?',
      'The cake was a gift. The dog was not.',
    ],
    titleNote: 'The question of the first line is the title.',
    text: `AITA for refusing to bake my brother's wedding cake for free?

I (26M) am a pastry chef. I work six days a week, mostly at 4 AM, so when my brother (31M) asked if I would do the cake I said yes, of course, as my gift.

Then the emails started.

First it was three tiers. Then five. Then his fiancée wanted sugar roses, 200 of them, "but they have to look real." A sugar rose takes me twelve minutes. Do the math.

I asked if they could at least pay for the ingredients. My brother wrote back: "It's just flour, dude."

Last week I found out that they pay the DJ $1,800. They pay a man $300 to bring a dog in a bow tie.

So I told them I would bake one tier, with three roses, and that they could buy the rest from the dog.

Now I'm not invited anymore. My mother cried on the phone. My dad asked if I would still bake his birthday cake.

AITA?`,
  },
  {
    slug: 'pump-four',
    genre: 'work confession',
    style: 'neon',
    format: '9:16',
    language: 'en',
    treatment: 'confession',
    moods: ['tender', 'calm', 'sad'],
    titles: [
      'the woman at pump 4',
      'i worked nights at a gas station',
      'what she wrote on the receipt',
      'pump 4',
    ],
    text: `ok so i've never told anyone this. i worked nights at a gas station for two years and there was this woman who came every tuesday at 2am, always pump 4, always exactly 10 dollars. she never bought coffee, never said more than "pump four". i made up a whole life for her. spy. nurse. ghost. one night her card got declined. she turned red and started counting coins out of the ashtray, and i said don't worry, the machine is broken, it's on the house. the machine was not broken. i put my own ten in the register. she didn't come the next tuesday, or the one after that. i figured i had embarrassed her. four months later, my last shift, there was an envelope taped to pump 4. inside were ten dollars and a receipt, and on the back she had written: "i was driving to sit with my son at the hospital. he's home now. the machine was never broken." i still have the receipt. i never spent the ten.`,
  },
  {
    slug: 'trail-cam-log',
    genre: 'horror',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    treatment: 'confession',
    alsoTreatments: ['tale', 'news'],
    moods: ['tense', 'mysterious'],
    titles: ['Trail camera 3', 'What my trail camera saw', 'It waved', 'The log of camera 3'],
    text: `I put a camera in the woods behind my house. This is what it recorded.

9:14 PM. A deer. It stops, looks at the lens, walks on.

10:02 PM. A fox with something in its mouth.

11:37 PM. The deer again. It walks backwards.

11:38 PM. Nothing. But the branches are moving, and there was no wind that night.

1:15 AM. A man in my red jacket. He stands with his back to the camera.

I should say that my red jacket was hanging in my hall.

1:52 AM. The man is closer. He hasn't turned around.

2:30 AM. He is so close that the picture is only red.

2:31 AM. Black.

3:00 AM. The camera is somewhere else. It shows a bed. It shows me, asleep in it.

3:01 AM. A hand, very close to the lens. It waves.`,
  },
  {
    slug: 'kalu-ki-chappal',
    genre: 'pet story',
    style: 'watercolor',
    format: '9:16',
    language: 'hi',
    treatment: 'confession',
    alsoTreatments: ['tale'],
    moods: ['tender', 'playful', 'joyful', 'calm'],
    titles: ['कालू और एक चप्पल', 'कालू', 'एक चप्पल की कहानी', 'हमारे घर का चोर'],
    text: `हमारे घर से चप्पलें ग़ायब होने लगीं।

हमेशा सिर्फ़ एक। हमेशा बाएँ पैर की।

माँ ने पड़ोसियों पर शक किया। पापा ने कहा, चूहे होंगे। मैंने रात भर जागकर पहरा दिया।

रात के दो बजे एक काला कुत्ता आया। दुबला सा, एक कान कटा हुआ। उसने मेरी चप्पल उठाई और चुपचाप चल दिया।

मैं उसके पीछे पीछे गया। पुराने स्कूल की दीवार के पीछे उसने चप्पल रख दी।

वहाँ तीन छोटे पिल्ले थे। और हमारी सात चप्पलें, गोल घेरे में, जैसे एक बिस्तर।

माँ ने कुछ नहीं कहा। अगले दिन वह एक पुराना कंबल लेकर गई।

अब कालू हमारे आँगन में सोता है। चप्पलें वापस आ गई हैं।

बस एक उसने रख ली। बाएँ पैर की, पापा वाली।`,
  },
  {
    slug: 'dear-me-at-sixteen',
    genre: 'letter',
    style: 'watercolor',
    format: '1:1',
    language: 'en',
    treatment: 'confession',
    alsoTreatments: ['persuasion'],
    moods: ['tender', 'calm', 'sad'],
    titles: ['Dear me at sixteen', 'A letter to myself at sixteen', 'To the girl in the bus shelter'],
    text: `Dear me at sixteen,

You are sitting in the bus shelter in your brother's coat, and you think that everyone has been told something that you have not.

They haven't. They are all pretending. Even Katja.

You will not become a marine biologist. I'm sorry. You get seasick, you will find out on the first day. But you will teach a seven-year-old to swim, and on the last day of that summer she will call you the sea.

Grandpa dies in October. Ask him about the accordion. Don't wait until the weekend.

The boy with the skateboard is not worth it. The one who lends you his pen is. You'll still have the pen.

One more thing. The scar stays, and one day somebody kisses it.

Take the bus. It gets lighter from here.

Yours, at forty-four`,
  },
];
