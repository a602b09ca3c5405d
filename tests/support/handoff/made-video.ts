import { filmHash, type PlanContext, pictureHash, segmentHash, voiceHash } from '#jobs/story/film/plan.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { readyScene, videoOf } from '#tests/support/videos.ts';

/** A finished film: every asset is named as the machine's plan names it. */
export function madeVideo(context: PlanContext, patch: Partial<Video> = {}): Video {
  const id = patch.id ?? '00000000-0000-4000-8000-000000000001';
  const bare = videoOf({ scenes: [readyScene(0), readyScene(1), readyScene(2)], ...patch, id });
  const withScenes = (video: Video, change: (scene: Scene, position: number) => Partial<Scene>): Video => ({
    ...video,
    scenes: video.scenes.map((scene, position) => ({ ...scene, ...change(scene, position) })),
  });
  const withAssets = withScenes(bare, (scene) => {
    const [voice, picture] = [voiceHash(bare, scene, context), pictureHash(bare, scene, context)];
    const layer = { key: `${id}/picture-${picture}.layer-0.webp`, depth: 0, life: 'still' as const };
    const drawn = {
      pictureHash: picture,
      pictureKey: `${id}/picture-${picture}.jpg`,
      pictureLayers: scene.picture.from === 'drawn' ? [layer] : null,
    };
    return {
      ...{ voiceHash: voice, voiceKey: `${id}/voice-${voice}.wav`, wordTiming: 'engine' as const },
      ...(scene.picture.from === 'none' ? { pictureHash: null, pictureKey: null } : drawn),
    };
  });
  const withSegments = withScenes(withAssets, (_scene, position) => {
    const hash = segmentHash(withAssets, position, context);
    return { segmentHash: hash, segmentKey: `${id}/segment-${hash}.ts` };
  });
  const hash = filmHash(withSegments, context);
  return {
    ...withSegments,
    ...{ status: 'completed', filmHash: hash, filmKey: `${id}/film-${hash}.mp4` },
    ...{ audioKey: `${id}/audio-${hash}.wav`, posterKey: `${id}/poster-${hash}.jpg` },
    ...{ srtKey: `${id}/captions-${hash}.srt`, vttKey: `${id}/captions-${hash}.vtt`, durationMs: 6000 },
    completedAt: new Date('2026-01-02T00:00:00Z'),
  };
}

/** Names of all files that a video's rows speak of, below its folder. */
export function filesOf({ id, scenes, ...video }: Video): string[] {
  const { filmKey, audioKey, posterKey, srtKey, vttKey } = video;
  const ofScenes = scenes.flatMap(({ voiceKey, pictureKey, pictureLayers, segmentKey }) => [
    ...[voiceKey, pictureKey, segmentKey],
    ...(pictureLayers ?? []).map(({ key }) => key),
  ]);
  return [...new Set([...ofScenes, filmKey, audioKey, posterKey, srtKey, vttKey])].flatMap((key) =>
    key === null ? [] : [key.slice(id.length + 1)],
  );
}
