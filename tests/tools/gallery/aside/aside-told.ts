import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** Put aside: what is told to somebody who listens, and how to make something. */
export const ASIDE_TOLD: readonly GenreStory[] = [
  {
    slug: 'snail-with-a-window',
    genre: 'bedtime',
    style: 'watercolor',
    format: '9:16',
    language: 'en',
    treatment: 'tale',
    moods: ['tender', 'calm', 'magical'],
    titles: ['The snail who carried a window', 'The snail and the window', 'Good night, snail'],
    text: `There was once a snail who carried a window instead of a house.

She had found it behind the barn, small and square, with a blue frame. It was a window from a dollhouse, but she did not know that.

"Where is the rest of it?" asked the beetle. "This is the part I like," said the snail.

In the day she looked out through it at the tall grass. When it rained, she drew pictures on the glass with her nose.

One evening a moth came and knocked. "It is cold," she said. "May I come in?" The snail opened the window, and the moth climbed through, and then both of them were on the other side.

"Are we inside now?" whispered the moth.

The snail thought about it for a long time. Above them the stars came out, one after the other.

"Yes," she said. "Now we are inside."

And they slept.`,
  },
  {
    slug: 'la-pasajera-del-33',
    genre: 'city legend',
    style: 'neon',
    format: '9:16',
    language: 'es',
    treatment: 'tale',
    alsoTreatments: ['confession', 'news'],
    moods: ['mysterious', 'tense'],
    titles: ['La pasajera del 33', 'La pasajera del último autobús', 'La parada que ya no existe'],
    text: `En mi barrio todos los conductores conocen a la pasajera del 33.

Sube siempre en el último autobús, a las 00:40, en una parada que ya no existe. La quitaron en 1996, cuando construyeron el túnel.

Lleva un vestido amarillo y una caja de zapatos. Paga con monedas antiguas. Se sienta detrás del conductor y nunca dice nada.

Un conductor joven se rio de la historia. La primera noche que hizo la ruta, frenó en el túnel sin saber por qué. La puerta se abrió sola.

«¿Adónde va, señora?», preguntó.

Ella contestó por primera vez: «A la última parada. Hoy sí.»

Cuando llegaron, el asiento estaba vacío. Solo quedaba la caja.

Dentro había unos zapatos de niño, nuevos, y un recibo de 1971.

Desde aquella noche nadie ha vuelto a verla. Pero el autobús sigue frenando en el túnel.`,
  },
  {
    slug: 'nureta-suniika',
    genre: 'how-to',
    style: 'papercut',
    format: '9:16',
    language: 'ja',
    treatment: 'how-to',
    moods: ['calm', 'playful', 'joyful'],
    titles: ['ぬれたスニーカーを一晩でかわかす方法', '雨の日のスニーカー', 'スニーカーを早くかわかす方法'],
    text: `雨でぬれたスニーカー、一晩でかわかす方法を教えます。

まず、ひもと中じきを外します。これを忘れると、朝になってもかわきません。

次に、乾いたタオルで中の水をしっかりふき取ります。

3つ目。新聞紙を丸めて、つま先までつめます。30分たったら、新しい紙に取りかえてください。

ここがいちばん大事です。3回はくり返しましょう。

4つ目。かかとを上にして、壁に立てかけます。水は下に落ちるからです。

最後に、扇風機の風を当てます。ドライヤーは使わないでください。のりがはがれてしまいます。

次の朝、においが気になったら、十円玉を2枚入れておきます。

これで、雨の日もこわくありません。`,
  },
  {
    slug: 'nafidhat-jaddati',
    genre: 'poem',
    style: 'watercolor',
    format: '1:1',
    language: 'ar',
    treatment: 'confession',
    alsoTreatments: ['tale', 'persuasion', 'quotes'],
    moods: ['tender', 'sad', 'calm'],
    titles: ['نافذة جدّتي', 'جدّتي والنافذة', 'كوب الشاي الثاني'],
    text: `نافذة جدّتي

كانت جدّتي تضع كوبين من الشاي،
واحدًا لها،
وواحدًا للنافذة.

قلت لها: يا جدّتي، النافذة لا تشرب.
قالت: لكنها تنتظر.

من النافذة ترى البحر،
ومن البحر لم يعد جدّي.

كل مساء يبرد الشاي،
وكل مساء تملأ الكوب من جديد.

كبرتُ وسافرت.
ماتت جدّتي في الربيع.

واليوم، في مدينة بلا بحر،
وضعت كوبين من الشاي،
واحدًا لي،
وواحدًا للنافذة.

والنافذة، يا جدّتي، ما زالت تنتظر.`,
  },
];
