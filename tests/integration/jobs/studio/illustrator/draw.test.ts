import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PLACES } from '#jobs/story/film/scene-reading.ts';
import { PICTURE_STYLES } from '#jobs/story/order/options.ts';
import { composePicture } from '#jobs/studio/illustrator/compose.ts';
import { drawPicture } from '#jobs/studio/illustrator/draw.ts';
import { STYLES } from '#jobs/studio/illustrator/drawing/styles.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import { THINGS } from '#jobs/studio/reading/lexicon/things.ts';
import { readScene } from '#jobs/studio/reading/reading.ts';
import { FORMAT_NAMES, FORMATS } from '#remotion/contract/story-props.ts';

const PROMPT =
  'Marta, a girl, waves and a fox sits in a small village at sunset. Clear sky, joyful mood, medium shot.';

describe('drawPicture', () => {
  it.each(FORMAT_NAMES)('draws a JPEG of exactly the size of %s', async (format) => {
    const picture = await drawPicture({ prompt: PROMPT, style: 'papercut', format, seed: 5 });
    const info = await sharp(picture.image).metadata();
    expect([info.format, info.width, info.height]).toEqual([
      'jpeg',
      FORMATS[format].width,
      FORMATS[format].height,
    ]);
    expect([picture.width, picture.height, picture.mimeType]).toEqual([
      info.width,
      info.height,
      'image/jpeg',
    ]);
  });

  it.each(PICTURE_STYLES)('draws the same bytes again in %s', async (style) => {
    const request = { prompt: PROMPT, style, format: '1:1', seed: 7 } as const;
    const first = await drawPicture(request);
    const again = await drawPicture(request);
    expect(Buffer.from(again.image).equals(Buffer.from(first.image))).toBe(true);
  });

  it('draws another picture for another seed', async () => {
    const request = { prompt: PROMPT, style: 'papercut', format: '1:1' } as const;
    const first = await drawPicture({ ...request, seed: 1 });
    const other = await drawPicture({ ...request, seed: 2 });
    expect(Buffer.from(other.image).equals(Buffer.from(first.image))).toBe(false);
  });

  it('shows something: neither black, nor white, nor flat', async () => {
    const { image } = await drawPicture({ prompt: '', style: 'papercut', format: '9:16', seed: 1 });
    const { channels } = await sharp(image).stats();
    for (const { mean, stdev } of channels) {
      expect(mean).toBeGreaterThan(25);
      expect(mean).toBeLessThan(235);
      expect(stdev).toBeGreaterThan(12);
    }
  });
});

describe('composePicture', () => {
  it('draws every place, in every format, without a broken number', () => {
    for (const place of PLACES) {
      for (const format of FORMAT_NAMES) {
        const drawing = composePicture({ ...readScene(PROMPT), place }, format, STYLES.papercut, 3);
        const svg = drawing.layers.map((layer) => layer.content).join('');
        expect(svg, place).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  it('shows the hero in every place', () => {
    for (const place of PLACES) {
      const reading = { ...readScene(PROMPT), place };
      const withHero = composePicture(reading, '9:16', STYLES.papercut, 3)
        .layers.map((layer) => layer.content)
        .join('');
      const empty = composePicture({ ...reading, cast: [] }, '9:16', STYLES.papercut, 3)
        .layers.map((layer) => layer.content)
        .join('');
      expect(withHero.length, place).toBeGreaterThan(empty.length + 2000);
    }
  });

  it('has a drawing for every subject and thing of the lexicons', () => {
    const reading = readScene(PROMPT);
    for (const subject of Object.keys(SUBJECTS)) {
      const cast = [{ name: null, subject, role: null, look: null, action: 'stand', count: 1 } as const];
      expect(
        () => composePicture({ ...reading, cast, things: [] }, '1:1', STYLES.papercut, 1),
        subject,
      ).not.toThrow();
    }
    for (const thing of Object.keys(THINGS)) {
      expect(
        () => composePicture({ ...reading, cast: [], things: [thing] }, '1:1', STYLES.papercut, 1),
        thing,
      ).not.toThrow();
    }
  });
});
