/** Short stories of our own for the tests of the script writer. */

export const FABLE = `A hare was always boasting about how fast he could run. One morning a tortoise grew tired of it and challenged him to a race. All the animals gathered in the meadow to watch. The fox marked the path and an owl gave the signal.

The hare shot ahead and was soon out of sight. "There is plenty of time," he laughed, and he lay down under an old oak tree and fell asleep. The tortoise walked on, slowly, step by step, and never once stopped.

The sun sank lower. When the hare woke up, he ran as fast as the wind. But he was too late. At sunset the tortoise crossed the finish line, and all the animals cheered. "Slow and steady wins the race," she said, and smiled.`;

export const SEA = `Marta had inherited the boat from her grandfather, and with it a map that nobody could read. At dawn she left the harbour, with only a parrot for company.

For three days she sailed across the open sea. Dolphins leapt beside her, and at night she steered by the stars. Then the wind rose. Black clouds swallowed the horizon, and a storm broke over the little boat.

She tied herself to the mast and sang against the thunder. A wave as high as a house lifted her, and in the lightning she saw it: an island with a single lighthouse.

In the morning the sea lay still. Marta waded ashore, and the parrot flew ahead. Under the tallest palm she found a chest, and in the chest a letter in her grandfather's hand. "You came," it said. "I knew you would."`;

export const WINTER = `Snow fell on the forest for seven days. A hedgehog named Pim had slept through every winter of his life, but this year he woke up in the middle of it.

Everything was white and quiet. Pim had never seen snow. He put one foot into it and squeaked. A fox heard him and came closer. "You are very small and very lost," said the fox. Pim was too cold to be afraid.

The fox led him to a den under the roots, where a badger was cooking soup and two mice were dancing to keep warm. They made room by the fire.

All through the long night they told each other what they had missed: Pim told them about the smell of leaves in summer, and they told him about stars on ice. In the morning he curled up again and slept, and he dreamed of friends.`;
