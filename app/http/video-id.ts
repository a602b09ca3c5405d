import { ApiFault } from './api-fault';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Checks a video's id as it came in.
 * @throws ApiFault 400 when it is missing or cannot be one.
 */
export function readVideoId(value: unknown): string {
  if (typeof value === 'string' && UUID.test(value)) return value.toLowerCase();
  const isMissing = value === undefined || value === null || value === '';
  throw new ApiFault(400, {
    code: isMissing ? 'missing_video_id' : 'invalid_video_id',
    message: isMissing ? 'The request does not say which video is meant.' : 'This is not the id of a video.',
    hint: 'Send the videoId that POST /api/generate-script answered with.',
  });
}
