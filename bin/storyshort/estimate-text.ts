import type { EstimateAnswer } from '#bin/client/api-client.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';

/** What stories would become, in a line. Pure. */
export function estimateText({ films, words, durationMs, usd }: EstimateAnswer): string {
  const minutes = Math.max(1, Math.round(durationMs / 60_000));
  return `${films} ${films === 1 ? 'story' : 'stories'} of ${words} words, about ${minutes} min of film, ${usd > 0 ? `about ${formatUsd(usd)}` : 'free'}`;
}
