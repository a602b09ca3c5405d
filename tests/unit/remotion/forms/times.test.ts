import { describe, expect, it } from 'vitest';
import type { SceneProps, Word } from '#remotion/contract/story-props.ts';
import { changesIn } from '#remotion/forms/changes.ts';
import { messageTimes } from '#remotion/forms/chat/message-times.ts';
import { listRows } from '#remotion/forms/list/list-window.ts';
import { mapView, routePoints } from '#remotion/forms/place/map-view.ts';
import { formFramings, framingsOf, framingTransform } from '#remotion/picture/framings.ts';

const words = (text: string): Word[] =>
  text.split(' ').map((word, at) => ({ text: word, startMs: at * 500, endMs: at * 500 + 400 }));

describe('messages', () => {
  it('come with their first words, the first at once', () => {
    const messages = [{ text: 'are you up' }, { text: 'no' }, { text: 'your light is on' }];
    expect(messageTimes(messages, words('are you up no your light is on'))).toEqual([0, 1380, 1880]);
  });
});

describe('a list', () => {
  it('does not give away what is to come, and counts down', () => {
    const rows = listRows({ kind: 'list', items: ['a', 'b', 'c'], at: 1, mark: 'countdown' });
    expect(rows.map(({ badge, text }) => [badge, text])).toEqual([
      ['3', 'a'],
      ['2', 'b'],
      ['1', null],
    ]);
  });

  it('keeps the item that is told in sight', () => {
    const items = Array.from({ length: 12 }, (_, at) => `item ${at}`);
    for (let at = 0; at < items.length; at++) {
      const rows = listRows({ kind: 'list', items, at, mark: 'bullet' });
      expect(rows.filter(({ isCurrent }) => isCurrent).map(({ text }) => text)).toEqual([`item ${at}`]);
      expect(rows).toHaveLength(5);
    }
  });
});

describe('a map', () => {
  const frame = { width: 1080, height: 1920 };

  it('has a single place in its middle', () => {
    const view = mapView([{ lon: 10, lat: 50 }], frame);
    expect(view.placeOf({ lon: 10, lat: 50 })).toEqual({ x: 540, y: 960 });
  });

  it('holds both ends of a route', () => {
    const ends = [
      { lon: 2, lat: 49 },
      { lon: 140, lat: 36 },
    ];
    const view = mapView(ends, frame);
    for (const end of ends) {
      const { x, y } = view.placeOf(end);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(1080);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(1920);
    }
    expect(routePoints({ x: 0, y: 0 }, { x: 340, y: 0 })).toHaveLength(9);
  });
});

describe('framings', () => {
  const spoken = words(
    'One two three four, five six seven eight nine. Ten eleven twelve thirteen fourteen fifteen.',
  );

  it('are cut at pauses, neither too soon nor too late nor at the end', () => {
    const times = framingsOf(spoken, 8000, 7).map(({ atMs }) => atMs);
    expect(times.length).toBeGreaterThan(1);
    times.forEach((ms, at) => {
      expect(ms - (times[at - 1] ?? 0)).toBeGreaterThanOrEqual(1700);
      expect(ms).toBeLessThan(8000 - 900);
    });
    expect(framingsOf(spoken, 8000, 7)).toEqual(framingsOf(spoken, 8000, 7));
  });

  it('never show more than there is of the picture', () => {
    for (const framing of [...framingsOf(spoken, 8000, 3), ...formFramings(spoken, 8000)]) {
      const [x = 0, y = 0] = (framingTransform(framing).match(/-?[\d.]+(?=%)/g) ?? []).map(Number);
      expect(Math.abs(x)).toBeLessThanOrEqual((framing.scale - 1) * 50 + 1e-6);
      expect(Math.abs(y)).toBeLessThanOrEqual((framing.scale - 1) * 50 + 1e-6);
    }
  });
});

describe('what is new to see', () => {
  it('comes at least every three seconds where words are told large', () => {
    const text = 'Here is the thing that nobody told you about waking up at five in the morning every day.';
    const spoken = words(text);
    const durationMs = spoken.length * 500;
    const scene: SceneProps = {
      shot: {
        pictureUrl: null,
        seed: 1,
        form: { content: { kind: 'words' }, words: spoken, durationMs, style: 'neon', temper: 'dark' },
      },
      words: spoken,
      durationMs,
    };
    const times = [...changesIn(scene, '9:16'), durationMs];
    for (const [at, ms] of times.entries()) expect(ms - (times[at - 1] ?? 0)).toBeLessThanOrEqual(3000);
  });
});
