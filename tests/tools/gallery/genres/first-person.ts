import type { GenreStory } from '#tests/tools/gallery/story.ts';

/** What people tell of themselves: confessions, memories, letters, a night that went wrong. */
export const FIRST_PERSON: readonly GenreStory[] = [
  {
    slug: 'aita-spare-room',
    genre: 'confession',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    treatment: 'confession',
    moods: ['tense', 'sad', 'calm'],
    titles: [
      'AITA for locking my spare room when my sister came to stay?',
      'AITA for locking my spare room?',
      'I changed the lock',
    ],
    titleNote: 'The question of the first line is the title.',
    text: `AITA for locking my spare room when my sister came to stay?

so i (29F) live alone in a two bedroom flat. the second room is where i paint. its the only reason i pay that rent.

my sister (34F) texted on monday that she was leaving her husband and would be at my door by 6. no question mark. she brought two suitcases, a printer and her dog.

i said she could have the sofa for as long as she needs. she looked past me and said "but you have a whole room for your little hobby."

next morning my easel was in the hallway and there was dog hair on a canvas i had worked on since march. i didnt shout. i put everything back, bought a lock for 14 euros and kept the key in my sock.

now mum calls me selfish, my brother calls me selfish, and my sister has told all of facebook that i put paint before blood.

i sold that painting yesterday, with the hair in it. so tell me. am i the asshole?`,
  },
  {
    slug: 'quit-by-fax',
    genre: 'work confession',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    treatment: 'confession',
    moods: ['playful', 'joyful', 'calm'],
    titles: [
      'I quit my job by fax',
      "I quit my job by fax and I'd do it again",
      'How I quit a job nobody knew I had',
    ],
    text: `I quit my job by fax and I'd do it again.

For six years I worked in the accounts department of a company that makes plastic lids. My manager never learned my name. He called me "Accounts." Not "hey, Accounts." Just "Accounts."

In my fifth year they moved me to a desk behind the server room. Nobody told payroll. Nobody told anyone. For eleven months I came in, finished my work by ten, and read novels. I read all of Tolstoy on company time. I won't pretend I feel bad.

Then one Thursday the printer behind me woke up. It was a memo: everyone without a seat on the floor plan would be let go. I was not on the floor plan.

So I took a marker, wrote "ACCOUNTS RESIGNS" in capital letters, and faxed it to every number on the list.

My manager came running. He looked at me for a long time. "Who are you?" he said.

That was my best day there.`,
  },
  {
    slug: 'third-floor-knock',
    genre: 'horror',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    treatment: 'confession',
    alsoTreatments: ['tale'],
    moods: ['tense', 'mysterious'],
    titles: ['Three knocks', 'Someone knocks under my bed', 'Every night at 3:07', 'Downstairs is empty'],
    text: `Every night at 3:07 someone knocks on my floor.

Not on my door.
On my floor.
From below.

Three slow knocks. A pause. Three more.

I live on the third floor, so I thought it was the man downstairs. I wrote him a polite note and pushed it under his door.

In the morning the note was back. Under mine.

I called the landlord. He was quiet for a while. Then he said the flat below has been empty since the fire, and that the stairs to it were bricked up in 2009.

That night I lay awake and counted. 3:05. 3:06.

Nothing.

I breathed out.

Then I heard it. Three slow knocks. Not from below this time.

From inside the wardrobe.`,
  },
  {
    slug: 'class-hamster',
    genre: 'school memory',
    style: 'watercolor',
    format: '1:1',
    language: 'en',
    treatment: 'confession',
    alsoTreatments: ['tale'],
    moods: ['tender', 'playful', 'calm'],
    titles: ['The boy who never spoke', 'What Bruno said', 'Show and tell'],
    text: `In fourth grade there was a boy in our class who never spoke. His name was Bruno and he sat by the radiator. Teachers stopped asking him things. We stopped noticing, the way you stop noticing a clock. Then came show and tell. I had brought a shell, Amira had brought her grandfather's medal, and when the teacher had already closed her book Bruno got up. He walked to the front with a shoebox. He opened it and there was nothing in it. "This is where my hamster slept," he said. "He died on Sunday. I wanted somebody to know that he was here." Nobody laughed. Amira put her medal in the box. I put in my shell. By the bell there were twenty-six things in it: a rubber, a hair clip, half a sandwich. I am forty-one now and I have forgotten almost everything they taught me in that room. I have not forgotten that.`,
  },
  {
    slug: 'lettre-a-mon-appartement',
    genre: 'letter',
    style: 'watercolor',
    format: '9:16',
    language: 'fr',
    treatment: 'confession',
    moods: ['tender', 'sad', 'calm'],
    titles: ['Cher appartement', 'Lettre à mon premier appartement', 'Le studio sous les toits'],
    text: `Cher appartement,

Demain je rends tes clés. Dix-huit mètres carrés, six étages sans ascenseur, et une fenêtre qui ne fermait jamais.

Chez toi, j'ai appris à cuisiner sur une seule plaque. J'ai brûlé des crêpes, j'ai pleuré sur un examen raté, j'ai dansé seule un 31 décembre.

Tu te souviens de la fuite d'eau ? Le voisin du dessous est monté furieux, en pyjama. Il est resté dîner. Nous nous marions en juin.

J'ai repeint le mur, comme promis. Mais derrière le radiateur j'ai laissé une petite phrase au crayon, pour celui qui viendra après moi.

« Ici, on peut être heureux. »

Merci pour tout.
Ta locataire du sixième`,
  },
];
