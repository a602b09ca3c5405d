import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** Put aside: what is true and worth knowing. */
export const ASIDE_KNOWLEDGE: readonly GenreStory[] = [
  {
    slug: 'the-clock-that-found-longitude',
    genre: 'history',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'fact',
    alsoTreatments: ['biography', 'news'],
    moods: ['adventurous', 'mysterious', 'tense', 'calm'],
    titles: [
      'The clock that solved the greatest problem at sea',
      'The carpenter who solved the longitude',
      'A carpenter and the greatest problem at sea',
    ],
    text: `October 1707.
Four British warships hit the rocks off the Isles of Scilly.
More than 1,400 men drowned.
They had not known where they were.

At sea you could read your latitude from the sun.
Your longitude you could only guess.

In 1714 Parliament offered £20,000 to whoever solved it. That would be millions today.
Astronomers looked to the moon.
A carpenter from Yorkshire looked at a clock.

His name was John Harrison, and he had an idea that everyone thought was absurd: take the time of home with you.
Compare it with the sun above your ship.
Every hour of difference is fifteen degrees.

It took him thirty years and four clocks.
The last one fitted into a hand.

In 1761 it sailed to Jamaica. After 81 days at sea it was five seconds slow.

They still made him wait for his money.
He got the last of it at the age of eighty.`,
  },
  {
    slug: 'shironagasu-no-shinzo',
    genre: 'science fact',
    style: 'neon',
    format: '9:16',
    language: 'ja',
    treatment: 'fact',
    moods: ['mysterious', 'magical', 'calm', 'adventurous'],
    titles: ['1分間に2回しか打たない心臓', 'シロナガスクジラの心臓', '世界一大きな心臓'],
    text: `1分間に、たった2回。これは、ある動物の心臓が打つ回数です。

その動物とは、シロナガスクジラ。地球でいちばん大きな動物です。

体の長さは約25メートル。バス2台分よりも長いのです。

心臓の重さは約180キロ。おとな3人分の重さです。

では、なぜ2回しか打たないのでしょうか。

深くもぐるとき、クジラは酸素を節約します。だから心臓をゆっくり動かすのです。

ところが、水面にもどると一気に速くなります。1分間に30回以上。

生まれたばかりの赤ちゃんでも、長さは7メートルあります。

そして、この巨大な動物が食べるのは、小さなオキアミだけ。

1日に食べる量は、なんと数トンです。

続きが気になる人は、フォローしてくださいね。`,
  },
  {
    slug: 'bessie-coleman',
    genre: 'biography',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    treatment: 'biography',
    moods: ['adventurous', 'tender', 'sad', 'joyful'],
    titles: ['Bessie Coleman', 'Queen Bess', 'Bessie Coleman: nobody would teach her to fly'],
    text: `Nobody in America would teach Bessie Coleman to fly.

She was born in Atlanta, Texas, in 1892, one of thirteen children. She picked cotton, and walked four miles to a school with one room.

At 23 she moved to Chicago and worked as a manicurist. Her brother came home from the war in Europe and teased her. "In France the women fly planes," he said. "You never will."

"That's it," she said. "You just called it for me."

Every flying school turned her down, because she was black and because she was a woman. So she learned French at night, saved her tips, and took a ship.

On June 15, 1921, she got her license in France. She was the first African American woman to have one.

Back home she flew loops over crowds of thousands. She would not fly where black people had to use another gate.

She died in 1926, at 34, in a fall from a plane over Florida. Each year pilots drop flowers on her grave from the air.`,
  },
  {
    slug: 'why-noise-cancelling-works',
    genre: 'tech explainer',
    style: 'neon',
    format: '9:16',
    language: 'en',
    treatment: 'fact',
    alsoTreatments: ['how-to'],
    moods: ['calm', 'playful', 'mysterious', 'joyful'],
    titles: [
      'Your headphones make silence out of noise',
      'How headphones make silence out of noise',
      'How noise cancelling works',
    ],
    text: `Your headphones make silence out of noise. Here is how.

Sound is air that moves. A wave pushes your eardrum in, then it pulls it out. Push, pull, push, pull.

Now imagine a second wave that does the opposite. When the first one pushes, it pulls. Add them up and you get zero. Nothing moves. You hear nothing.

So each ear has a tiny microphone on the outside. It listens to the engine of the plane. A chip turns the wave upside down, and the speaker plays it back. All of that takes less than a thousandth of a second.

Why can you still hear a baby cry? Because an engine is always the same, and a baby is not. The chip is good at guessing what comes next only if it has heard it before.

And the slight pressure you feel? There is none. Your brain misses the low sounds and thinks you have gone up in a lift.`,
  },
  {
    slug: 'words-that-outlived',
    genre: 'quotes',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'quotes',
    moods: ['calm', 'tender', 'sad', 'magical'],
    titles: [
      'Read this when it hurts',
      'Words that outlived the people who wrote them',
      'Four lines that are older than your pain',
    ],
    text: `Words that outlived the people who wrote them.

“Hope is the thing with feathers that perches in the soul.”
Emily Dickinson

“The soul becomes dyed with the color of its thoughts.”
Marcus Aurelius, Roman emperor, 121–180

“There is no charm equal to tenderness of heart.”
Jane Austen (1775–1817)

“The heart has its reasons, of which reason knows nothing.”
Blaise Pascal

“Things do not change; we change.”
Henry David Thoreau, Walden, 1854

“No great thing is created suddenly.”
Epictetus, born a slave

Which one found you today?`,
  },
];
