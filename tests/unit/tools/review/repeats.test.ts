import { describe, expect, it } from 'vitest';
import type { CastMember, SceneReading } from '#jobs/story/film/scene-reading.ts';
import { repeatsOf } from '#tests/tools/gallery/review/repeats.ts';

const fox: CastMember = { name: null, subject: 'fox', role: null, look: null, action: 'run', count: 1 };
const reading = (patch: Partial<SceneReading>): SceneReading => ({
  ...{ place: 'forest', time: 'noon', weather: 'clear', mood: 'calm', shot: 'wide', side: 'left' },
  ...{ cast: [], things: [] },
  ...patch,
});
const picture = (patch: Partial<SceneReading>) => ({ reading: reading(patch), form: null });

describe('a scene repeats an earlier one', () => {
  it('where the same is there to be seen, in whatever shot', () => {
    const scenes = [
      picture({ cast: [fox], things: ['lamp', 'bell'] }),
      picture({ place: 'city' }),
      picture({ cast: [fox], things: ['bell', 'lamp'], shot: 'close', side: 'right' }),
    ];
    expect(repeatsOf(scenes)).toEqual([false, false, true]);
  });

  it('but not where anything else is there', () => {
    const scenes = [
      picture({ cast: [fox] }),
      picture({ cast: [{ ...fox, action: 'sleep' }] }),
      picture({ cast: [fox], things: ['lamp'] }),
      picture({ cast: [fox], place: 'city' }),
    ];
    expect(repeatsOf(scenes)).toEqual([false, false, false, false]);
  });

  it('where it shows the same icons or item, and never where its own words are shown', () => {
    const told = (form: Parameters<typeof repeatsOf>[0][number]['form']) => ({ reading: reading({}), form });
    const list = { kind: 'list', items: ['one', 'two'], mark: 'bullet' } as const;
    expect(
      repeatsOf([
        told({ kind: 'icon', icons: ['coin', 'clock'] }),
        told({ kind: 'icon', icons: ['clock', 'coin'] }),
        told({ ...list, items: [...list.items], at: 0 }),
        told({ ...list, items: [...list.items], at: 1 }),
        told({ ...list, items: [...list.items], at: 1 }),
        told({ kind: 'words' }),
        told({ kind: 'words' }),
      ]),
    ).toEqual([false, true, false, false, true, false, false]);
  });
});
