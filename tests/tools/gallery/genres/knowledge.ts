import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** What is true and worth knowing: history, science, a life, an explanation, sayings. */
export const KNOWLEDGE: readonly GenreStory[] = [
  {
    slug: 'the-great-stink',
    genre: 'history',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'fact',
    alsoTreatments: ['news'],
    moods: ['mysterious', 'adventurous', 'playful', 'calm'],
    titles: ['The Great Stink', 'The summer London smelled so bad', 'London, 1858: The Great Stink'],
    text: `In the summer of 1858, London smelled so bad that Parliament wanted to move out.

For centuries everything the city threw away had ended up in the Thames. By then that meant the waste of more than two million people. In June the heat rose above 30 degrees, and the river began to cook.

The windows of the House of Commons were hung with cloth soaked in lime. It did not help. Members ran from the library with handkerchiefs over their noses.

They called it the Great Stink. And it did what twenty years of cholera had not done. In eighteen days a law was passed and paid for.

An engineer named Joseph Bazalgette was told to fix it. He planned 82 miles of brick tunnels under the streets. Then he did something nobody had asked for: he worked out the pipe that the city needed, and doubled it.

That is why parts of London still use his sewers today.`,
  },
  {
    slug: 'a-day-on-venus',
    genre: 'science fact',
    style: 'neon',
    format: '9:16',
    language: 'en',
    treatment: 'fact',
    moods: ['mysterious', 'magical', 'tense', 'adventurous'],
    titles: [
      'A day on Venus is longer than its year',
      'On Venus a day is longer than a year',
      'Could you survive on Venus?',
    ],
    text: `Did you know that a day on Venus is longer than its year? 🪐

Venus needs 225 Earth days to go around the Sun. But it needs 243 Earth days to turn around once. And it turns the wrong way: there, the Sun would rise in the west.

You would not see it, though. The clouds never open, and they are made of sulfuric acid.

Under them it is 465 °C. That is hot enough to melt lead. The air presses on you 92 times as hard as on Earth, like the water 900 metres down in the ocean.

In 1982 a Soviet probe, Venera 13, landed there. It was built to last for 32 minutes. It lasted for 127, sent back color pictures of an orange desert, and went silent.

It is still standing there.

Follow for one space fact a day! #space #venus #science`,
  },
  {
    slug: 'mary-anning',
    genre: 'biography',
    style: 'watercolor',
    format: '9:16',
    language: 'en',
    treatment: 'biography',
    moods: ['adventurous', 'mysterious', 'calm', 'tender', 'sad'],
    titles: [
      'Mary Anning',
      'The girl who found sea monsters',
      'Mary Anning, the woman who found sea dragons',
    ],
    text: `Mary Anning was born in 1799 in Lyme Regis, a small town on the south coast of England. She was one of about ten children. Only she and her brother Joseph grew up.

Her father was a cabinetmaker who sold fossils to tourists. When Mary was eleven he died, and left them nothing but debts.

So she went on digging. In winter, when storms broke the cliffs, she climbed along the beach with a hammer and a little dog.

In 1811 Joseph found a skull. A year later Mary dug out the rest: a monster more than five metres long. It was an ichthyosaur, a reptile that had swum there 200 million years before.

In 1823 she found the first complete plesiosaur. Learned men said it was a fake. It was not.

They bought her fossils, and wrote books about them, and left out her name. As a woman she could not even join the Geological Society of London.

She died in 1847, at the age of 47. Today her finds hang in the Natural History Museum, with her name beside them.`,
  },
  {
    slug: 'how-qr-codes-work',
    genre: 'tech explainer',
    style: 'neon',
    format: '9:16',
    language: 'en',
    treatment: 'fact',
    alsoTreatments: ['how-to'],
    moods: ['playful', 'calm', 'mysterious', 'joyful'],
    titles: ['Why does a torn QR code still work?', 'How a QR code works', 'How QR codes work'],
    text: `Why does a QR code still work when a corner is torn off?

Look at the three big squares. They only say one thing: this side up. Your camera finds them first, and turns the picture straight, even if you hold your phone upside down.

The small square near the fourth corner tells it how far the paper is bent.

Everything else is data. A black dot is a one, a white dot is a zero. A short link needs about 200 of them.

Here comes the clever part. The same data is stored more than once, as a kind of sum. If you know that two numbers make 10 and one of them is 7, you can lose the other and still get it back.

QR codes do that with hundreds of numbers. On the highest level 30% of the code may be missing.

That is why companies dare to print a logo in the middle. The logo is damage. The code just repairs it.`,
  },
  {
    slug: 'five-quotes-starting',
    genre: 'quotes',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    treatment: 'quotes',
    moods: ['calm', 'adventurous', 'tender'],
    titles: ['5 quotes for when you are afraid to start', 'Five quotes for when you are afraid to start'],
    text: `5 QUOTES FOR WHEN YOU ARE AFRAID TO START

1. "A journey of a thousand miles begins with a single step." — Lao Tzu

2. "We suffer more often in imagination than in reality." — Seneca

3. "Nothing great was ever achieved without enthusiasm." — Ralph Waldo Emerson (1803–1882)

4. "If there is no struggle, there is no progress." — Frederick Douglass, 1857

5. "I am no bird; and no net ensnares me." — Charlotte Brontë, Jane Eyre

Save this for the morning you need it.`,
  },
];
