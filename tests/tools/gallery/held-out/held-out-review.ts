import type { GalleryStory } from '#tests/tools/gallery/story.ts';

/** Stories written before a review at full size and looked at in it: see docs/studio.md. */
export const HELD_OUT_REVIEW: readonly GalleryStory[] = [
  {
    slug: 'piano-tuner',
    title: 'The Piano Tuner of Elm Street',
    style: 'gouache',
    format: '1:1',
    language: 'en',
    protagonists: [
      {
        who: 'Osei',
        kinds: ['man', 'grandfather'],
        apart: ['It was raining', 'The girl', 'Her mother', 'At the top', 'Then the', 'The piano'],
      },
    ],
    text: `It was raining cats and dogs when Mr. Osei reached the house on Elm Street. He was as thin as a rake, and his bag of tools weighed more than he did. A girl of ten opened the door and stared at him like an owl.

At the top of the stairs stood a piano that nobody had played since the war. Osei lifted the lid and struck one key. It sounded like a bear with a cold. "There is something in there," he said, and he rolled up his sleeves.

He worked all afternoon, quiet as a mouse. Under the strings he found a silver spoon, a photograph and a letter that had never been posted. Her mother read it on the sofa and could not speak.

Then the sun came out. Osei washed his hands in the kitchen and would not take a penny. The girl sat down and played the only song she knew. He stood in the street with his hat in his hand and listened to the end.`,
  },
  {
    slug: 'deer-and-pine',
    title: 'The Deer Under the Pine',
    style: 'watercolor',
    format: '9:16',
    language: 'en',
    protagonists: [
      {
        who: 'doe',
        kinds: ['doe'],
        apart: ['High on', 'A storm', 'Two foxes', 'In April', 'Below it'],
      },
    ],
    text: `High on the mountain stood a pine tree that was older than the village. A deer and her fawn slept under it every winter. The mother always lay on the side of the wind.

One evening the fawn ran after a butterfly and did not come back. The deer searched among the pines until the moon rose. Two foxes had seen nothing. A badger had heard something small fall into the stream.

She found her fawn on a stone in the middle of the water, shaking. The deer jumped, and the cold took her breath away. She pushed the little one to the bank with her nose.

A storm broke the pine that night. In April the deer came back and found only a stump. But beside it grew five little pines, no taller than a hoof, and the fawn lay down on the side of the wind.`,
  },
  {
    slug: 'market-goalkeeper',
    title: 'The Goalkeeper from the Market',
    style: 'neon',
    format: '16:9',
    language: 'en',
    protagonists: [
      {
        who: 'Samira',
        kinds: ['girl'],
        apart: ['The market', 'The other team', 'Her father', 'The whole', 'It rained'],
      },
    ],
    text: `Samira sold oranges in the market with her father, and nothing ever fell from her hands. When a boy threw a melon at her for a joke, she caught it with one arm. A woman in a red cap saw this and wrote down a telephone number.

On Saturday Samira stood in a goal for the first time in her life. The other team was a wall of giants. Her knees were butter, but her eyes were hawks. The ball came like a cannonball, and she held it against her heart.

It rained in the second half. A dog ran across the field and stole the show. Samira laughed so hard that she nearly missed the last shot. She flew through the air and touched it with the tip of one finger.

The whole team carried her on their shoulders to the bus. Her father stood by the gate with a bag of oranges. "Caught anything today?" he asked.`,
  },
];
