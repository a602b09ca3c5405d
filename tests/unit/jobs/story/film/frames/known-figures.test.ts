import { describe, expect, it } from 'vitest';
import { expectedFilm } from '#jobs/story/film/checks/expected-film.ts';
import { isBlinking, knownFaces, knownFigures } from '#jobs/story/film/frames/known-figures.ts';
import type { SceneLayer } from '#jobs/story/film/scene-layers.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { coverMoments } from '#jobs/story/post/covers/cover-moments.ts';
import { readyScene, videoOf } from '#tests/support/videos.ts';

/** A scene of four seconds with a figure, as a part of the frame with its bleed, and its eyes. */
function sceneWith(figure: SceneLayer['box'], eyes?: SceneLayer['box']) {
  const layer = (life: SceneLayer['life'], box?: SceneLayer['box']): SceneLayer => ({
    ...{ key: `v/${life}.webp`, depth: 0.5, life },
    ...(box && { box }),
  });
  const pictureLayers = [
    layer('still'),
    ...(figure ? [layer('breathe', figure)] : []),
    ...(eyes ? [layer('blink', eyes)] : []),
  ];
  const scenes = [0, 1].map((at) => readyScene(at, { durationMs: 4000, pictureLayers }));
  const options = videoOptionsSchema.parse({ style: 'papercut' });
  const film = expectedFilm(videoOf({ scenes, options }));
  const segment = film?.segments[1];
  if (!film || !segment) throw new Error('The film is not whole.');
  return { segment, segments: film.segments };
}

const MIDDLE = { x: 0.35, y: 0.3, width: 0.3, height: 0.4 };
const AT_EDGE = { x: 0.75, y: 0.3, width: 0.25, height: 0.4 };
const EYES = { x: 0.45, y: 0.35, width: 0.1, height: 0.05 };

describe('figures that are known', () => {
  it('are where their layer stands, and none where there is none', () => {
    const [figure] = knownFigures(sceneWith(MIDDLE).segment, 60);
    expect(figure?.left).toBeGreaterThan(0.2);
    expect((figure?.left ?? 1) + (figure?.width ?? 1)).toBeLessThan(0.8);
    expect(knownFigures(sceneWith(undefined).segment, 60)).toEqual([]);
    expect(knownFaces(sceneWith(MIDDLE).segment, 60)).toEqual([]);
  });

  it('have faces that stay where they are whether they blink or not, which they do now and then', () => {
    const { segment } = sceneWith(MIDDLE, EYES);
    const frames = Array.from({ length: 110 }, (_, at) => at);
    const shut = frames.filter((frame) => isBlinking(segment, frame));
    expect(shut.length).toBeGreaterThan(0);
    expect(shut.length).toBeLessThan(12);
    expect(frames.every((frame) => knownFaces(segment, frame).length === 1)).toBe(true);
  });
});

describe('moments with figures', () => {
  const seen = (segments: ReturnType<typeof sceneWith>['segments']) =>
    new Set(coverMoments(segments).map(({ figures }) => figures));

  it('are those in which nobody blinks and all of them are to be seen', () => {
    expect(seen(sceneWith(MIDDLE, EYES).segments)).toEqual(new Set(['whole']));
  });

  it('are told from those in which somebody is cut off, and in which nobody is known', () => {
    expect(seen(sceneWith(AT_EDGE).segments)).toEqual(new Set(['spoilt']));
    expect(seen(sceneWith(undefined).segments)).toEqual(new Set(['none']));
  });
});
