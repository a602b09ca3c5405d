/** `npm start` is killed while it makes a film: nothing of it goes on by itself, and the next start finishes the film. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from '#bin/client/api-client.ts';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { processesOf } from '#tests/support/processes/our-processes.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { judgeApp } from '../checks/judged-app';
import { SMALL_FILM } from '../house/chaos-house';
import { countBreak, noFindings, type Trial } from '../trial';

const STORY = 'A postman lost a letter. A crow found it. It was read at last.';
/** The longest that a start is let go on, ms: some are over the film by then. */
const LONGEST_MS = 9000;

export const launcherKills: Trial = {
  name: 'launcher',
  what: 'npm start is killed while it makes a film, and started again',
  rounds: { long: 6, short: 1 },
  run: async ({ rounds, random, say }) => {
    const findings = noFindings();
    const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-chaos-app-'));
    let app = await LaunchedApp.launch(dataDir);
    try {
      for (let round = 0; round < rounds; round += 1) {
        const story = `${STORY} It was number ${round + 1}.`;
        await new ApiClient(app.url).createVideo({ story, ...SMALL_FILM }, `launcher ${round}`);
        await new Promise((resolve) => setTimeout(resolve, random.range(0, LONGEST_MS)));
        await app.kill();
        countBreak(findings, 'launchers');
        say(`kill ${round + 1} of ${rounds}`);
        await waitFor('the end of site and worker', () =>
          processesOf(dataDir).every(({ command }) => command.includes('postgres')),
        );
        app = await LaunchedApp.launch(dataDir);
      }
      await judgeApp(dataDir, findings);
    } finally {
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
    return findings;
  },
};
