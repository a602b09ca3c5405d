import { describe, expect, it } from 'vitest';
import { storyboardRequestSchema } from '#app/video/editor/storyboard-request.ts';
import { askedEdits, type EditMeans } from '#bin/storyshort/edits/asked-edits.ts';
import { readEdits } from '#bin/storyshort/edits/edit-file.ts';
import type { EditFlags } from '#bin/storyshort/edits/edit-flags.ts';

const [FIRST, SECOND, NEW] = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
  '33333333-3333-4333-8333-333333333333',
];
const MEANS: EditMeans = {
  sceneIds: [FIRST, SECOND],
  voice: null,
  film: {},
  newId: () => NEW,
  newSeed: () => 7,
};

/** The edits by themselves, each held against what the site takes. */
function edits(given: EditFlags, means: Partial<EditMeans> = {}) {
  return askedEdits(given, { ...MEANS, ...means }).map((request) => {
    expect(storyboardRequestSchema.safeParse(request).error).toBeUndefined();
    return request.kind === 'edit' ? request.edit : request;
  });
}

describe('flags of an edit', () => {
  it.each<[EditFlags, unknown]>([
    [
      { scene: '1', text: 'A fox.', pause: '0' },
      { kind: 'set-scene', scene: FIRST, change: { narration: 'A fox.', pauseMs: 0 } },
    ],
    [
      { scene: SECOND.toUpperCase(), picture: 'snow', 'caption-text': 'Snow!' },
      {
        kind: 'set-scene',
        scene: SECOND,
        change: { imagePrompt: 'snow', picture: { from: 'drawn' }, captions: 'Snow!' },
      },
    ],
    [
      { scene: '2', 'draw-again': true },
      { kind: 'draw-again', scene: SECOND, seed: 7, remark: null },
    ],
    [
      { scene: '2', remark: 'six legs' },
      { kind: 'draw-again', scene: SECOND, seed: 7, remark: 'six legs' },
    ],
    [
      { scene: '2', remove: true },
      { kind: 'remove-scene', scene: SECOND },
    ],
    [
      { scene: '2', duplicate: true },
      { kind: 'duplicate-scene', scene: SECOND, id: NEW },
    ],
    [
      { scene: '2', 'move-after': '0' },
      { kind: 'move-scene', scene: SECOND, after: null },
    ],
    [
      { scene: '1', 'move-after': '2' },
      { kind: 'move-scene', scene: FIRST, after: SECOND },
    ],
    [
      { scene: '1', 'split-at': '3' },
      { kind: 'split-scene', scene: FIRST, atWord: 3, id: NEW },
    ],
    [
      { scene: '1', merge: true },
      { kind: 'merge-scenes', scene: FIRST },
    ],
    [
      { scene: '1', revert: true },
      { kind: 'revert', scene: FIRST },
    ],
    [
      { add: 'New words.', picture: 'a mill' },
      { kind: 'add-scene', id: NEW, after: SECOND, narration: 'New words.', imagePrompt: 'a mill', seed: 7 },
    ],
    [
      { add: 'First words.', after: '0' },
      { kind: 'add-scene', id: NEW, after: null, narration: 'First words.', imagePrompt: '', seed: 7 },
    ],
    [{ undo: true }, { kind: 'undo' }],
    [{ redo: true }, { kind: 'redo' }],
    [{ discard: true }, { kind: 'discard' }],
    [{ restore: '2' }, { kind: 'restore', version: 2 }],
  ])('are one edit: %j', (given, edit) => {
    expect(edits(given)).toEqual([edit]);
  });

  it('give a voice to the scene that is named, and to the film where none is', () => {
    const voice = { voice: 'rms', localVoice: 'amy' };
    expect(edits({ scene: '1' }, { voice })).toEqual([
      { kind: 'set-scene', scene: FIRST, change: { voice } },
    ]);
    expect(edits({}, { voice, film: { title: 'Snow', captions: 'big' } })).toEqual([
      {
        kind: 'set-film',
        title: 'Snow',
        options: { captions: 'big', voice: 'rms', localVoice: 'amy', serviceVoice: null },
      },
    ]);
  });

  it('change a scene before something is done to it', () => {
    const kinds = edits({ scene: '1', picture: 'snow', 'draw-again': true }).map(({ kind }) => kind);
    expect(kinds).toEqual(['set-scene', 'draw-again']);
    expect(edits({})).toEqual([]);
  });

  it.each<[EditFlags, RegExp]>([
    [{ text: 'A fox.' }, /not said which scene/],
    [{ 'draw-again': true }, /not said which scene/],
    [{ picture: 'snow' }, /not said which scene/],
    [{ scene: '3', text: 'x' }, /names no scene.*“3”/],
    [{ scene: '0', text: 'x' }, /names no scene/],
    [{ scene: '1' }, /Nothing is said/],
    [{ scene: '1', remove: true, merge: true }, /Only one/],
    [{ scene: '1', add: 'x' }, /one at a time|Nothing is said/],
    [{ after: '1' }, /where a new scene goes/],
    [{ undo: true, redo: true }, /stands alone/],
    [{ undo: true, scene: '1', remove: true }, /stands alone/],
    [{ scene: '1', pause: 'long' }, /--pause takes a whole number/],
    [{ scene: '1', 'split-at': '0' }, /from 1/],
  ])('are refused where they have no sense: %j', (given, why) => {
    expect(() => edits(given)).toThrow(why);
  });
});

describe('a file of edits', () => {
  it('holds one or many, as edits or as what asks for them', () => {
    const edit = { kind: 'remove-scene', scene: FIRST };
    expect(readEdits(JSON.stringify(edit), 'e.json')).toEqual([{ kind: 'edit', edit }]);
    const list = [{ kind: 'undo' }, { kind: 'edit', edit }];
    expect(readEdits(JSON.stringify(list), 'e.json')).toEqual(list);
  });

  it.each([
    ['{', /e\.json is no JSON/],
    ['[{"kind": "undo"}, {"kind": "remove-scene"}]', /e\.json, edit 2: “edit\.scene” is not/],
    ['["undo"]', /e\.json, edit 1:/],
  ])('says where it is none: %s', (text, why) => {
    expect(() => readEdits(text, 'e.json')).toThrow(why);
  });
});
