import { describe, expect, it } from 'vitest';
import { composePrompt } from '#jobs/providers/openai/picture/picture-prompt.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import { leaderOf } from '#jobs/story/film/picture-cast.ts';
import { type PlanContext, pictureHash } from '#jobs/story/film/plan.ts';
import { sceneOf, videoOf } from '#tests/support/videos.ts';

const BIBLE = { world: 'a village', palette: 'amber', light: 'low sun' };
const FOX = { name: 'Fox', look: 'small and red' };
const engine = { name: 'openai', model: 'm' };
const context: PlanContext = {
  engines: { script: engine, speech: engine, pictures: engine, music: engine },
  followsReferences: true,
  compositionVersion: '1',
  fingerprint,
};

/** Scenes of a film; true for those that show the fox. */
function scenesWith(...shown: boolean[]) {
  return shown.map((isShown, position) =>
    sceneOf(position, { imagePrompt: composePrompt(`Scene ${position}`, isShown ? [FOX] : [], BIBLE) }),
  );
}

describe('the cast’s first picture', () => {
  it('is one of somebody who is in the scene, or none', () => {
    const member = (name: string) => ({ name, look: 'tall: with a hat. Calm' });
    const casts = [['Ada'], ['Bert'], ['Cleo', 'Bert'], ['Dan'], ['Ada', 'Bert'], []];
    const scenes = casts.map((names, position) =>
      sceneOf(position, { imagePrompt: composePrompt(`Scene ${position}`, names.map(member), BIBLE) }),
    );
    expect(scenes.map((scene) => leaderOf(scenes, scene, true)?.position ?? null)).toEqual([
      ...[null, null, 1, null, 0, null],
    ]);
  });

  it('is that of the first scene that shows anybody', () => {
    const scenes = scenesWith(false, true, false, true);
    const leaders = scenes.map((scene) => leaderOf(scenes, scene, true)?.position ?? null);
    expect(leaders).toEqual([null, null, null, 1]);
    expect(scenesWith(false, false).map((scene, _, all) => leaderOf(all, scene, true))).toEqual([null, null]);
  });

  it('leads none where the engine does not heed it', () => {
    const scenes = scenesWith(true, true);
    expect(scenes.map((scene) => leaderOf(scenes, scene, true)?.position)).toEqual([undefined, 0]);
    expect(scenes.map((scene) => leaderOf(scenes, scene, false))).toEqual([null, null]);
  });

  it('is part of what the later ones are made from, and of no others', () => {
    const video = videoOf({ scenes: scenesWith(true, false, true) });
    const changed = {
      ...video,
      scenes: video.scenes.map((scene) => (scene.position === 0 ? { ...scene, seed: 9 } : scene)),
    };
    const isSame = (by: PlanContext) =>
      video.scenes.map(
        (scene, at) =>
          pictureHash(video, scene, by) === pictureHash(changed, changed.scenes[at] ?? scene, by),
      );
    expect(isSame(context)).toEqual([false, true, false]);
    expect(isSame({ ...context, followsReferences: false })).toEqual([false, true, true]);
  });
});
