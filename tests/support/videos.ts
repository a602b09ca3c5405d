import type { ShelvedVideo } from '#jobs/db/video-shelf.server.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import type { PlanContext } from '#jobs/story/film/plan.ts';
import { UNTOUCHED } from '#jobs/story/film/scene-content.ts';
import { attentionOf, factsOf, type Scene, type Video } from '#jobs/story/film/video.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';

/** A scene of which nothing has been made yet. */
export function sceneOf(position: number, patch: Partial<Scene> = {}): Scene {
  return {
    id: `00000000-0000-4000-8000-00000000010${position}`,
    position,
    narration: `This is sentence ${position}.`,
    imagePrompt: `A fox in a meadow, picture ${position}.`,
    seed: 100 + position,
    voiceHash: null,
    voiceKey: null,
    words: null,
    durationMs: null,
    pictureHash: null,
    pictureKey: null,
    pictureLayers: null,
    reading: null,
    segmentHash: null,
    segmentKey: null,
    error: null,
    voiceError: null,
    note: null,
    wordTiming: null,
    ...UNTOUCHED,
    ...patch,
  };
}

/** A scene with voice and picture. */
export function readyScene(position: number, patch: Partial<Scene> = {}): Scene {
  return sceneOf(position, {
    voiceKey: `v/voice-${position}.wav`,
    words: [
      { text: 'This', startMs: 100, endMs: 400 },
      { text: 'is.', startMs: 400, endMs: 900 },
    ],
    durationMs: 2000,
    pictureKey: `v/picture-${position}.jpg`,
    ...patch,
  });
}

/** A video in the middle of its making. */
export function videoOf(patch: Partial<Video> = {}): Video {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    title: 'The Fox',
    titleGiven: false,
    story: 'This is a story.',
    // As the script leaves them.
    options: videoOptionsSchema.parse({ style: 'papercut' }),
    mood: 'calm',
    status: 'script_generated',
    error: null,
    note: null,
    takenUp: [],
    revision: 1,
    fence: 1,
    held: false,
    waits: false,
    activity: null,
    framesDone: 0,
    framesTotal: 0,
    filmHash: null,
    filmKey: null,
    audioKey: null,
    posterKey: null,
    srtKey: null,
    vttKey: null,
    durationMs: null,
    createdAt: new Date('2026-01-01T00:00:00Z'),
    updatedAt: new Date('2026-01-01T00:00:00Z'),
    completedAt: null,
    scenes: [],
    ...patch,
  };
}

/** A video as the home page's shelf has it. */
export function shelvedVideo(patch: Partial<ShelvedVideo> = {}): ShelvedVideo {
  const video = videoOf();
  const { id, title, options, posterKey, durationMs, createdAt } = video;
  const counted = { facts: factsOf(video), attention: attentionOf(video) };
  return {
    ...{ id, title, options, posterKey, durationMs, createdAt },
    ...counted,
    opening: video.story,
    pictureKey: null,
    foldedTitle: title.toLowerCase(),
    filmKey: null,
    shareToken: null,
    relatives: 0,
    ...patch,
  };
}

/** What a plan knows of engines in tests that ask none. */
export function planContextOf(patch: Partial<PlanContext> = {}): PlanContext {
  const engine = (model: string) => ({ name: 'builtin', model });
  return {
    engines: { script: engine('s-1'), speech: engine('v-1'), pictures: engine('p-1'), music: engine('m-1') },
    compositionVersion: 'c-1',
    fingerprint,
    ...patch,
  };
}
