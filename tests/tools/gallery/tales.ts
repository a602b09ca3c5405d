import type { GalleryStory } from './story';

/** Fables, adventures and stories for the night. */
export const TALES: readonly GalleryStory[] = [
  {
    slug: 'crow-and-well',
    title: 'The Crow and the Well',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    protagonists: [
      { who: 'crow', kinds: ['crow'], apart: ['It had not rained', 'The sun burned', 'From that day'] },
    ],
    text: `It had not rained for forty days, and the meadow was as dry as bread. A crow flew from farm to farm, looking for a drop of water. At noon she found an old well behind the mill.

The water was so deep that her beak could not reach it. A goat laughed at her from the fence. "Go home, little bird," he said. But the crow picked up a stone and dropped it into the well. Then she dropped another, and another.

The sun burned on the fields. Stone by stone the water rose. At sunset the crow drank, and the goat came quietly to drink beside her. From that day on the animals of the farm called it the crow's well.`,
  },
  {
    slug: 'two-goats',
    title: 'Two Goats on a Bridge',
    style: 'gouache',
    format: '1:1',
    language: 'en',
    protagonists: [{ who: 'goat', kinds: ['goat'], apart: ['Under the bridge', 'The river'] }],
    text: `One morning a goat came to a narrow bridge over a deep river. In the middle stood another goat, and neither would step back. They pushed and shouted until the bridge shook. Under the bridge a frog shook his head. The river only laughed. Then the older goat lay down on the boards. "Climb over me," he said, and so they both came home dry.`,
  },
  {
    slug: 'oona-at-sea',
    title: 'Oona and the Quiet Whale',
    style: 'watercolor',
    format: '9:16',
    language: 'en',
    protagonists: [
      {
        who: 'Oona',
        kinds: ['woman', 'girl'],
        apart: ['The village slept', 'The storm came', 'In the morning the whole village'],
      },
    ],
    text: `Oona was the youngest captain on the coast, and her boat was the smallest in the harbour. The village slept when she sailed out at dawn with her cat Biscuit. She was looking for the whale that had sung to her grandmother.

For two days there was only water and sky. On the second night she heard a song, low and slow, under the boat. Oona lit her lantern and leaned over the side. A whale looked up at her with one great eye.

The storm came without a warning. Lightning split the clouds, and the waves stood up like walls. Oona held the wheel with both hands. Then something lifted the boat as gently as a hand. The whale carried them through the storm, hour after hour.

At sunrise the lighthouse stood before them. Oona waved until the whale was gone. In the morning the whole village came running to the shore, and she told them everything.`,
  },
  {
    slug: 'bread-for-the-moon',
    title: 'Bread for the Moon',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    protagonists: [{ who: 'Nilo', kinds: ['man'], apart: ['By the end of the month'] }],
    text: `Nilo was a baker who could not sleep. Every night the moon looked into his kitchen, thinner and thinner. "Are you hungry?" asked Nilo. The moon was too tired to answer.

So he baked a loaf as round as a wheel and climbed up to the rooftops. He threw it as high as he could. An owl caught it in the air and flew on with it. Nilo waited by the chimney and watched the stars.

The next night the moon was a little rounder. Nilo baked again, and his daughter Ada helped him carry the bread. By the end of the month the moon was full, and all the village could see to dance.`,
  },
  {
    slug: 'last-signal',
    title: 'The Last Signal',
    style: 'neon',
    format: '9:16',
    language: 'en',
    protagonists: [{ who: 'Ibe', kinds: ['woman'], apart: ['Nobody had heard', 'It held', 'Far below'] }],
    text: `Nobody had heard from station nine for a year. Captain Ibe flew there alone, with a robot named Tack who was afraid of the dark. Their rocket crossed a sea of stars.

The station was silent. Ibe floated through the open door with her lamp in her hand. Tack rolled close behind her. In the last room something small was blinking: a radio, and beside it a plant, green and alive.

"Somebody has watered it," said Ibe. Then an alien no bigger than a child came out from behind the table. It held a watering can. Far below, the blue planet turned. Ibe sat down on the floor and laughed, and for the first time Tack was not afraid.`,
  },
  {
    slug: 'night-tram',
    title: 'The Night Tram',
    style: 'neon',
    format: '9:16',
    language: 'en',
    protagonists: [
      {
        who: 'Vera',
        kinds: ['woman'],
        apart: ['Rain fell on', 'A man in a long coat', 'The city held its breath'],
      },
    ],
    text: `Rain fell on the city. Detective Vera Lund stood under a street lamp and watched the last tram come in empty. It should have carried nine people.

She ran across the street and jumped aboard. On a seat lay a red umbrella and a letter with her own name. Vera read it twice. "Come to the bridge at midnight," it said. "Come alone."

She walked through the dark streets to the harbour. A man in a long coat waited on the bridge with a lantern. The city held its breath. Vera recognised her brother's face. "They never took the tram," he said. "I only needed you to come." Behind him nine people waved from a boat.`,
  },
  {
    slug: 'firefly-who-was-late',
    title: 'The Firefly Who Was Late',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    protagonists: [
      { who: 'Lumi', kinds: ['firefly'], apart: ['One night a small hedgehog', 'The pond was dark'] },
    ],
    text: `Lumi was a firefly who was always late. When the others lit the garden, she was still looking for her light. One night a small hedgehog lost his way in the forest. The pond was dark, and the owls were silent.

He cried so softly that only Lumi heard him. She flew down and glowed as bright as she could. The hedgehog followed her between the trees, over the roots and along the stream. His mother was waiting under the old oak.

Lumi flew home when all the other lights were out. That night, for once, nobody was earlier than she. Sleep well, little light.`,
  },
  {
    slug: 'dragon-library',
    title: 'The Dragon in the Library',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    protagonists: [
      { who: 'Juno', kinds: ['girl'], apart: ['Behind the last shelf', 'The children of the village'] },
    ],
    text: `Behind the last shelf of the library lived a dragon who had never burned anything. A girl named Juno found him when she was looking for a book about volcanoes. "Please whisper," said the dragon.

Juno came back every day after school. The dragon knew every story by heart, and she read him the new ones. All winter his breath kept the room warm.

One evening the king's knight came with a sword. Juno stood in front of the dragon with her arms wide. "He has a library card," she said. The knight sat down and asked for a story. The children of the village have come every Friday since.`,
  },
];
