/** What is painted without a document looks as the composition does, which the screenshots show. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CAPTION_STYLES,
  type Layer,
  type SegmentProps,
  type Shot,
  TRANSITIONS,
} from '#remotion/contract/story-props.ts';
import { segmentProps } from '#remotion/contract/story-segments.ts';
import { differences, framePixels } from '#tests/support/media/frames.ts';
import { openRenderHouse, PAINTERS, type RenderHouse } from './render-house';

let house: RenderHouse;
beforeAll(async () => {
  house = await openRenderHouse('9:16');
});
afterAll(() => house.close());

/** Eight frames of a scene with a picture, of which the sixth is looked at. */
const DURATION_MS = 266;
const LOOKED_AT = 5;
/** Share of values that may be far apart: with other words in the smallest style it is 0.007. */
const MOST_APART = 0.003;

async function apart(name: string, props: SegmentProps): Promise<{ mean: number; share: number }> {
  const [painted, composed] = await Promise.all(
    PAINTERS.map(async (painter) => {
      const file = path.join(house.folder, `${painter}-${name}.ts`);
      await house.render(painter, props, file);
      return framePixels(file, LOOKED_AT);
    }),
  );
  return differences(painted as Uint8Array, composed as Uint8Array);
}

function sceneOf(text: string, shot?: Partial<Shot>): SegmentProps {
  const props = segmentProps(house.story, 0);
  // By the sixth frame, 183 ms, the second word is being spoken, and half of it is.
  const words = text.split(' ').map((word, at) => ({ text: word, startMs: at * 140, endMs: at * 140 + 90 }));
  return {
    ...props,
    title: null,
    scene: { durationMs: DURATION_MS, words, shot: { ...props.scene.shot, ...shot } },
  };
}

const SCRIPTS: [name: string, text: string][] = [
  ['Latin', 'Ünlikely quaint winters'],
  ['Arabic with English', 'قالت OpenAI إنها'],
  ['Hebrew', 'הוא אמר “שלום”'],
  ['Hindi', 'तुम देर से'],
  ['Japanese', '古池や 蛙飛びこむ'],
  ['Thai with an emoji', 'สวัสดี 🦊 ครับ'],
];

describe('what is painted', () => {
  it.each(CAPTION_STYLES.flatMap((style) => SCRIPTS.map((script) => [style, ...script] as const)))(
    'has captions in %s of %s as the composition has',
    async (captionStyle, name, text) => {
      const differs = await apart(`${captionStyle} ${name}`, { ...sceneOf(text), captionStyle });
      expect(differs.mean).toBeLessThan(2.5);
      expect(differs.share).toBeLessThan(MOST_APART);
    },
  );

  it.each(['subtle', 'pop'] as const)(
    'has no captions where they stand in files alone, nor a shade for them: %s',
    async (captionStyle) => {
      const scene = { ...sceneOf('Good night'), captionStyle };
      const bare = { ...scene, isUncaptioned: true as const };
      const differs = await apart(`bare ${captionStyle}`, bare);
      expect(differs.mean).toBeLessThan(2.5);
      expect(differs.share).toBeLessThan(MOST_APART);
      const [captioned, uncaptioned] = await Promise.all(
        [scene, bare].map(async (props, at) => {
          const file = path.join(house.folder, `captions-${captionStyle}-${at}.ts`);
          await house.render('canvas', props, file);
          return framePixels(file, LOOKED_AT);
        }),
      );
      const captions = differences(captioned as Uint8Array, uncaptioned as Uint8Array);
      expect(captions.share).toBeGreaterThan(MOST_APART);
    },
  );

  it.each(TRANSITIONS)('lets its picture come in by %s', async (transition) => {
    const previousShot = { pictureUrl: null, seed: 2 };
    const differs = await apart(transition, { ...sceneOf('Good night'), previousShot, transition });
    expect(differs.mean).toBeLessThan(2.5);
    expect(differs.share).toBeLessThan(MOST_APART);
  });

  it('has layers that move, stir and are seen through each other', async () => {
    const url = house.pictureUrl('disc.webp');
    const layers: Layer[] = [
      { url: house.pictureUrl('picture.jpg'), depth: 0, life: 'still' },
      { url: `${url}?cloud`, depth: 0.1, life: 'drift', box: { x: 0.1, y: 0.1, width: 0.6, height: 0.3 } },
      { url: `${url}?people`, depth: 0.7, life: 'breathe', box: { x: 0.3, y: 0.4, width: 0.4, height: 0.3 } },
      { url: `${url}?light`, depth: 0.7, life: 'glow', box: { x: 0.2, y: 0.3, width: 0.5, height: 0.4 } },
      { url: `${url}?snow`, depth: 0.9, life: 'snow' },
    ];
    const framings = [{ atMs: 60, scale: 1.4, x: 0.4, y: 0.5 }];
    const differs = await apart('layers', sceneOf('Good night', { layers, framings }));
    expect(differs.mean).toBeLessThan(2.5);
    expect(differs.share).toBeLessThan(MOST_APART);
  });

  it.each([
    ['a card with its first words', { shot: { pictureUrl: null, seed: 5 } }],
    ['a title', { title: 'The Lamp of Ilse' }],
    ['a title from right to left', { title: 'مصباح إلسا' }],
    ['the end of the film with its card', { isLast: true, endCard: 'Part two tomorrow' }],
  ])('shows %s', async (name, { shot, ...change }: Partial<SegmentProps> & { shot?: Shot }) => {
    const differs = await apart(name, { ...sceneOf('Good night', shot), ...change });
    expect(differs.mean).toBeLessThan(2.5);
    expect(differs.share).toBeLessThan(MOST_APART);
  });
});
