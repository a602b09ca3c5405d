/** Stories to start from, written for this product: one click in the page makes any of them a film. */

export interface SampleStory {
  /** Stable name, usable in a URL. */
  id: string;
  title: string;
  /** What kind of story it is, in two or three words. */
  mood: string;
  story: string;
}

export const SAMPLE_STORIES: readonly SampleStory[] = [
  {
    id: 'fox-and-moon',
    title: 'The Fox Who Bought the Moon',
    mood: 'A gentle fable',
    story: `A young fox saw the full moon floating in a pond and thought it was for sale. "How much?" he asked the old frog. "One good deed a night," the frog said, and closed his eyes.

So the fox went to work. He carried a lost mouse home through the tall grass. He warned the rabbits when the owl was awake. He shared his supper with a hungry bird. Each night he came back to the pond, and each night the moon was a little smaller.

At last it was gone, and the fox was sad. But the mouse, the rabbits and the bird came out of the dark forest and sat down beside him. "You were never buying the moon," the frog laughed. "You were buying this."`,
  },
  {
    id: 'lighthouse-girl',
    title: 'Marta and the Lost Light',
    mood: 'Adventure at sea',
    story: `Marta was eleven when the lamp in the lighthouse went out. Her grandfather lay ill with fever, and a storm was rolling in from the sea. Far off, she could see the sails of a fishing boat, turning the wrong way.

She ran down to the beach and pushed her little red boat into the waves. Rain hit her face like sand. Lightning showed her the rocks, black and sharp, and then hid them again.

Marta lifted her lantern as high as she could and sang the song her grandfather had taught her. Slowly the fishing boat turned. It followed her small light, wave after wave, into the quiet harbor.

In the morning the sun rose over a calm sea. The whole village stood on the pier, and the captain took off his hat to a girl in a yellow coat.`,
  },
  {
    id: 'night-shift-in-orbit',
    title: 'The Gardener of Station Nine',
    mood: 'A night in space',
    story: `On Station Nine, high above the sleeping Earth, a small robot named Pip watered the garden. Nobody had asked it to. The astronauts had gone home long ago, and the lights were set to dim.

Every night Pip rolled past the window, looked down at the blue planet, and filled its can. There was one tomato, two beans and a sunflower that had never opened.

Then a rocket came out of the dark with its engines failing. Inside sat a tired pilot, alone, far from any harbor. Pip opened the door and did not know what to say. So it held out the tomato.

The pilot laughed for the first time in days. Behind them, in the light of a thousand stars, the sunflower turned its face to the window and opened.`,
  },
];
