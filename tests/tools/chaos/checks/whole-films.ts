import { join } from 'node:path';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import { probe } from '#jobs/render/ffmpeg/probe.server.ts';
import { FPS } from '#remotion/contract/story-props.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import type { VideoRecord } from './records';

/** Decodes picture and sound to their ends. */
const TO_NOWHERE = ['-map', '0', '-c:v', 'rawvideo', '-c:a', 'pcm_s16le', '-f', 'null', '-'];

/** Films that do not open, do not decode to their end, or have another length than their scenes, by a frame at most. */
export async function brokenFilms(videos: readonly VideoRecord[], mediaDir: string): Promise<string[]> {
  const broken: string[] = [];
  for (const { id, status, filmKeys, scenes } of videos) {
    const [filmKey] = filmKeys;
    if (status !== 'completed' || !filmKey) continue;
    const file = join(mediaDir, filmKey);
    try {
      const { video, audio } = await probe(file);
      await runFfmpeg('ffmpeg', ['-xerror', '-y', '-i', file, ...TO_NOWHERE]);
      const wanted = scenes.reduce((sum, { durationMs }) => sum + sceneFrames(durationMs ?? 0), 0);
      const frames = video?.frames ?? 0;
      if (Math.abs(frames - wanted) > 1)
        broken.push(`the film of ${id} has ${frames} frames, its scenes ${wanted}`);
      const heard = ((audio?.durationMs ?? 0) / 1000) * FPS;
      if (Math.abs(heard - wanted) > 2)
        broken.push(`the film of ${id} is heard for ${Math.round(heard)} frames of ${wanted}`);
    } catch (error) {
      broken.push(`the film of ${id} does not open: ${error instanceof Error ? error.message : error}`);
    }
  }
  return broken;
}
