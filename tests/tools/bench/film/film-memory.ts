import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { ofLength } from '#tests/support/measured-stories.ts';
import { workerOf } from '#tests/support/processes/our-processes.ts';
import { type Figures, rounded } from '#tests/tools/bench/figures.ts';
import { untilWorking } from '#tests/tools/bench/measured-app.ts';
import { processRows, treeKb } from './process-tree';
import { watchFilm } from './watched-film';

/** Lengths of stories, UTF-16 units, for films of about half a minute and of five. */
const SHORT_LENGTH = 450;
const LONG_LENGTH = 4500;
const SAMPLE_MS = 250;

/**
 * The memory that a worker and all that it starts take at most while a film of five minutes is made, and while one of
 * half a minute is, each by a worker that has made none before. Only where the system tells it (Linux).
 */
export async function measureMemory(): Promise<Figures> {
  if (process.platform !== 'linux') {
    return { longPeakMegabytes: 'left out: this system does not tell what programs take' };
  }
  const short = await peakOf(SHORT_LENGTH);
  const long = await peakOf(LONG_LENGTH);
  return {
    shortFilmSeconds: rounded(short.filmMs / 1000),
    shortPeakMegabytes: Math.round(short.peakKb / 1024),
    longFilmSeconds: rounded(long.filmMs / 1000),
    longPeakMegabytes: Math.round(long.peakKb / 1024),
    longAgainstShort: rounded(long.peakKb / short.peakKb),
  };
}

async function peakOf(length: number): Promise<{ filmMs: number; peakKb: number }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-memory-'));
  const app = await LaunchedApp.launch(dataDir);
  try {
    await untilWorking(app.url);
    const worker = workerOf(dataDir);
    if (worker === null) throw new Error('There is no worker to be measured.');
    let peakKb = 0;
    const timer = setInterval(() => {
      peakKb = Math.max(peakKb, treeKb(worker, processRows()));
    }, SAMPLE_MS);
    const story = ofLength(SAMPLE_STORIES.map((sample) => sample.story).join('\n\n'), length);
    const { filmMs } = await watchFilm(app.url, { title: 'Memory', story }).finally(() =>
      clearInterval(timer),
    );
    return { filmMs, peakKb };
  } finally {
    await app.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
