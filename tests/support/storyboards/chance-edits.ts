/** Edits as they come from chance: with places instead of ids, so that they fit any storyboard. */
import fc from 'fast-check';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import type { Storyboard } from '#jobs/story/storyboard/storyboard.ts';
import { newId } from './made-videos';

const number = fc.nat({ max: 11 });
const text = fc.constantFrom(
  'A fox ran.',
  'Snow fell all night.',
  'Nobody came to the old mill.',
  'It was over.',
);
const shown = fc.constantFrom('A FOX!', 'SNOW FELL AND FELL', 'THE MILL');
/** Edits with places in the film instead of ids. */
export const plainEdits = fc.oneof(
  fc.record({ do: fc.constant('say' as const), at: number, text }),
  fc.record({ do: fc.constant('captions' as const), at: number, text: fc.option(shown) }),
  fc.record({ do: fc.constant('pause' as const), at: number, to: number }),
  fc.record({ do: fc.constant('say-as' as const), at: number, text: fc.constantFrom('Fawx', 'Foaks') }),
  fc.record({ do: fc.constant('voice' as const), at: number, isSilent: fc.boolean() }),
  fc.record({
    do: fc.constant('picture' as const),
    at: number,
    to: fc.constantFrom('none' as const, 'drawn' as const),
  }),
  fc.record({ do: fc.constant('take' as const), at: number, to: number }),
  fc.record({ do: fc.constant('describe' as const), at: number, text }),
  fc.record({ do: fc.constant('add' as const), at: fc.option(number), text }),
  fc.record({ do: fc.constant('remove' as const), at: number }),
  fc.record({ do: fc.constant('duplicate' as const), at: number }),
  fc.record({ do: fc.constant('move' as const), at: number, to: fc.option(number) }),
  fc.record({ do: fc.constant('split' as const), at: number, to: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ do: fc.constant('merge' as const), at: number }),
  fc.record({ do: fc.constant('draw-again' as const), at: number, to: number, text: fc.option(text) }),
  fc.record({ do: fc.constant('title' as const), text }),
  fc.record({
    do: fc.constant('option' as const),
    option: fc.constantFrom<Record<string, string>>(
      ...[{ captions: 'karaoke' }, { captions: 'pop' }, { speed: 'fast' }, { speed: 'normal' }],
      ...[{ style: 'watercolor' }, { format: '1:1' }, { transition: 'cut' }, { titleCard: 'off' }],
      ...[{ encoding: 'draft' }, { encoding: 'standard' }],
    ),
  }),
);
export type PlainEdit = typeof plainEdits extends fc.Arbitrary<infer Value> ? Value : never;

/** Makes edits of them. */
export class EditMaker {
  readonly #takesOf: (sceneId: string) => readonly string[];
  #ids = 0;

  /** @param takesOf hashes of a scene's earlier pictures */
  constructor(takesOf: (sceneId: string) => readonly string[]) {
    this.#takesOf = takesOf;
  }

  editOf(plain: PlainEdit, { scenes }: Storyboard): Edit {
    const idAt = (at: number) => scenes[at % scenes.length]?.id ?? '';
    const placeAt = (at: number | null) => (at === null ? null : idAt(at));
    const fresh = () => {
      this.#ids += 1;
      return newId(this.#ids);
    };
    const set = (at: number, change: (Edit & { kind: 'set-scene' })['change']): Edit => ({
      ...{ kind: 'set-scene', scene: idAt(at), change },
    });
    switch (plain.do) {
      case 'say':
        return set(plain.at, { narration: plain.text });
      case 'captions':
        return set(plain.at, { captions: plain.text });
      case 'pause':
        return set(plain.at, { pauseMs: plain.to * 100 });
      case 'say-as':
        return set(plain.at, { sayAs: [{ word: 'fox', as: plain.text }] });
      case 'voice':
        return set(plain.at, { voice: plain.isSilent ? { voice: 'none' } : null });
      case 'picture':
        return set(plain.at, { picture: { from: plain.to } });
      case 'take': {
        const takes = scenes.flatMap(({ id }) => this.#takesOf(id));
        const hash = takes[plain.to % Math.max(1, takes.length)];
        return set(plain.at, { picture: hash === undefined ? { from: 'drawn' } : { from: 'take', hash } });
      }
      case 'describe':
        return set(plain.at, { imagePrompt: plain.text });
      case 'add':
        return {
          ...{ kind: 'add-scene', id: fresh(), after: placeAt(plain.at), narration: plain.text },
          ...{ imagePrompt: plain.text, seed: 1 },
        };
      case 'remove':
        return { kind: 'remove-scene', scene: idAt(plain.at) };
      case 'duplicate':
        return { kind: 'duplicate-scene', scene: idAt(plain.at), id: fresh() };
      case 'move':
        return { kind: 'move-scene', scene: idAt(plain.at), after: placeAt(plain.to) };
      case 'split':
        return { kind: 'split-scene', scene: idAt(plain.at), atWord: plain.to, id: fresh() };
      case 'merge':
        return { kind: 'merge-scenes', scene: idAt(plain.at) };
      case 'draw-again':
        return { kind: 'draw-again', scene: idAt(plain.at), seed: plain.to, remark: plain.text };
      case 'title':
        return { kind: 'set-film', title: plain.text };
      case 'option':
        return { kind: 'set-film', options: plain.option };
    }
  }
}
