import type { GalleryStory } from '#tests/tools/gallery/story.ts';

/** Stories written after all mending, and measured once: see docs/studio.md. */
export const HELD_OUT_LAST: readonly GalleryStory[] = [
  {
    slug: 'wolf-and-violin',
    title: 'The Wolf Who Wanted a Violin',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    protagonists: [
      { who: 'wolf', kinds: ['wolf'], apart: ['The other wolves', 'An old woman', 'She was', 'The snow'] },
    ],
    text: `A young wolf heard a violin one evening and could not forget it. He followed the sound to the edge of a village. An old woman sat at her window and played. She was blind, and she thought that he was a dog.

He came back every night. The other wolves laughed at him. One evening she opened the door and scratched his ears. The snow lay deep that winter, and nobody brought her any wood. So the wolf dragged branches through the forest and laid them before her door.

In spring she put the violin into its case. "You have paid for a lesson," she said. He lifted his head and sang the whole melody from beginning to end. In the hills the other wolves stopped laughing and listened.`,
  },
  {
    slug: 'train-to-the-sea',
    title: 'The Train to the Sea',
    style: 'watercolor',
    format: '1:1',
    language: 'en',
    protagonists: [
      {
        who: 'Milo',
        kinds: ['boy'],
        apart: ['His grandmother', 'The train', 'Nina', 'A tunnel', 'Then there'],
      },
      {
        who: 'Nina',
        kinds: ['girl'],
        apart: ['His grandmother', 'The train', 'Milo', 'A tunnel', 'He was', 'Then there'],
      },
    ],
    text: `Milo was six, and he had never seen the sea. His grandmother put him on the train with a sandwich and a label on his coat. In his carriage sat a girl named Nina with a goldfish in a jar. She was going to set it free.

"Goldfish cannot live in the sea," said Milo. He was afraid that she would cry. Nina thought about it until the next station. The train crossed a river and a hundred fields.

A tunnel swallowed them, and in the dark she took his hand. Then there was light, and the whole window was blue. They pressed their noses against the glass. In the end the fish stayed in a pond behind the harbour, and the two of them visited it every summer until they were old.`,
  },
  {
    slug: 'doctor-on-the-ice',
    title: 'A Doctor on the Ice',
    style: 'papercut',
    format: '16:9',
    language: 'en',
    protagonists: [
      {
        who: 'I',
        kinds: ['woman'],
        apart: ['The dogs', 'The wind', 'The boy', 'His fever', 'His mother'],
      },
    ],
    text: `I was the only doctor on the whole coast, and my husband drove the dogs. In January a message came over the radio. A boy on the far side of the bay could not breathe.

We left before dawn. The wind blew so hard that I tied myself to the sled. At noon the ice began to speak under us, and I held my bag against my chest. The dogs knew the way better than we did.

The boy lay under three blankets. I listened to his lungs and gave him what I had. His fever fell in the night. His mother made tea, and I slept sitting against the wall. In the morning he asked me whether the dogs had names. I told him all twelve.`,
  },
  {
    slug: 'queen-of-chess',
    title: 'The Queen Nobody Could Beat',
    style: 'silhouette',
    format: '9:16',
    language: 'en',
    protagonists: [
      {
        who: 'Ludmila',
        kinds: ['grandmother'],
        apart: ['Every Sunday', 'The men', 'A boy', 'His name', 'Jonas', 'He moved', 'When he'],
      },
    ],
    text: `Ludmila Petrov was seventy-nine and played chess in the park. Every Sunday the men lined up at her table. She beat the baker, two professors and the mayor, and she never took longer than her cup of tea.

One day a boy sat down across from her. His name was Jonas, and his feet did not reach the ground. He moved a pawn. Ludmila raised an eyebrow. After an hour she had forgotten her tea.

The men stood around them under their umbrellas. Jonas took her queen. She looked at the board for a long time and then held out her hand. "At last," she said. When he was a famous man, he told every newspaper about the rain on that board.`,
  },
];
