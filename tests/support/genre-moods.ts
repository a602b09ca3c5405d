/** Stories of the genres that people make films of, with the moods of music that fit; run once their moods were said. */
import type { ShownMood } from './shown-moods';

export interface GenreMood extends ShownMood {
  genre: string;
  /** BCP 47 tag */
  language: string;
}

export const GENRE_MOODS: readonly GenreMood[] = [
  {
    genre: 'confession',
    language: 'en',
    moods: ['sad', 'tender', 'tense', 'calm'],
    story: `I told everyone I quit my job. I was let go.

For four months I put on a shirt every morning and drove to the library. I sat between the newspapers and wrote applications. At five I drove home and told my wife about meetings.

Last Tuesday she came into the library to return a book.

She looked at me for a long time. Then she sat down beside me and opened the job pages.`,
  },
  {
    genre: 'horror',
    language: 'en',
    moods: ['tense', 'mysterious'],
    story: `We bought the house because it was cheap. The agent never came past the gate.

The first week we found the little door behind the wardrobe. It was nailed shut from our side.

On Sunday our son asked who the lady was. She stands by his bed, he said, and counts his teeth.

Last night I heard hammering. When I went up, the nails lay on the carpet in a neat row, and my son was whispering a number.`,
  },
  {
    genre: 'true crime',
    language: 'en',
    moods: ['tense', 'mysterious'],
    story: `On 3 March 1988 a night guard in Lyon locked the museum at nine. At six the next morning a Dutch painting was missing, and so was the guard.

His car stood in its place. His coat hung on its hook. Police questioned his brother, a locksmith, for two days and let him go.

In 2004 a cleaner found the canvas rolled up in a drainpipe. Around it was wrapped a guard's shirt, with one button missing.

The guard was never seen again.`,
  },
  {
    genre: 'history',
    language: 'en',
    moods: ['adventurous', 'mysterious', 'tense', 'calm', 'sad'],
    story: `In 1631 a volcano that everyone had forgotten woke above Naples.

Shepherds had grazed their goats inside its crater for generations. That winter the wells ran dry, and the animals would not eat.

On 16 December the mountain opened. Mud and ash ran to the sea within hours. Around four thousand people died.

The viceroy put up a stone for those who came after. It says: if the mountain trembles, leave. Do not wait for your things.`,
  },
  {
    genre: 'science fact',
    language: 'en',
    moods: ['mysterious', 'magical', 'calm', 'playful', 'adventurous'],
    story: `Your bones are younger than you are.

Inside them, tiny cells called osteoclasts dissolve old bone with acid. Behind them come osteoblasts and build it up again.

A whole skeleton is replaced about every ten years. In astronauts the builders slow down: they lose up to 1.5% of their bone mass in each month in orbit.

So every step that you take is a message to your skeleton. It says: stay strong, I still need you.`,
  },
  {
    genre: 'motivation',
    language: 'en',
    moods: ['adventurous', 'joyful', 'tense'],
    story: `Nobody is coming to do it for you.

Not the perfect Monday. Not the right mood. Not the friend who said they would join.

Get up while it is dark. Do the ugly first version. Run the slow kilometre. Send the mail that scares you.

In a year you will either have three hundred small proofs, or three hundred good excuses.

Choose today.`,
  },
  {
    genre: 'quotes',
    language: 'en',
    moods: ['calm', 'tender', 'magical', 'adventurous'],
    story: `Four old sentences about patience.

"The strongest of all warriors are these two: time and patience." Leo Tolstoy

"Adopt the pace of nature: her secret is patience." Ralph Waldo Emerson

"Patience is bitter, but its fruit is sweet." Jean-Jacques Rousseau

"He that can have patience can have what he will." Benjamin Franklin`,
  },
  {
    genre: 'money tip',
    language: 'en',
    moods: ['playful', 'calm', 'joyful', 'adventurous'],
    story: `How to save $1,200 this year without noticing.

1. Move your savings on payday, not at the end of the month. What you never see you never spend.
2. Cancel one subscription that you have not opened in 30 days.
3. Call your insurer once a year and ask for the price for new customers.
4. Cook double on Sunday. Two lunches a week at $9 are $900 a year.

Start with number one. It takes four minutes.`,
  },
  {
    genre: 'shop ad',
    language: 'en',
    moods: ['joyful', 'playful'],
    story: `Your bike squeaks? We hear it from here.

At Spoke & Chain on Mill Street we oil, true and tighten while you drink a coffee. Full check in 40 minutes for $25. No appointment.

Kids' bikes are done for free every first Saturday.

Open from eight to seven. Roll in.`,
  },
  {
    genre: 'travel top 3',
    language: 'en',
    moods: ['joyful', 'adventurous', 'playful', 'calm'],
    story: `3 islands in Europe that you have never heard of

3. Saint Kilda, Scotland. Nobody lives here but soldiers, sheep and a million seabirds. The boat takes four hours, if the sea lets it.

2. Lastovo, Croatia. Forty churches, no traffic light, and stars down to the horizon.

1. Corvo, Azores. One village, one road, one taxi. At its end lies a green crater with two lakes.`,
  },
  {
    genre: 'football',
    language: 'en',
    moods: ['adventurous', 'joyful', 'tense'],
    story: `Ninety-third minute. Two all. One free kick.

Marta Silveira has missed four of her last five. Her coach turns away. In the stands her father holds his cap in both hands.

She takes three steps back, looks at the wall, and shoots under it as it jumps.

3–2. The bench runs onto the pitch. For the first time in forty-one years the cup goes to the town by the river.`,
  },
  {
    genre: 'text messages',
    language: 'en',
    moods: ['playful', 'joyful', 'tense'],
    story: `Mum: Did you feed the cat?
Leo: yes
Mum: Which one
Leo: what do you mean which one
Mum: We have one cat, Leo.
Leo: then who is on the sofa
Mum: Send photo
Leo: mum that is not a cat
Mum: LEO THAT IS A RACCOON
Leo: he ate the tuna. his name is Gerald now
Mum: I am coming home 😂`,
  },
  {
    genre: 'biography',
    language: 'en',
    moods: ['adventurous', 'calm', 'tender', 'magical'],
    story: `Maria Sibylla Merian was thirteen when she began to keep silkworms in boxes.

In 1660 people believed that insects came from mud. She watched eggs, caterpillars and cocoons day after day, and painted what she saw.

At fifty-two she sold 255 of her paintings to pay for a ship. With her younger daughter she sailed to Surinam, and walked into the rainforest.

Malaria sent her home after two years. Her book of 1705 showed Europe for the first time how a butterfly comes to be.`,
  },
  {
    genre: 'bedtime',
    language: 'en',
    moods: ['calm', 'tender', 'magical', 'playful'],
    story: `Pim the hedgehog could not sleep, because the night was too big.

So his grandmother cut it into pieces for him. This piece is the owl's, she said. This one belongs to the frogs. And here is the smallest one, just as long as you are.

Pim lay down on his piece. It was soft, and it smelled of leaves.

The moon came by to see whether it fitted. It did.`,
  },
  {
    genre: 'confession',
    language: 'es',
    moods: ['sad', 'tender', 'calm'],
    story: `Mi abuela me llamaba todos los domingos a las seis.

Yo casi nunca contestaba. Estaba cansado, o en el bar, o simplemente no quería hablar del tiempo.

Cuando murió encontré su cuaderno. En cada domingo había escrito: hoy no pudo, estará trabajando mucho, pobre.

Ahora los domingos a las seis me siento junto al teléfono y lloro un poco.`,
  },
  {
    genre: 'news',
    language: 'de',
    moods: ['tense', 'mysterious', 'adventurous'],
    story: `In der Nacht zum Donnerstag ist im Hafen von Husum ein Kutter gesunken.

Gegen 2 Uhr hörte ein Anwohner einen lauten Knall. Als die Feuerwehr eintraf, ragte nur noch der Mast aus dem Wasser.

Der 61-jährige Fischer konnte sich ans Ufer retten. Sein Hund wird noch vermisst.

Die Polizei sucht Zeugen. Warum das Schiff leckschlug, ist unklar.`,
  },
  {
    genre: 'school memory',
    language: 'hi',
    moods: ['joyful', 'tender', 'playful', 'calm', 'sad'],
    story: `स्कूल की छुट्टी के बाद हम सब तालाब की ओर भागते थे।

रवि के पास एक ही पतंग थी, पर डोर हम पाँचों पकड़ते थे। जब पतंग ऊपर जाती, तो हम सब खुशी से चिल्लाते।

दादी खिड़की से आवाज़ देतीं कि खाना ठंडा हो रहा है।

आज पच्चीस साल बाद रवि ने मुझे उसी पतंग की तस्वीर भेजी। मैं देर तक मुस्कुराता रहा।`,
  },
  {
    genre: 'city legend',
    language: 'ja',
    moods: ['mysterious', 'tense'],
    story: `終電のあと、駅の三番線には誰もいないはずだった。

ホームの端に、赤い傘をさした女の子が立っていた。雨は降っていないのに、足もとだけが濡れていた。

「次の電車はいつ来ますか」と彼女は聞いた。

駅員は時刻表を見た。三番線は二十年前に廃止されていた。

振り向くと、濡れた足あとだけが線路のほうへ続いていた。`,
  },
];
