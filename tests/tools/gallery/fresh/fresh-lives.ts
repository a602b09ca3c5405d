import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** Written after all rules were made: stories of people, told by themselves or by others. */
export const FRESH_LIVES: readonly GenreStory[] = [
  {
    slug: 'voicemail-from-grandpa',
    genre: 'confession',
    style: 'watercolor',
    format: '9:16',
    language: 'en',
    treatment: 'confession',
    moods: ['tender', 'sad', 'calm'],
    titles: [
      'I pay for a phone number that nobody uses',
      'Eleven voicemails',
      'My grandfather left me eleven voicemails',
    ],
    text: `I pay for a phone number that nobody uses.

It was my grandfather's. He left me eleven voicemails in his last year and I listened to none of them, because I thought there would be time to call back.

He died in March. In April I played the first one. He wanted to know how to turn off the subtitles.

The second was the same question.

In the ninth he just says my name and laughs, because he has found the button.

I kept the tenth and the eleventh. I know it sounds strange, but as long as I have not heard them, he still has something to tell me.`,
  },
  {
    slug: 'night-shift-elevator',
    genre: 'horror',
    style: 'neon',
    format: '9:16',
    language: 'en',
    treatment: 'confession',
    alsoTreatments: ['tale'],
    moods: ['tense', 'mysterious'],
    titles: [
      'The elevator in our hospital stops at a floor that burned',
      'The fourth floor',
      'Somebody calls it from four',
    ],
    text: `The elevator in our hospital stops at a floor that burned.

I clean at night. There are six floors and we use five. The fourth has been locked since the fire, and its button was taken out.

At 2:40 the bell rings, the door opens, and there is the corridor. No lights. Just that smell.

The others told me to look at my shoes and wait until it closes. So for a year I looked at my shoes.

Last Thursday there were two pairs of them.`,
  },
  {
    slug: 'aita-bus-seat',
    genre: 'confession',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'confession',
    moods: ['playful', 'tense', 'calm'],
    titles: ['AITA for not giving up my seat to a cello?', 'AITA for not giving my seat to a cello?'],
    text: `AITA for not giving up my seat to a cello?

So I (34M) take the coach home every Friday, four hours. I book a window seat because I get sick.

A woman gets on with a cello and a ticket for the seat beside me. She says the cello has the window in her booking, and shows me. It really does. The cello has a name in the app. The cello is called Mr. Brown.

I said I'm sorry but I don't move for Mr. Brown. Now my own mother says I should have asked what he wanted to see.`,
  },
  {
    slug: 'tonton-et-la-mer',
    genre: 'confession',
    style: 'gouache',
    format: '9:16',
    language: 'fr',
    treatment: 'confession',
    alsoTreatments: ['tale'],
    moods: ['tender', 'calm', 'sad', 'joyful'],
    titles: ["Mon oncle n'avait jamais vu la mer", 'Mon oncle et la mer', 'La bouteille d’eau salée'],
    text: `Mon oncle n'avait jamais vu la mer.

Il avait soixante-dix ans, des vaches, et pas de vacances. Chaque été je lui promettais de l'emmener. Chaque été je repartais sans lui.

L'année dernière, je lui ai rapporté une bouteille d'eau salée. Il l'a posée sur le buffet, à côté des photos.

Hier, j'ai compris qu'il la changeait de place le soir, pour qu'elle voie le soleil se coucher.

Dimanche, je viens le chercher.`,
  },
  {
    slug: 'katalin-kariko',
    genre: 'biography',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    treatment: 'biography',
    moods: ['calm', 'adventurous', 'tender'],
    titles: ['Katalin Karikó', 'She was demoted four times', 'The woman who believed in RNA'],
    text: `Katalin Karikó was born in Hungary in 1955, the daughter of a butcher, in a house without running water.

In 1985 she left for America with her husband, her little girl and a teddy bear. The family's money was sewn into the bear.

For years nobody would pay for her work on messenger RNA. Her university demoted her. She stayed in the laboratory.

In 2005 she and Drew Weissman published how to make it safe. Hardly anyone noticed.

In 2020 it became a vaccine. In 2023 she was awarded the Nobel Prize.`,
  },
  {
    slug: 'the-owl-who-kept-time',
    genre: 'bedtime',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'tale',
    moods: ['calm', 'tender', 'magical', 'playful'],
    titles: ['The owl who was afraid of being late', 'The owl and the clock', 'The owl who kept time'],
    text: `There was once an owl who was afraid of being late.

She lived in a church tower beside a big clock, and she flew out at the first stroke of ten, every night, so that the dark would not begin without her.

One night the clock stopped. The owl waited and waited. The mice danced on the wall. The moon came up anyway.

"Who told you to start?" asked the owl.

"Nobody," said the moon. "I thought you would like to sleep."

So the owl put her head under her wing, and the night went on very well without her.`,
  },
  {
    slug: 'el-panadero-y-el-rio',
    genre: 'myth',
    style: 'watercolor',
    format: '9:16',
    language: 'es',
    treatment: 'tale',
    moods: ['calm', 'tender', 'magical', 'mysterious', 'playful'],
    titles: ['El panadero y el río', 'El panadero que alimentaba al río', 'Pan para el río'],
    text: `Había una vez un panadero que cada mañana tiraba un pan al río.

—¿Por qué lo haces? —le preguntaban—. El río no come.

—Mi padre lo hacía —respondía él—, y su padre también.

Un invierno el agua subió y se llevó los puentes, los carros y la mitad de las casas. Se detuvo delante de la panadería, dio una vuelta y siguió su camino.

Desde entonces en el pueblo nadie pregunta. Por la mañana, cada uno lleva su pan.`,
  },
  {
    slug: 'roommate-plant',
    genre: 'text messages',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'chat',
    moods: ['playful', 'joyful'],
    titles: ['Did you water Kevin?', 'Kevin', 'The plant is not real'],
    text: `Priya: did you water Kevin
Sam: who is Kevin
Priya: the plant by the window. you promised
Sam: I water it every single day
Priya: how does he look
Sam: honestly? amazing. he has not changed at all in three weeks
Priya: Sam
Sam: not one leaf fell off
Priya: Sam. Kevin is on my desk. I took him with me
Sam: then who have I been watering
Priya: the plastic one
Sam: he is doing so well though`,
  },
];
