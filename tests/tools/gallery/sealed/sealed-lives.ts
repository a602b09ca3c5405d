import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** Neither run nor looked at while rules were made: people of themselves and of others. */
export const SEALED_LIVES: readonly GenreStory[] = [
  {
    slug: 'fired-by-text',
    genre: 'work confession',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'confession',
    moods: ['sad', 'tense', 'calm', 'adventurous'],
    titles: ['My boss fired me by text while I was in labour', 'Fired by text', 'She needed the password'],
    text: `My boss fired me by text while I was in labour.

I was in the hospital, eleven hours in, and my phone would not stop buzzing. My husband read it first and put it in his pocket. I made him give it back.

"We've decided to go in another direction. Please return your laptop by Friday."

I had worked in that office for six years. I never once left before seven.

My daughter was born at 4:12 in the morning. At nine my boss called. Nobody else knew the password to the payroll.

I told her I had decided to go in another direction.`,
  },
  {
    slug: 'neighbours-piano',
    genre: 'confession',
    style: 'watercolor',
    format: '9:16',
    language: 'en',
    treatment: 'confession',
    moods: ['tender', 'sad', 'calm'],
    titles: ['For two years I hated the piano upstairs', 'The piano upstairs', 'The same eight bars'],
    text: `For two years I hated the piano upstairs.

The same eight bars, every evening at six, always with the same mistake in the seventh.

I wrote notes. I knocked on the ceiling with a broom. Once I shouted.

Then one evening it stopped, and it stayed quiet for a week.

I met the old man on the stairs. His wife had taught him those eight bars before she forgot what a piano was. He played them to her every night, because at the mistake she used to laugh.

I bought a piano. I can do the first four.`,
  },
  {
    slug: 'last-bus-home',
    genre: 'horror',
    style: 'neon',
    format: '9:16',
    language: 'en',
    treatment: 'confession',
    alsoTreatments: ['tale'],
    moods: ['tense', 'mysterious'],
    titles: ['Never sit at the back of the last bus', 'The last bus home', 'There were nine of us'],
    text: `Never sit at the back of the last bus.

I drive it, line 48, the one that leaves at 0:50. I count people in the mirror, it's a habit. That night there were nine.

At the cemetery two got off. I counted. Eight.

I did the sum again at the next light. Nine minus two is seven.

So I counted faces instead. All of them looked out of the window. One of them looked at me.

At the terminus I opened the doors and waited. Seven people walked past me and said good night. The seat in the back was wet.`,
  },
  {
    slug: 'unsent-to-coach',
    genre: 'letter',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    treatment: 'confession',
    moods: ['tender', 'sad', 'calm', 'joyful'],
    titles: ['Dear Coach Ruiz', 'You left me on the bench', 'You left me on the bench for a whole season'],
    text: `Dear Coach Ruiz,

you left me on the bench for a whole season and I never told you what I did there.

I learned everyone's birthday. I learned that Danny's dad drank, and that Oscar threw up before every match. I carried the water, and I carried Danny home twice.

In the last game you looked down the bench, and I thought: finally. You gave me your jacket because I was cold.

I'm a coach myself now. There is always one boy on the bench who sees everything. I make sure to sit beside him.

Yours, number 14`,
  },
  {
    slug: 'grandmas-recipe',
    genre: 'how-to',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'how-to',
    alsoTreatments: ['list'],
    moods: ['joyful', 'playful', 'calm', 'tender'],
    titles: ['Three-ingredient pancakes in ten minutes', 'Pancakes', 'Three ingredients, ten minutes'],
    text: `Three-ingredient pancakes in ten minutes. Save this one.

1. Mash two ripe bananas with a fork until there are no lumps.
2. Crack in three eggs and stir in a pinch of salt.
3. Add eighty grams of oats and let it stand for five minutes.
4. Butter the pan, medium heat. One big spoonful each.
5. Flip when the edges look dry, about ninety seconds.

Too sticky? Another spoonful of oats. Honey on top, and don't tell anyone how easy it was.`,
  },
  {
    slug: 'chat-wrong-number',
    genre: 'text messages',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'chat',
    moods: ['playful', 'joyful', 'tender'],
    titles: ['Wrong number', 'Who is this?', 'I have a goat now'],
    text: `Unknown: The goat is yours if you can pick it up today
Priya: Who is this?
Unknown: Isn't this Farouk?
Priya: No. But tell me more about the goat
Unknown: She is two. She is called Margaret. She eats everything
Priya: Everything?
Unknown: My left shoe, a wedding invitation, half a tent
Priya: I live on the fourth floor
Unknown: She likes stairs
Priya: What's the address`,
  },
  {
    slug: 'el-taxista',
    genre: 'bedtime',
    style: 'watercolor',
    format: '9:16',
    language: 'es',
    treatment: 'tale',
    alsoTreatments: ['confession', 'news'],
    moods: ['tender', 'calm', 'sad'],
    titles: ['El taxista que no cobraba los lunes', 'El taxista de los lunes'],
    text: `En Valparaíso había un taxista que no cobraba los lunes.

Nadie sabía por qué. Subían señoras con bolsas, estudiantes, un violinista con su perro, y al final del viaje él decía siempre lo mismo: hoy no.

Un lunes subió una niña sola. Preguntó si el taxi llegaba hasta el hospital.

Él apagó la radio. Muchos años antes, un lunes, su hija había esperado un taxi en esa misma esquina, y ninguno se detuvo.

Hoy no, dijo al llegar. Y esperó abajo hasta que la niña volvió.`,
  },
  {
    slug: 'der-letzte-brief',
    genre: 'history',
    style: 'silhouette',
    format: '9:16',
    language: 'de',
    treatment: 'fact',
    alsoTreatments: ['biography', 'news', 'tale'],
    moods: ['adventurous', 'mysterious', 'calm', 'tense'],
    titles: ['1944 fand ein Briefträger einen Sack', 'Der Sack im Keller', 'Ein Sack voller Briefe'],
    text: `Am 3. Mai 2006 reißen Arbeiter in Dresden eine Mauer ein. Dahinter liegt ein Sack mit 412 Briefen.

Keiner davon wurde je zugestellt. Die Stempel sind vom Februar 1945.

Ein Briefträger hatte sie versteckt, bevor er floh. Er wollte zurückkommen. Er kam nicht zurück.

Die Post suchte drei Jahre lang. 61 Empfänger lebten noch.

Eine Frau war 93, als sie ihren Brief bekam. Darin stand nur: Warte auf mich. Sie sagte: Das habe ich.`,
  },
];
