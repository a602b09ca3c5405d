import type { GalleryStory } from '#tests/tools/gallery/story.ts';

/** Tales that no rule was mended with until they had once been measured: see docs/studio.md. */
export const HELD_OUT_TALES: readonly GalleryStory[] = [
  {
    slug: 'badger-and-winter',
    title: 'The Badger Who Kept the Winter Out',
    style: 'papercut',
    format: '9:16',
    language: 'en',
    protagonists: [
      {
        who: 'badger',
        kinds: ['badger'],
        apart: [
          'The first snow',
          'The wind turned',
          'Then somebody',
          'It was a wet',
          'Next came',
          'By evening',
        ],
      },
    ],
    text: `A badger lived under the roots of an oak, and he was proud of his thick door. "Winter is for others," he said to the squirrel. All autumn he counted his apples and shut out the cold. The first snow fell in one night and covered the forest.

Then somebody knocked. It was a wet little mouse with six children. The badger grumbled, but he moved his chair and let them in. Next came a hare with a cough, and after her two sparrows who had lost their nest. By evening nobody could turn around.

He lay awake and listened to all that breathing. It was warmer than any fire. The wind turned in March, and the guests went home one by one. The badger stood in the doorway for a long time. That day he took the door off its hinges.`,
  },
  {
    slug: 'otter-lantern',
    title: 'The Otter at the Weir',
    style: 'watercolor',
    format: '1:1',
    language: 'en',
    protagonists: [
      {
        who: 'otter',
        kinds: ['otter'],
        apart: ['Upstream', 'One night', 'The water was high', 'In the morning an old man', 'He put'],
      },
    ],
    text: `Every evening an otter swam down the river to the old mill. She was fond of the miller's lamp, which lay on the water like a second moon. Upstream two boys had built a dam of branches.

One night the lamp did not burn. The otter waited on a stone, and then she dived. Nobody knew the wheel as well as she did. Between the boards she found the miller's cat, wet to the bone and too tired to cry. She pushed the cat with her nose until it climbed onto the bank.

The water was high and brown. In the morning an old man came out with a bowl of fish. The otter was asleep in the reeds. He put the bowl down and walked away on the tips of his toes.`,
  },
  {
    slug: 'agnes-ferry',
    title: 'The Last Crossing of Agnes Rook',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    protagonists: [
      {
        who: 'Agnes',
        kinds: ['grandmother'],
        apart: ['On the first of May', 'The engineers', 'When the music', 'Only a small boy', 'He waved'],
      },
    ],
    text: `Agnes Rook was eighty-one and still rowed the ferry across the lake. She had carried brides and coffins, and once a piano. On the first of May the new bridge would open.

"You will have to rest now," said the mayor. Agnes looked at her hands. "Rest is for oars," she said.

The engineers hung flags along the railing. That morning she put on her blue dress and rowed out to the middle of the lake, alone. She remembered how her father had taught her, when she was seven and the oars were longer than she was. She had been so proud that she forgot to be afraid.

When the music began on the bridge, everyone was looking at the mayor. Only a small boy saw the boat below him. He waved. Agnes took off her hat and waved back, and then all of them were waving.`,
  },
  {
    slug: 'pilar-and-the-lion',
    title: 'Pilar and the Old Lion',
    style: 'gouache',
    format: '16:9',
    language: 'en',
    protagonists: [
      { who: 'Pilar', kinds: ['girl'], apart: ['Its tent', 'The lion', 'He was so old', 'In the last cage'] },
    ],
    text: `Pilar was nine when the circus came to her town for the last time. Its tent was full of holes, and the clown cried without any paint. The lion had no teeth. He was so old that he slept through his own act.

After the show she crept behind the wagons with a piece of cheese. "I am not afraid of you," said Pilar. The lion opened one eye. She sat down in the straw and read him her homework, all of it, even the sums.

Every night for a week she came back. On Sunday the wagons rolled out of town, and she ran beside them as far as the bridge. In the last cage the lion lifted his head and roared for her, once, as loud as when he was young.`,
  },
  {
    slug: 'brothers-on-the-pass',
    title: 'Two Brothers on the Pass',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    protagonists: [
      {
        who: 'Elio',
        kinds: ['man', 'boy'],
        apart: [
          'Night came',
          'Tomas had the map',
          'Tomas turned around',
          'He found the lantern',
          'Their mother',
          'Somewhere below',
        ],
      },
      {
        who: 'Tomas',
        kinds: ['man', 'boy'],
        apart: ['Night came', 'Elio had the bread', 'Elio sat down', 'Their mother', 'Somewhere below'],
      },
    ],
    text: `Elio and Tomas set out over the pass before dawn, and they were not speaking to each other. Tomas had the map and Elio had the bread. At noon each of them pretended not to be hungry.

Night came with snow. Elio sat down behind a rock and could not get up. Tomas turned around, although he had sworn that he would not. He found the lantern first, and then the boot, and then his brother.

"I ate your half," said Elio. "I lost the map," said Tomas. They laughed until the cold gave up. Somewhere below them a dog barked. Their mother never learned which of the two had carried the other down.`,
  },
  {
    slug: 'little-bear-night',
    title: 'The Bear Who Could Not Sleep',
    style: 'silhouette',
    format: '1:1',
    language: 'en',
    protagonists: [
      {
        who: 'Bruno',
        kinds: ['little bear'],
        apart: ['The frogs sang', '"Badly', 'The moon', 'His mother was not'],
      },
    ],
    text: `Little bear Bruno could not sleep. He counted stars, but somebody had left too many of them out. He counted fish, but they would not hold still.

So Bruno tiptoed out of the cave and down to the pond. The frogs sang their only song. "How do you fall asleep?" he asked an owl. "Badly," said the owl, "I have to work."

The moon lay on the water. Bruno lay down next to it and looked. His mother was not far behind, but she made no noise. She sat beside him and smelled of honey and leaves. When he woke up it was morning, and he was on her back, and they were almost home.`,
  },
];
