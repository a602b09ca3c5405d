import { captionGrouping, captionPages } from '#remotion/captions/captions.ts';
import { percentile } from './percentile';

const RUNS = 20;
const WORDS = 600;

/** How long a sentence without an end is grouped into captions, ms; a browser does it for every segment. */
export function measureCaptions(): Record<string, number> {
  const words = Array.from({ length: WORDS }, (_, at) => ({
    text: `word${at}`,
    startMs: at * 300,
    endMs: at * 300 + 280,
  }));
  const times = Array.from({ length: RUNS }, () => {
    const startedAt = performance.now();
    captionPages(words, captionGrouping('subtle', '16:9'));
    return performance.now() - startedAt;
  });
  return {
    words: WORDS,
    groupP50Ms: Math.round(percentile(times, 50) * 10) / 10,
    groupP95Ms: Math.round(percentile(times, 95) * 10) / 10,
  };
}
