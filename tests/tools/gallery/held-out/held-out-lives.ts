import type { GalleryStory } from '#tests/tools/gallery/story.ts';

/** Lives, times and reports that no rule was mended with until they had once been measured. */
export const HELD_OUT_LIVES: readonly GalleryStory[] = [
  {
    slug: 'night-bus',
    title: 'I Drive the Night Bus',
    style: 'neon',
    format: '9:16',
    language: 'en',
    protagonists: [
      {
        who: 'I',
        kinds: ['woman', 'man'],
        apart: ['At two', 'He told', 'Rain ran', 'The old man', 'His wife'],
      },
    ],
    text: `I drive the night bus from the harbour to the hospital. My passengers are nurses, cooks and people who have danced too long. I know most of them by their shoes.

At two in the morning an old man got on with a violin case. He told me that he was going to play for his wife. Rain ran down the windows. I did not ask why at that hour.

The old man got off at the hospital and forgot his gloves. I stopped the engine and ran after him. On the fourth floor I heard the music before I saw the door. His wife had her eyes closed, and she was smiling. I stood in the corridor with the gloves in my hand, and the bus was eleven minutes late, and nobody complained.`,
  },
  {
    slug: 'commander-sato',
    title: 'Commander Sato Comes Home',
    style: 'neon',
    format: '16:9',
    language: 'en',
    protagonists: [
      {
        who: 'Sato',
        kinds: ['woman', 'astronaut'],
        apart: ['The Earth', 'A meteor', 'Her daughter', 'Mission control'],
      },
    ],
    text: `Commander Yuki Sato had been in orbit for three hundred days. She floated by the window and looked for her street. The Earth turned under her, blue and enormous.

Ten years earlier she had promised her daughter a stone from the moon. She still had the little drawing that the girl had pushed into her suitcase. Now an alarm began to blink. Sato pulled on her suit and climbed out of the station. A meteor had torn the radio mast.

She worked for five hours with cold fingers. Mission control was silent. Then a voice crackled in her helmet. "Mama, have you got it?" Her daughter was eighteen now, and it was her first day at the console. Sato looked at the moon and laughed. "Not yet," she said, "but I can see it from here."`,
  },
  {
    slug: 'detective-umbrella',
    title: 'Forty Yellow Umbrellas',
    style: 'watercolor',
    format: '9:16',
    language: 'en',
    protagonists: [
      {
        who: 'Okoro',
        kinds: ['man'],
        apart: [
          'On Monday',
          'The shopkeeper',
          'Nobody carried',
          'A tall woman',
          '"You are early',
          'She opened',
          'It was the school',
        ],
      },
    ],
    text: `On Monday somebody stole forty umbrellas from a shop in Mill Street. Inspector Okoro did not like the case, because he had lost his own umbrella the same day. "Were they expensive?" he asked. The shopkeeper shook her head. "They were yellow," she said.

For a week he walked through the city in the rain and looked up. Nobody carried anything yellow. On Friday he followed a trail of wet footprints to the old theatre. A tall woman stood on the stage.

"You are early," she said. She opened a curtain, and behind it forty children sat under forty small yellow roofs. It was the school that had lost its own roof in the storm. Okoro took off his hat. He wrote in his notebook that the trail had gone cold, and then he held the ladder while they hung up the last one.`,
  },
  {
    slug: 'kite-photographs',
    title: 'The Man Who Photographed from Kites',
    style: 'papercut',
    format: '16:9',
    language: 'en',
    protagonists: [
      {
        who: 'Batut',
        kinds: ['man'],
        apart: ['In 1888', 'His neighbours', 'The kite rose', 'The picture was', 'Today'],
      },
    ],
    text: `In 1888 nobody had seen a French village from above without a balloon. Arthur Batut was a farmer's son who loved kites. He built one as tall as a door and tied a small camera under it. His neighbours thought that he had gone mad.

On a windy morning in May he carried it up the hill. The kite rose, and a slow fuse burned down to the shutter. Batut ran down the slope with the string in his hands. The picture was grey and a little crooked: roofs, a road, the shadow of a tree.

For the rest of his life he photographed the fields that he knew by heart. Today a drone does the same in a minute. He would have asked how long its string is.`,
  },
  {
    slug: 'onion-soup',
    title: 'Onion Soup for a Cold Evening',
    style: 'gouache',
    format: '1:1',
    language: 'en',
    protagonists: [],
    text: `Take six onions and a sharp knife, and do not hurry. Cut them thin and let them cry for you. Melt a piece of butter in a heavy pot. Stir the onions for forty minutes, until they are as brown as an old violin.

Pour in the stock and a glass of wine. While it simmers, toast some bread and grate the cheese. Fill the bowls, float the bread on top and put them under a hot grill. Wait until the cheese bubbles. Then light a candle and call everybody to the table.`,
  },
  {
    slug: 'beavers-are-back',
    title: 'Why the Beavers Are Back',
    style: 'watercolor',
    format: '16:9',
    language: 'en',
    protagonists: [
      {
        who: 'beaver',
        kinds: ['beaver'],
        apart: ['Last', 'Farmers', 'Scientists', 'The valley', 'In a dry', 'That is'],
      },
    ],
    text: `Last summer the valley had no rain for eleven weeks, and yet its meadows stayed green. Scientists believe that they know the reason. It has orange teeth and a flat tail.

Beavers were hunted here until the last one died in 1830. Ten years ago a forester released two of them by night. Since then they have built sixty dams. Each pond slows the water down and lets it sink into the ground.

Farmers were angry at first, because a field was flooded. In a dry year the same farmers were glad. That is why the government now pays for the trees that the beavers cut. At dusk one can watch them swim across the pond with a branch.`,
  },
];
