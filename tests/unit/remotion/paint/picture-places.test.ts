import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES, FORMATS, type Layer, type Shot } from '#remotion/contract/story-props.ts';
import { imagePlace, layerPlaces } from '#remotion/paint/picture-places.ts';

const shotOf = (layers: Layer[], seed = 3): Shot => ({ pictureUrl: 'flat', seed, layers });
const MOMENT = { ms: 1000, framesToEnd: 40, spoken: [] };
const still = (url: string, depth = 0): Layer => ({ url, depth, life: 'still' });

describe('places of a picture', () => {
  it.each(FORMAT_NAMES)('cover the frame of %s wherever the camera stands', (format) => {
    const { width, height } = FORMATS[format];
    for (let seed = 0; seed < 40; seed++)
      for (const framesToEnd of [-12, 0, 30, 200, 600]) {
        const [far] = layerPlaces(shotOf([still('far')], seed), format, { ...MOMENT, framesToEnd });
        const flat = imagePlace(shotOf([], seed), format, { ...MOMENT, framesToEnd }, { width, height });
        for (const place of [far?.place, flat]) {
          expect(place?.left).toBeLessThanOrEqual(0);
          expect(place?.top).toBeLessThanOrEqual(0);
          expect((place?.left ?? 0) + (place?.width ?? 0)).toBeGreaterThanOrEqual(width);
          expect((place?.top ?? 0) + (place?.height ?? 0)).toBeGreaterThanOrEqual(height);
        }
      }
  });

  it('are in the order of the layers, without those that are not there', () => {
    const layers: Layer[] = [still('far'), { url: 'mouth', depth: 0.5, life: 'talk' }, still('near', 1)];
    const urls = (spoken: { text: string; startMs: number; endMs: number }[]) =>
      layerPlaces(shotOf(layers), '9:16', { ...MOMENT, spoken }).map(({ url }) => url);
    expect(urls([])).toEqual(['far', 'near']);
    expect(urls([{ text: '“Yes!”', startMs: 950, endMs: 1400 }])).toEqual(['far', 'mouth', 'near']);
  });

  it('repeat what falls above itself', () => {
    const [upper, lower] = layerPlaces(
      shotOf([{ url: 'rain', depth: 0.5, life: 'rain', box: { x: 0.2, y: 0.2, width: 0.1, height: 0.1 } }]),
      '9:16',
      MOMENT,
    );
    expect(upper?.url).toBe('rain');
    expect((upper?.place.top ?? 0) + (upper?.place.height ?? 0)).toBeCloseTo(lower?.place.top ?? 0, 6);
    // Rain and snow are always whole.
    expect(lower?.place.width).toBeGreaterThan(1080);
  });

  it('cut off what an image has too much of, at both sides alike', () => {
    const place = imagePlace(shotOf([]), '9:16', MOMENT, { width: 1920, height: 1080 });
    expect(place.width / place.height).toBeCloseTo(1920 / 1080, 6);
    expect(place.height).toBeGreaterThanOrEqual(1920);
  });

  it('are nearer in a nearer framing, from its moment on', () => {
    const shot: Shot = {
      ...shotOf([still('far')]),
      framings: [{ atMs: 500, scale: 1.4, x: 0.5, y: 0.5 }],
    };
    const widthAt = (ms: number) => layerPlaces(shot, '9:16', { ...MOMENT, ms })[0]?.place.width ?? 0;
    expect(widthAt(600) / widthAt(400)).toBeCloseTo(1.4, 6);
  });
});
