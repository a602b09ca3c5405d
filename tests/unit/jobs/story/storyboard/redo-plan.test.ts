import { describe, expect, it } from 'vitest';
import { CAST_HEADING } from '#jobs/story/film/picture-cast.ts';
import type { PlanContext } from '#jobs/story/film/plan.ts';
import type { Video } from '#jobs/story/film/video.ts';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import { editStoryboard } from '#jobs/story/storyboard/edit-storyboard.ts';
import { redoPlan } from '#jobs/story/storyboard/redo-plan.ts';
import { settleVideo } from '#jobs/story/storyboard/settle.ts';
import { storyboardOf } from '#jobs/story/storyboard/storyboard.ts';
import { TakeShelf } from '#jobs/story/storyboard/take.ts';
import { CONTEXT, madeOf, madeVideo, newId } from '#tests/support/storyboards/made-videos.ts';

const video = madeVideo(4);
const [first = '', second = '', third = ''] = video.scenes.map(({ id }) => id);

function planOf(edits: readonly Edit[], from: Video = video, context: PlanContext = CONTEXT) {
  const board = edits.reduce((at, edit) => editStoryboard(at, edit).after, storyboardOf(from));
  const plan = redoPlan(from, settleVideo(from, board, new TakeShelf([]), context), context);
  return {
    ...plan,
    lines: plan.lines.map(({ what, position, reason }) => `${position} ${what}: ${reason}`),
  };
}
const change = (scene: string, fields: object): Edit =>
  ({ kind: 'set-scene', scene, change: fields }) as Edit;

describe('the redo plan', () => {
  it('is empty for a film that is as it should be', () => {
    expect(planOf([])).toEqual({ lines: [], staying: 4, film: false, sound: false, music: false });
  });

  it.each<[string, Edit, string[], number]>([
    [
      'words',
      change(second, { narration: 'Other.' }),
      ['1 voice: its words changed', '1 stretch: its voice is new'],
      3,
    ],
    ['captions', change(second, { captions: 'Shown.' }), ['1 stretch: its captions changed'], 3],
    ['a pause', change(second, { pauseMs: 500 }), ['1 stretch: its pause changed'], 3],
    [
      'a picture drawn again',
      { kind: 'draw-again', scene: second, seed: 5, remark: null },
      [
        '1 picture: it is drawn again',
        '1 stretch: its picture is new',
        '2 stretch: the picture before it is new',
      ],
      2,
    ],
    [
      'the last picture',
      { kind: 'draw-again', scene: video.scenes[3]?.id ?? '', seed: 5, remark: 'Bigger.' },
      ['3 picture: it is drawn again', '3 stretch: its picture is new'],
      3,
    ],
    [
      'a description',
      change(first, { imagePrompt: 'A wolf.' }),
      [
        '0 picture: its description changed',
        '0 stretch: its picture is new',
        '1 stretch: the picture before it is new',
      ],
      2,
    ],
    [
      'no picture',
      change(third, { picture: { from: 'none' } }),
      ['2 stretch: its words take its place', '3 stretch: its neighbours changed'],
      2,
    ],
    [
      'a said word',
      change(third, { sayAs: [{ word: 'sentence', as: 'sentients' }] }),
      ['2 voice: a word is said otherwise', '2 stretch: its voice is new'],
      3,
    ],
    [
      'a voice of its own',
      change(third, { voice: { voice: 'none' } }),
      ['2 voice: another voice speaks', '2 stretch: its voice is new'],
      3,
    ],
    [
      'a recording',
      change(third, { recording: { hash: 'a'.repeat(24), kind: 'webm', durationMs: 3000 } }),
      ['2 voice: your recording takes its place', '2 stretch: its voice is new'],
      3,
    ],
    ['the title', { kind: 'set-film', title: 'New' }, ['0 stretch: the title changed'], 3],
    [
      'the title card',
      { kind: 'set-film', options: { titleCard: 'off' } },
      ['0 stretch: the title changed'],
      3,
    ],
    [
      'the end card',
      { kind: 'set-film', options: { endCard: 'Part two tomorrow' } },
      ['3 stretch: the end card changed'],
      3,
    ],
    ['the music', { kind: 'set-film', options: { music: 'tense' } }, [], 4],
    ['a removed scene', { kind: 'remove-scene', scene: second }, ['1 stretch: its neighbours changed'], 2],
  ])('of %s names what is made and why', (_what, edit, lines, staying) => {
    expect(planOf([edit])).toMatchObject({ lines, staying, film: true });
  });

  it.each<[string, Edit, boolean, boolean]>([
    ['words', change(second, { narration: 'Other.' }), true, true],
    ['a pause', change(second, { pauseMs: 500 }), true, true],
    ['a removed scene', { kind: 'remove-scene', scene: second }, true, true],
    ['another mood', { kind: 'set-film', options: { music: 'tense' } }, true, true],
    ['no music', { kind: 'set-film', options: { music: 'none' } }, true, false],
    ['the loudness of the music', { kind: 'set-film', options: { musicLevel: 'loud' } }, true, false],
    ['captions', change(second, { captions: 'Shown.' }), false, false],
    ['a picture', { kind: 'draw-again', scene: second, seed: 5, remark: null }, false, false],
    ['the title', { kind: 'set-film', title: 'New' }, false, false],
  ])('of %s knows whether sound is mixed and music composed', (_what, edit, sound, music) => {
    expect(planOf([edit])).toMatchObject({ film: true, sound, music });
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['pace', { speed: 'fast' }, 'voice', 'the pace changed'],
    ['language', { language: 'de' }, 'voice', 'the language changed'],
    ['style', { style: 'watercolor' }, 'picture', 'the style changed'],
    ['format', { format: '1:1' }, 'picture', 'the format changed'],
    ['captions', { captions: 'karaoke' }, 'stretch', 'the caption style changed'],
    ['encoding', { encoding: 'draft' }, 'stretch', 'the encoding changed'],
  ])('of another %s says so of every scene', (_what, options, what, reason) => {
    const { lines, staying } = planOf([{ kind: 'set-film', options }]);
    expect(lines.filter((line) => line.endsWith(`${what}: ${reason}`))).toHaveLength(4);
    expect(staying).toBe(0);
  });

  it('of another encoding makes all stretches, and no voice, picture or sound', () => {
    const plan = planOf([{ kind: 'set-film', options: { encoding: 'high' } }]);
    expect(plan).toMatchObject({ film: true, sound: false, music: false });
    expect(plan.lines).toEqual([0, 1, 2, 3].map((at) => `${at} stretch: the encoding changed`));
  });

  it('of a new scene makes all of it', () => {
    const id = newId(1);
    const { lines } = planOf([
      { kind: 'add-scene', id, after: first, narration: 'New.', imagePrompt: 'A pond.', seed: 1 },
    ]);
    expect(lines).toEqual([
      '1 voice: the scene is new',
      '1 picture: the scene is new',
      '1 stretch: its voice is new',
      '2 stretch: the picture before it is new',
    ]);
  });

  it('knows that a cut shows nothing of the picture before', () => {
    const cut = madeVideo(3, { options: { ...video.options, transition: 'cut' } });
    expect(planOf([{ kind: 'draw-again', scene: first, seed: 5, remark: null }], cut).lines).toEqual([
      '0 picture: it is drawn again',
      '0 stretch: its picture is new',
    ]);
    const added: Edit = {
      kind: 'add-scene',
      id: newId(1),
      after: first,
      narration: 'New.',
      imagePrompt: 'A pond.',
      seed: 1,
    };
    expect(planOf([added], cut).lines).toEqual([
      '1 voice: the scene is new',
      '1 picture: the scene is new',
      '1 stretch: its voice is new',
    ]);
  });

  it('names what follows the picture that is drawn again', () => {
    const following = { ...CONTEXT, followsReferences: true };
    const scenes = video.scenes.map((scene) => ({
      ...scene,
      imagePrompt: `Picture ${scene.position}.

${CAST_HEADING} Fox: a red fox.`,
    }));
    const cast = madeOf({ ...video, scenes }, following);
    const { lines } = planOf([{ kind: 'draw-again', scene: first, seed: 5, remark: null }], cast, following);
    const pictures = lines.filter((line) => line.includes(' picture: '));
    expect(pictures[0]).toBe('0 picture: it is drawn again');
    for (const line of pictures.slice(1)) expect(line).toMatch(/picture: it follows another picture$/);
    expect(pictures.length).toBeGreaterThan(1);
  });

  it('owns up to engines that changed, and to what is missing', () => {
    const newer = { ...CONTEXT, engines: { ...CONTEXT.engines, speech: { name: 'builtin', model: 'v-2' } } };
    expect(planOf([], video, newer).lines[0]).toBe('0 voice: its engine changed');
    const scenes = video.scenes.map((scene) =>
      scene.id === second ? { ...scene, segmentKey: null, segmentHash: null } : scene,
    );
    expect(planOf([], { ...video, scenes }).lines).toEqual(['1 stretch: it is missing']);
  });
});
