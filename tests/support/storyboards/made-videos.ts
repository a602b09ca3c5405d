/** Videos of which everything was made, and their storyboards, to be edited. */
import { filmHash, type PlanContext, pictureHash, segmentHash, voiceHash } from '#jobs/story/film/plan.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { TakeShelf, takesOf } from '#jobs/story/storyboard/take.ts';
import { planContextOf, readyScene, videoOf } from '#tests/support/videos.ts';

/** Engines that are the same for every film. */
export const CONTEXT = planContextOf();

/** Id of a scene that is new to a film; other numbers, other scenes. */
export function newId(number: number): string {
  return `00000000-0000-4000-8000-${String(900_000 + number).padStart(12, '0')}`;
}

/** The same video with all that it still lacks, as if it was made; what it is made of names it. */
export function madeOf(video: Video, by: PlanContext = CONTEXT): Video {
  const made = video.scenes.map((scene): Scene => {
    const voice = voiceHash(video, scene, by);
    const picture = scene.picture.from === 'none' ? scene.pictureHash : pictureHash(video, scene, by);
    return {
      ...scene,
      ...(voice === scene.voiceHash ? {} : spoken(scene.narration, voice)),
      ...(picture === null || picture === scene.pictureHash ? {} : drawn(picture)),
    };
  });
  const assets = { ...video, scenes: made };
  const scenes = made.map((scene) => {
    const hash = segmentHash(assets, scene.position, by);
    return hash === scene.segmentHash
      ? scene
      : { ...scene, segmentHash: hash, segmentKey: `v/segment-${hash}.ts` };
  });
  const whole = { ...assets, scenes };
  return { ...whole, status: 'completed', filmHash: filmHash(whole, by), filmKey: 'v/film.mp4' };
}

/** What a scene has of a voice that was made. */
export function spoken(narration: string, hash: string): Partial<Scene> {
  const words = narration
    .split(' ')
    .map((text, at) => ({ text, startMs: 100 + at * 300, endMs: 380 + at * 300 }));
  // No two voices are equally long.
  const durationMs = 2000 + words.length * 300 + Number.parseInt(hash.slice(0, 8), 16) / 2 ** 32;
  return { voiceHash: hash, voiceKey: `v/voice-${hash}.wav`, words, durationMs, wordTiming: 'engine' };
}

/** What a scene has of a picture that was made. */
export function drawn(hash: string): Partial<Scene> {
  return { pictureHash: hash, pictureKey: `v/picture-${hash}.jpg`, pictureLayers: null, error: null };
}

/** A finished film of that many scenes. */
export function madeVideo(scenes = 3, patch: Partial<Video> = {}): Video {
  const bare = Array.from({ length: scenes }, (_, at) =>
    readyScene(at, { voiceKey: null, words: null, durationMs: null, pictureKey: null }),
  );
  return madeOf(videoOf({ scenes: bare, ...patch }));
}

/** The takes that these videos hold, the first the oldest. */
export function shelfOf(...videos: readonly Video[]): TakeShelf {
  const takes = videos.flatMap((video, at) =>
    video.scenes.flatMap(takesOf).map((take) => ({ ...take, at: new Date(2026, 0, 1 + at) })),
  );
  return new TakeShelf(takes);
}
