import { API_ROOT } from '#app/api/operation.ts';

/** Where a new video is, and with which status that is told: `200` where an earlier request has made it. */
export function madeVideo({ videoId, created }: { videoId: string; created: boolean }) {
  const videoUrl = `${API_ROOT}/videos/${videoId}`;
  return {
    status: created ? (201 as const) : (200 as const),
    body: { videoId, videoUrl, pageUrl: `/video/${videoId}` },
    location: videoUrl,
  };
}
