import { describe, expect, it } from 'vitest';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import { segmentPropsOf, storyPropsOf } from '#jobs/story/film/film-props.ts';
import { filmHash, type PlanContext, pictureHash, segmentHash } from '#jobs/story/film/plan.ts';
import type { PictureChoice } from '#jobs/story/film/scene-content.ts';
import type { Scene } from '#jobs/story/film/video.ts';
import { segmentProps } from '#remotion/contract/story-segments.ts';
import { readyScene, videoOf } from '#tests/support/videos.ts';

const clip: Extract<PictureChoice, { from: 'clip' }> = {
  ...{ from: 'clip', hash: '0123456789abcdef01234567', durationMs: 4000, startMs: 500 },
  ...{ sound: 'under', hasSound: true, focus: { x: 0.5, y: 0.5 } },
};
const identity = { name: 'test', model: '1' };
const context: PlanContext = {
  engines: { script: identity, speech: identity, pictures: identity, music: identity },
  compositionVersion: 'look-1',
  fingerprint,
};
const clipScene = (patch: Partial<Scene> = {}) =>
  readyScene(0, { picture: clip, pictureKey: 'v/clip-abc.jpg', ...patch });
const propsOf = (scenes: Scene[], position: number) =>
  segmentPropsOf(videoOf({ scenes }), position, (key) => key);

describe('a scene with a clip', () => {
  it('is drawn from the film beside its still, from where the clip begins', () => {
    expect(propsOf([clipScene()], 0)?.scene.shot).toMatchObject({
      pictureUrl: 'v/clip-abc.jpg',
      clip: { url: 'v/clip-abc.mp4', startMs: 500 },
    });
    const late = { ...clip, startMs: 9000 };
    expect(propsOf([clipScene({ picture: late })], 0)?.scene.shot.clip?.startMs).toBe(3700);
  });

  it('shows the picture that is there while the clip is still to be made', () => {
    const shot = propsOf([clipScene({ pictureKey: 'v/picture-old.jpg' })], 0)?.scene.shot;
    expect(shot).toEqual({ pictureUrl: 'v/picture-old.jpg', seed: 100 });
  });

  it('goes on in the transition to the next scene from where it ended', () => {
    const scenes = [clipScene(), readyScene(1)];
    expect(propsOf(scenes, 1)?.previousShot?.clip).toMatchObject({ startMs: 500, playedFrames: 60 });
    const [first, second] = [0, 1].map((position) => propsOf(scenes, position)?.scene);
    if (!first || !second) throw new Error('There are no props.');
    const story = { title: '', format: '9:16', captionStyle: 'pop', scenes: [first, second] } as const;
    expect(segmentProps({ ...story, scenes: [...story.scenes] }, 1).previousShot?.clip?.playedFrames).toBe(
      60,
    );
  });

  it('is heard in the page’s preview as in the film, from where it is seen', () => {
    const soundOf = (patch: Partial<typeof clip>) =>
      storyPropsOf(videoOf({ scenes: [clipScene({ picture: { ...clip, ...patch } })] }), (key) => key)
        ?.scenes[0];
    expect(soundOf({})).toMatchObject({
      audioUrl: 'v/voice-0.wav',
      clipSound: { url: 'v/clip-abc.wav', startMs: 500, isUnder: true },
    });
    expect(soundOf({ sound: 'instead' })).toMatchObject({ audioUrl: null, clipSound: { isUnder: false } });
    expect(soundOf({ sound: 'off' })?.clipSound).toBeUndefined();
    expect(soundOf({ hasSound: false })?.clipSound).toBeUndefined();
  });

  it('keeps the next scene waiting for its length, unless the transition is a cut', () => {
    const scenes = [clipScene({ durationMs: null }), readyScene(1)];
    expect(propsOf(scenes, 1)).toBeNull();
    const { options } = videoOf();
    const cut = videoOf({ scenes, options: { ...options, transition: 'cut' } });
    expect(segmentPropsOf(cut, 1, (key) => key)).not.toBeNull();
  });

  it('is made anew for another focus or format, drawn anew for another start, and mixed anew for its sound', () => {
    const video = videoOf({ scenes: [clipScene({ voiceHash: 'v', segmentHash: 's' })] });
    const withClip = (patch: Partial<typeof clip>) => {
      const [scene] = video.scenes as [Scene];
      const changed = { ...scene, picture: { ...clip, ...patch } as PictureChoice };
      const other = { ...video, scenes: [changed] };
      return [pictureHash(other, changed, context), segmentHash(other, 0, context), filmHash(other, context)];
    };
    const [picture, segment, film] = withClip({});
    expect(withClip({ focus: { x: 0.2, y: 0.5 } })[0]).not.toBe(picture);
    expect(withClip({ startMs: 0 }).map((hash, at) => hash === [picture, segment, film][at])).toEqual([
      true,
      false,
      false,
    ]);
    expect(withClip({ sound: 'instead' }).map((hash, at) => hash === [picture, segment, film][at])).toEqual([
      true,
      true,
      false,
    ]);
  });
});
