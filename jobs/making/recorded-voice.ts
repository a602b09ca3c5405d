import type { Storage } from '#jobs/ports/storage.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { recordingKey } from '#jobs/story/film/own/own-files.ts';
import type { Recording } from '#jobs/story/film/scene-content.ts';

/** A person's own speech, as it was kept. @throws StoryError `recording_gone`, which no repetition mends */
export async function readRecording(
  storage: Storage,
  videoId: string,
  recording: Recording,
): Promise<Uint8Array> {
  const key = recordingKey(videoId, recording);
  if (await storage.has(key)) return storage.read(key);
  throw new StoryError({
    code: 'recording_gone',
    message: 'Your recording is not there any more.',
    hint: 'Record the scene again, or take the recording away to have it spoken.',
    retryable: false,
  });
}
