import type { GalleryStory } from './story';

/** Texts that are no tales: history, a recipe, news. */
export const REPORTS: readonly GalleryStory[] = [
  {
    slug: 'bridge-of-sark',
    title: 'A Bridge of Four Lives',
    style: 'silhouette',
    format: '16:9',
    language: 'en',
    protagonists: [],
    text: `The first bridge over the river was a rope. In 1412 monks built one of wood, and a market grew on both its ends. It burned in a single night.

The stone bridge that stands today took nineteen years to build. Farmers crossed it with their sheep, and soldiers with their horses. In the winter of 1709 the river froze, and the children skated under its arches.

When the railway came, engineers wanted to pull it down. The people of the town sat on it for three days and three nights. Today no train crosses it and no car. At sunset people stand in the middle and look at the water.`,
  },
  {
    slug: 'lemon-cake',
    title: 'A Lemon Cake in an Hour',
    style: 'watercolor',
    format: '1:1',
    language: 'en',
    protagonists: [],
    text: `You need two lemons, three eggs, a cup of sugar and a little patience. Beat the eggs with the sugar until they are pale. Grate the lemons over the bowl, and let the kitchen fill with their smell.

Add the flour in three parts and a spoon of butter. Pour everything into a tin and bake it for forty minutes. Open the window and make some tea. The cake is done when it sings no longer. Eat it warm, in the garden, with a friend.`,
  },
  {
    slug: 'wind-at-night',
    title: 'Why the Lights Stayed On',
    style: 'gouache',
    format: '9:16',
    language: 'en',
    protagonists: [],
    text: `Last Tuesday at 7:40 p.m. the largest power station on the island stopped. Half a million people noticed nothing. This is why.

Out at sea, forty wind turbines were turning in a strong wind. Their power runs through a cable under the sea to the harbour. There, a hall of batteries as large as a football field waits for such a moment.

In less than a second the batteries took over. Engineers watched the numbers all night. By morning the station was running again, and the city went to work by train as if nothing had happened.`,
  },
  {
    slug: 'beekeeper',
    title: 'The Beekeeper on the Roof',
    style: 'papercut',
    format: '16:9',
    language: 'en',
    protagonists: [{ who: 'Amara', kinds: ['woman'], apart: ['The bees', 'Below her'] }],
    text: `Amara keeps bees on the roof of her house in the middle of the city. Every morning she climbs up with a cup of coffee. Below her the market wakes.

The bees fly to the park and come home yellow with dust. Amara opens the hive and lifts out the honey. Her neighbour, an old man named Idris, brings the bread. They sit on the roof and eat until the sun goes down.`,
  },
];
