import { rm } from 'node:fs/promises';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';

/** Decodes every frame and sample of a film. @throws StoryError where one cannot be */
export async function decodeWhole(film: string): Promise<void> {
  const small = `${film}.small.mp4`;
  await runFfmpeg('ffmpeg', [
    ...['-xerror', '-err_detect', 'explode', '-i', film, '-vf', 'scale=64:64'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'libfdk_aac', '-y', small],
  ]);
  await rm(small);
}
