import { describe, expect, it } from 'vitest';
import { planVideo } from '#jobs/story/film/plan.ts';
import type { Video } from '#jobs/story/film/video.ts';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import { editStoryboard } from '#jobs/story/storyboard/edit-storyboard.ts';
import { settleVideo } from '#jobs/story/storyboard/settle.ts';
import { storyboardOf } from '#jobs/story/storyboard/storyboard.ts';
import { TakeShelf } from '#jobs/story/storyboard/take.ts';
import { CONTEXT, madeOf, madeVideo, newId, shelfOf } from '#tests/support/storyboards/made-videos.ts';

const video = madeVideo(3);
const [first = '', second = '', third = ''] = video.scenes.map(({ id }) => id);
const nothing = new TakeShelf([]);

function wantedAfter(from: Video, edits: readonly Edit[], takes = nothing): Video {
  const board = edits.reduce((at, edit) => editStoryboard(at, edit).after, storyboardOf(from));
  return settleVideo(from, board, takes, CONTEXT);
}
const todo = (wanted: Video) =>
  planVideo(wanted, CONTEXT).scenes.map((scene) =>
    Object.entries(scene)
      .flatMap(([what, isWanted]) => (isWanted ? what : []))
      .join(' '),
  );

describe('a video that was settled', () => {
  it('is as it was where nothing was changed', () => {
    expect(wantedAfter(video, [])).toEqual(video);
  });

  it('keeps what its scenes have wherever they go', () => {
    const moved = wantedAfter(video, [{ kind: 'move-scene', scene: third, after: null }]);
    expect(moved.scenes.map(({ id, position }) => [id, position])).toEqual([
      [third, 0],
      [first, 1],
      [second, 2],
    ]);
    expect(moved.scenes[0]).toMatchObject({ voiceKey: video.scenes[2]?.voiceKey });
    expect(planVideo(moved, CONTEXT).scenes.every(({ voice, picture }) => !voice && !picture)).toBe(true);
  });

  it('lacks what is new', () => {
    const added = wantedAfter(video, [
      { kind: 'add-scene', id: newId(1), after: first, narration: 'New.', imagePrompt: 'A pond.', seed: 1 },
    ]);
    expect(added.scenes[1]).toMatchObject({
      voiceKey: null,
      pictureKey: null,
      segmentKey: null,
      error: null,
    });
    expect(todo(added)[1]).toBe('voice picture segment');
  });

  it('shows the old until the new is there', () => {
    const edited = wantedAfter(video, [
      { kind: 'set-scene', scene: first, change: { narration: 'Other words.' } },
    ]);
    expect(edited.scenes[0]).toMatchObject({
      voiceKey: video.scenes[0]?.voiceKey,
      narration: 'Other words.',
    });
    expect(todo(edited)[0]).toContain('voice');
  });

  it('finds a copy’s voice and picture among the takes', () => {
    const copied = wantedAfter(
      video,
      [{ kind: 'duplicate-scene', scene: second, id: newId(1) }],
      shelfOf(video),
    );
    expect(copied.scenes[2]).toMatchObject({
      pictureKey: video.scenes[1]?.pictureKey,
      voiceKey: video.scenes[1]?.voiceKey,
      words: video.scenes[1]?.words,
    });
    expect(planVideo(copied, CONTEXT).scenes.every(({ voice, picture }) => !voice && !picture)).toBe(true);
  });

  it('finds all again that an edit and its way back made', () => {
    const edit: Edit = { kind: 'set-scene', scene: first, change: { narration: 'Other words.', seed: 77 } };
    const edited = madeOf(wantedAfter(video, [edit]));
    const back = settleVideo(edited, storyboardOf(video), shelfOf(video, edited), CONTEXT);
    expect(todo(back)).toEqual(['', '', '']);
    expect(back.scenes).toEqual(video.scenes);
  });

  it('takes an earlier picture back', () => {
    const again = madeOf(wantedAfter(video, [{ kind: 'draw-again', scene: first, seed: 5, remark: null }]));
    const hash = video.scenes[0]?.pictureHash ?? '';
    const edit: Edit = { kind: 'set-scene', scene: first, change: { picture: { from: 'take', hash } } };
    const back = wantedAfter(again, [edit], shelfOf(video, again));
    expect(back.scenes[0]).toMatchObject({ pictureKey: video.scenes[0]?.pictureKey, pictureHash: hash });
    expect(planVideo(back, CONTEXT).scenes[0]?.picture).toBe(false);
  });

  it('gives a title that was changed for the author’s own', () => {
    expect(wantedAfter(video, [{ kind: 'set-film', title: 'Mine' }])).toMatchObject({ titleGiven: true });
    expect(wantedAfter(video, [{ kind: 'set-film', options: { captions: 'big' } }]).titleGiven).toBe(false);
  });

  describe('with a picture that was given up', () => {
    const error = { code: 'refused', message: 'It was refused.', hint: 'Change it.', retryable: false };
    const flawed = {
      ...video,
      scenes: video.scenes.map((scene) =>
        scene.id === first ? { ...scene, pictureKey: null, pictureHash: null, error } : scene,
      ),
    };

    it('leaves it at that while the same one is wanted', () => {
      const edited = wantedAfter(flawed, [
        { kind: 'set-scene', scene: first, change: { narration: 'Other.' } },
      ]);
      expect(edited.scenes[0]?.error).toEqual(error);
      expect(planVideo(edited, CONTEXT).scenes[0]?.picture).toBe(false);
    });

    it('asks for another one as soon as one is wanted', () => {
      for (const edit of [
        { kind: 'draw-again', scene: first, seed: 5, remark: null },
        { kind: 'set-scene', scene: first, change: { imagePrompt: 'Something milder.' } },
        { kind: 'set-film', options: { style: 'watercolor' } },
      ] as const) {
        const edited = wantedAfter(flawed, [edit]);
        expect(edited.scenes[0]?.error).toBeNull();
        expect(planVideo(edited, CONTEXT).scenes[0]?.picture).toBe(true);
      }
    });

    it('has an earlier one where that is taken', () => {
      const hash = video.scenes[1]?.pictureHash ?? '';
      const edit: Edit = { kind: 'set-scene', scene: first, change: { picture: { from: 'take', hash } } };
      const edited = wantedAfter(flawed, [edit], shelfOf(video));
      expect(edited.scenes[0]).toMatchObject({ error: null, pictureKey: video.scenes[1]?.pictureKey });
    });
  });
});
