import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Form, FormStyle, Temper } from '#remotion/contract/forms.ts';
import { segmentProps } from '#remotion/contract/story-segments.ts';
import { differences, framePixels } from '#tests/support/media/frames.ts';
import { openRenderHouse, PAINTERS, type RenderHouse } from './render-house';

let house: RenderHouse;
beforeAll(async () => {
  house = await openRenderHouse('9:16');
});
afterAll(() => house.close());

const CHAT: Form = {
  kind: 'chat',
  earlier: [{ who: 'Mum', text: 'are you home yet?', side: 'left' }],
  messages: [
    { who: 'Me', text: 'almost. why do you ask me that at night?', side: 'right', time: '11:42 PM' },
  ],
};

/** Each form in a look of its own, and words in scripts of all kinds. */
const FORMS: [name: string, form: Form, words: string, style: FormStyle, temper: Temper][] = [
  ['words from right to left', { kind: 'words' }, 'لم يعرف أحد السر', 'neon', 'dark'],
  ['words in Hindi', { kind: 'words' }, 'तुम देर से नहीं हो', 'gouache', 'bright'],
  ['a saying in Japanese', { kind: 'quote', by: '芭蕉' }, '古池や蛙飛びこむ水の音', 'watercolor', 'tender'],
  [
    'a number',
    { kind: 'number', value: 1240, shown: '$1,240', label: 'a year' },
    'That is $1,240',
    'gouache',
    'sober',
  ],
  [
    'a list',
    { kind: 'list', heading: 'Three lakes', items: ['Bled', 'Como', 'Mine'], at: 1, mark: 'countdown' },
    'Como',
    'silhouette',
    'bright',
  ],
  ['a chat', CHAT, 'almost. why do you ask me that at night?', 'neon', 'sober'],
  [
    'a place',
    { kind: 'place', date: 'March 3, 1994', name: 'Ohio', at: { lon: -83, lat: 40 }, country: '840' },
    'March 3, 1994',
    'papercut',
    'dark',
  ],
  ['icons', { kind: 'icon', icons: ['alarm-clock', 'hot-beverage'] }, 'Set an alarm', 'watercolor', 'bright'],
];

/** Words of a scene of six frames, all of them begun by the frame that is looked at. */
function spoken(text: string) {
  const words = text.split(' ');
  return words.map((word, at) => ({ text: word, startMs: at * 10, endMs: at * 10 + 8 }));
}

describe('the two painters', () => {
  it('draw an end card alike', async () => {
    const endCard = 'الجزء الثاني غدًا';
    const props = segmentProps(house.story, 0);
    const words = spoken('Good night');
    const durationMs = 400;
    const content: Form = { kind: 'icon', icons: ['alarm-clock'] };
    const form = { content, words, durationMs, style: 'gouache', temper: 'bright' } as const;
    const shot = { pictureUrl: null, seed: 7, form };
    const scene = { ...props.scene, words, durationMs, shot };
    const [canvas, screenshot] = await Promise.all(
      PAINTERS.map(async (painter) => {
        const file = path.join(house.folder, `${painter}-end-card.ts`);
        await house.render(painter, { ...props, title: null, isLast: true, endCard, scene }, file);
        return framePixels(file, 4);
      }),
    );
    const apart = differences(canvas as Uint8Array, screenshot as Uint8Array);
    expect(apart.mean).toBeLessThan(2.5);
    expect(apart.share).toBeLessThan(0.01);
  });

  it.each(FORMS)('draw %s alike', async (name, content, text, style, temper) => {
    const props = segmentProps(house.story, 0);
    const durationMs = 200;
    const words = spoken(text);
    const form = { content, words, durationMs, style, temper };
    const scene = { ...props.scene, durationMs, words, shot: { pictureUrl: null, seed: 7, form } };
    const [canvas, screenshot] = await Promise.all(
      PAINTERS.map(async (painter) => {
        const file = path.join(house.folder, `${painter}-${name}.ts`);
        await house.render(painter, { ...props, title: null, scene }, file);
        return framePixels(file, 4);
      }),
    );
    const apart = differences(canvas as Uint8Array, screenshot as Uint8Array);
    expect(apart.mean).toBeLessThan(2.5);
    expect(apart.share).toBeLessThan(0.01);
  });
});
