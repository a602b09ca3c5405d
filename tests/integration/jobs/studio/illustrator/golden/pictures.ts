import type { PictureRequest } from '#jobs/ports/engines.ts';

/** The pictures that are kept as thumbnails, each under its name: every style, format and kind of shot. */
export const GOLDEN_PICTURES: Readonly<Record<string, PictureRequest>> = {
  'papercut-meadow': {
    prompt:
      'A hare runs and a tortoise walks on a path through a green meadow at sunrise. Clear sky, joyful mood, wide shot, composed to the left.',
    style: 'papercut',
    format: '9:16',
    seed: 1,
  },
  'papercut-portrait': {
    prompt:
      'Nilo, a man dressed as a baker, stands in a warm kitchen at night. Close shot, composed to the right.',
    style: 'papercut',
    format: '9:16',
    seed: 2,
  },
  'watercolor-sea': {
    prompt: 'Oona, a girl, sails on the open sea. A whale swims. Storm, tense mood, medium shot.',
    style: 'watercolor',
    format: '1:1',
    seed: 3,
  },
  'gouache-market': {
    prompt: 'Two boys wave in a busy market in the morning. Playful mood, medium shot.',
    style: 'gouache',
    format: '16:9',
    seed: 4,
  },
  'neon-city': {
    prompt: 'Vera, a woman dressed as a detective, runs in the city street at night. Rain, tense mood.',
    style: 'neon',
    format: '9:16',
    seed: 5,
  },
  'silhouette-bridge': {
    prompt: 'A fox sits on the bridge at sunset. Wide shot.',
    style: 'silhouette',
    format: '16:9',
    seed: 6,
  },
  'abstract-above': { prompt: 'Patience is a kind of courage.', style: 'gouache', format: '9:16', seed: 7 },
  'space-robot': {
    prompt: 'A robot flies in outer space. An astronaut waves. A rocket.',
    style: 'papercut',
    format: '1:1',
    seed: 8,
  },
};
