import { captionGrouping, captionPages } from '#remotion/captions/captions.ts';
import { type Figures, rounded } from './figures';
import { percentile } from './percentile';

const RUNS = 20;
const WORDS = 600;

/** How long a sentence without an end is grouped into captions, ms; the painter does it for every scene. */
export function measureCaptions(): Figures {
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
    groupP50Ms: rounded(percentile(times, 50), 1),
    groupP95Ms: rounded(percentile(times, 95), 1),
  };
}
