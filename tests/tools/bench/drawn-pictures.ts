/** Draws twelve pictures in a process of its own and prints what they took: run by `pictures.ts`. */

import { PICTURE_STYLES } from '#jobs/story/order/options.ts';
import { openThreads } from '#jobs/work/open-threads.server.ts';

const PROMPTS = [
  'A girl with brown skin, long black hair and a red coat, walks in a forest on a fresh morning. Also to be seen: a lantern. Clear sky, calm mood, wide shot, composed to the left.',
  'An old man with fair skin, short white hair and a blue jumper, stands in a harbour at sunset. Also to be seen: a boat. Cloudy, tender mood, middle shot, composed to the right.',
  'A fox stands on a snowfield at night. Snow falls, magical mood, close shot, composed to the left.',
];

const threads = openThreads();
const { signal } = new AbortController();
const before = process.cpuUsage();
let drawn = 0;
for (const style of PICTURE_STYLES)
  for (const [at, prompt] of PROMPTS.entries()) {
    if (drawn === 12) break;
    await threads.run('drawLayers', { prompt, style, format: '9:16', seed: at + 1 }, signal);
    drawn += 1;
  }
const { user, system } = process.cpuUsage(before);
await threads.close();
process.stdout.write(
  JSON.stringify({
    pictures: drawn,
    cpuSecondsEach: Math.round((user + system) / drawn / 10_000) / 100,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
