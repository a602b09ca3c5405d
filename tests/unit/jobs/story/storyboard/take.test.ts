import { describe, expect, it } from 'vitest';
import { TakeShelf, takeSchemas, takesOf } from '#jobs/story/storyboard/take.ts';
import { madeVideo, shelfOf } from '#tests/support/storyboards/made-videos.ts';
import { sceneOf } from '#tests/support/videos.ts';

const video = madeVideo(2);
const scene = video.scenes[0] as (typeof video.scenes)[number];

describe('takes', () => {
  it('are what a scene holds, by the name of what it was made of', () => {
    const takes = takesOf(scene);
    expect(takes.map(({ kind, hash, sceneId }) => [kind, hash, sceneId])).toEqual([
      ['voice', scene.voiceHash, scene.id],
      ['picture', scene.pictureHash, scene.id],
      ['segment', scene.segmentHash, scene.id],
    ]);
    for (const { kind, made } of takes)
      expect(takeSchemas[kind].parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
  });

  it('are not of what is half made', () => {
    expect(takesOf(sceneOf(0))).toEqual([]);
    expect(takesOf({ ...scene, words: null, pictureKey: null, segmentKey: null })).toEqual([]);
  });

  it('are found by kind and name', () => {
    const shelf = shelfOf(video);
    expect(shelf.find('voice', scene.voiceHash ?? '')).toMatchObject({ voiceKey: scene.voiceKey });
    expect(shelf.find('picture', scene.voiceHash ?? '')).toBeNull();
    expect(new TakeShelf([]).find('segment', scene.segmentHash ?? '')).toBeNull();
  });

  it('show a scene’s pictures, newest first, and no other scene’s', () => {
    const again = { ...video, scenes: [{ ...scene, pictureHash: 'again', pictureKey: 'v/again.jpg' }] };
    const shelf = shelfOf(video, again);
    expect(shelf.picturesOf(scene.id).map(({ hash }) => hash)).toEqual(['again', scene.pictureHash]);
    expect(shelf.picturesOf('nobody')).toEqual([]);
  });
});
