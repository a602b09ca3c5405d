import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drawPicture } from '#jobs/studio/illustrator/draw.ts';
import { differenceOf, keptThumbnail, thumbnailOf } from '#tests/tools/gallery/thumbnail.ts';
import { GOLDEN_PICTURES } from './golden/pictures';

const kept = (name: string) => keptThumbnail(fileURLToPath(new URL(`./golden/${name}.png`, import.meta.url)));

/**
 * OKLab distance. The same drawing on another processor or library version stays far below; another place of
 * the hero, another time of day or a lost layer lies above.
 */
const SAME = 0.008;

describe('the golden pictures', () => {
  it.each(Object.entries(GOLDEN_PICTURES))('%s looks as it was kept', async (name, request) => {
    const { image } = await drawPicture(request);
    expect(differenceOf(await thumbnailOf(image), await kept(name))).toBeLessThan(SAME);
  });

  it.each([
    ['another side', { prompt: 'composed to the left', by: 'composed to the right' }],
    ['another hour', { prompt: 'at sunrise', by: 'at noon' }],
    ['another animal', { prompt: 'A hare', by: 'A wolf' }],
    ['nobody', { prompt: 'A hare runs and a tortoise walks', by: 'A view' }],
  ])('tell %s apart', async (_, { prompt, by }) => {
    const request = GOLDEN_PICTURES['papercut-meadow'];
    if (!request) throw new Error('The golden picture is missing.');
    const changed = await drawPicture({ ...request, prompt: request.prompt.replace(prompt, by) });
    expect(differenceOf(await thumbnailOf(changed.image), await kept('papercut-meadow'))).toBeGreaterThan(
      SAME,
    );
  });
});
