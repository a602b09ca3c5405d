import type { GalleryStory } from '#tests/tools/gallery/story.ts';

/** Stories written after the rules had been mended with the other held-out ones, and measured once. */
export const HELD_OUT_FRESH: readonly GalleryStory[] = [
  {
    slug: 'goose-and-weathercock',
    title: 'The Goose and the Weathercock',
    style: 'papercut',
    format: '1:1',
    language: 'en',
    protagonists: [
      { who: 'goose', kinds: ['goose'], apart: ['The weathercock', 'One night in October', 'The hens'] },
    ],
    text: `A goose on a small farm was tired of mud. Every day she looked up at the golden weathercock on the barn. "He sees the whole world," she told the hens. "I see the backs of pigs."

The weathercock never answered. One night in October a storm tore him from the roof and threw him into the pond. The goose swam out to him in the rain and asked what the world was like. "It turns," he said, "and I have only ever looked where the wind came from."

She thought about this until the geese of the north flew over the farm. The hens called her back. She ran across the field, flapped twice and rose above the barn, and for the first time she saw how small the pond was, and how round.`,
  },
  {
    slug: 'lighthouse-letters',
    title: 'Letters to the Lighthouse',
    style: 'watercolor',
    format: '9:16',
    language: 'en',
    protagonists: [
      { who: 'I', kinds: ['girl', 'boy'], apart: ['Nobody lived', 'The old keeper', 'He had', 'Inside'] },
    ],
    text: `I was eight when I began to write letters to the lighthouse. Nobody lived there any more, my grandmother said, but every evening its lamp went on. I asked it what it ate and whether it was lonely.

In the summer holidays I rowed across the bay in my uncle's boat, although I was not allowed to. The door was open. Inside stood a table with forty letters on it, and each had been opened with a knife.

The old keeper came down the stairs with a lantern. He had lived there alone for thirty years. "You spell lonely with one n," he said. I sat down on the lowest step and we drank cocoa until the tide turned. That winter he wrote back.`,
  },
  {
    slug: 'desert-race',
    title: 'The Slowest Camel',
    style: 'gouache',
    format: '16:9',
    language: 'en',
    protagonists: [
      {
        who: 'Zahra',
        kinds: ['girl', 'woman'],
        apart: ['The other riders', 'A wall of sand', 'The sand', 'Her camel', 'At the well'],
      },
    ],
    text: `Zahra rode the slowest camel in the whole desert, and she had entered the great race. The other riders laughed until their turbans slipped. Her camel was called Patience, and he stopped to smell every thorn.

On the second day she was so far behind that she could not see their dust. A wall of sand rose on the horizon. Zahra made Patience lie down, and she pulled her blanket over both of them.

The sand sang for an hour. When it was over, she found eleven camels standing in a circle with nobody on their backs. One after another she dug the riders out with her hands. At the well they all drank in silence. Then they walked behind her to the finish, and nobody passed her.`,
  },
  {
    slug: 'clockmaker-twin',
    title: "The Clockmaker's Apprentice",
    style: 'papercut',
    format: '9:16',
    language: 'en',
    protagonists: [
      {
        who: 'Henrik',
        kinds: ['grandfather'],
        apart: ['Every clock', 'Lotte counted', 'Lotte did', 'The town'],
      },
      {
        who: 'Lotte',
        kinds: ['girl'],
        apart: ['Old Henrik', 'Every clock', 'The town', 'His hands', 'Henrik looked'],
      },
    ],
    text: `Old Henrik mended every clock in the town, and his apprentice Lotte was twelve. His hands had begun to shake. Lotte counted the screws for him and pretended that she had not noticed.

One morning the great clock on the church stopped. The town went quiet, for nobody knew when to have lunch. Henrik looked up at the tower and shook his head. "Too many stairs," he said.

Lotte climbed up alone with his tools on her back. Through the open window she shouted down what she saw, and he shouted back what to do. At four o'clock she stood among the wheels, black with oil, and pulled the last pin. Every clock in the town was wrong by an hour, except one. Henrik sat on the church steps and wept and laughed, and he gave her his glasses.`,
  },
  {
    slug: 'submarine',
    title: 'What the Submarine Saw',
    style: 'neon',
    format: '9:16',
    language: 'en',
    protagonists: [
      { who: 'Moreno', kinds: ['woman'], apart: ['Nothing', 'Outside', 'It was', 'Two thousand'] },
    ],
    text: `Doctor Carla Moreno had waited eleven years for this dive. She sat alone in a small submarine and watched the light go out of the water. Two thousand metres under the sea there was no day.

Outside the window glowed a jellyfish as long as a bus. Moreno forgot to write anything down. Then something knocked on the hull, three times.

She turned on the lamp. It was an octopus, no larger than a dog, and it was holding a spoon. Nothing in her books had prepared her for that. She tapped three times with her pencil, and it tapped back. When Moreno came up at dawn, her colleagues asked what she had found. "Somebody," she said.`,
  },
  {
    slug: 'two-gardens',
    title: 'The Wall Between Two Gardens',
    style: 'silhouette',
    format: '16:9',
    language: 'en',
    protagonists: [
      {
        who: 'Amrit',
        kinds: ['man'],
        apart: ['Mrs. Bell', 'Between', 'A blackbird', 'She', 'In August'],
      },
      {
        who: 'Bell',
        kinds: ['woman', 'grandmother'],
        apart: ['Amrit', 'Between', 'A blackbird', 'He', 'In August'],
      },
    ],
    text: `Amrit grew roses, and Mrs. Bell next door grew beans. Between them stood a wall that was older than both of them. They had not spoken since he painted his gate orange.

Mrs. Bell threw her snails over the wall at night. Amrit heard them land. He threw them back in the morning, with interest. A blackbird watched from the pear tree and grew fat.

One night a storm blew the wall down. Mrs. Bell came out in her red coat with a lamp, and Amrit came out in his pyjamas. They looked at the hole and at each other. She laughed first. In August the beans climbed up the roses, and nobody could say whose garden it was.`,
  },
];
