import { describe, expect, it } from 'vitest';
import { previewOf } from '#app/video/editor/preview-props.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';
import { pictureHash, voiceHash } from '#jobs/story/film/plan.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { storyPropsSchema } from '#remotion/contract/story-props.ts';
import { planContextOf, readyScene, sceneOf, videoOf } from '#tests/support/videos.ts';

const context = planContextOf();

/** A video whose scenes have the voices and pictures that they want. */
function madeVideo(scenes: Scene[]): Video {
  const video = videoOf({ scenes });
  return {
    ...video,
    scenes: scenes.map((scene) => ({
      ...scene,
      voiceHash: voiceHash(video, scene, context),
      pictureHash: pictureHash(video, scene, context),
    })),
  };
}

const changed = (video: Video, change: Partial<Scene>): Video => ({
  ...video,
  scenes: video.scenes.map((scene, position) => (position === 1 ? { ...scene, ...change } : scene)),
});

describe('the preview', () => {
  const video = madeVideo([readyScene(0), readyScene(1)]);

  it('is what the film’s contract asks for, with the site’s own addresses', () => {
    const { props, lengths } = previewOf(video, context, mediaUrl);
    expect(storyPropsSchema.parse(props)).toEqual(props);
    expect(props?.scenes[1]).toMatchObject({
      audioUrl: '/media/v/voice-1.wav',
      shot: { pictureUrl: '/media/v/picture-1.jpg', seed: 101 },
    });
    expect(lengths).toEqual([2000, 2000]);
  });

  it('shows new words at a reader’s pace, without the voice that says the old ones', () => {
    const { props, lengths } = previewOf(
      changed(video, { narration: 'Quite other words now.' }),
      context,
      mediaUrl,
    );
    expect(props?.scenes[1]?.audioUrl).toBeNull();
    expect(props?.scenes[1]?.words.map(({ text }) => text)).toEqual(['Quite', 'other', 'words', 'now.']);
    expect(props?.scenes[0]?.audioUrl).toBe('/media/v/voice-0.wav');
    expect(lengths[1]).toBeGreaterThanOrEqual(2000);
  });

  it('dims a picture that is to be drawn anew', () => {
    const { props } = previewOf(changed(video, { imagePrompt: 'A wolf.' }), context, mediaUrl);
    expect(props?.scenes.map(({ shot }) => shot.isDimmed)).toEqual([undefined, true]);
  });

  it('shows a scene of which there is nothing yet', () => {
    const { props } = previewOf({ ...video, scenes: [...video.scenes, sceneOf(2)] }, context, mediaUrl);
    expect(props?.scenes[2]).toMatchObject({ audioUrl: null, shot: { pictureUrl: null } });
  });
});
