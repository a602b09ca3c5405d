import { describe, expect, it } from 'vitest';
import { sampleStory } from '#remotion/contract/sample-story.ts';
import { segmentPropsSchema, storyPropsSchema } from '#remotion/contract/story-props.ts';
import { segmentProps } from '#remotion/contract/story-segments.ts';

describe('sampleStory', () => {
  it('is a valid story whose words lie within their scenes', () => {
    const story = storyPropsSchema.parse(sampleStory());
    for (const scene of story.scenes) {
      for (const word of scene.words) expect(word.endMs).toBeLessThan(scene.durationMs);
    }
  });
});

describe('segmentProps', () => {
  const story = sampleStory();

  it('gives each scene what it and its transition need, and no more', () => {
    const [first, second, third] = story.scenes.map((_, index) =>
      segmentPropsSchema.parse(segmentProps(story, index)),
    );
    expect(first).toMatchObject({ previousShot: null, title: story.title, isLast: false });
    expect(second).toMatchObject({ previousShot: story.scenes[0]?.shot, title: null, isLast: false });
    expect(third).toMatchObject({ previousShot: story.scenes[1]?.shot, title: null, isLast: true });
    expect(second?.scene).not.toHaveProperty('audioUrl');
  });

  it('does not change with anything but its own scene and the shot before', () => {
    const other = sampleStory();
    const last = other.scenes[2];
    if (last) last.words = [];
    expect(segmentProps(other, 1)).toEqual(segmentProps(story, 1));
  });

  it('refuses a scene that is not there', () => {
    expect(() => segmentProps(story, 3)).toThrow(RangeError);
  });
});
