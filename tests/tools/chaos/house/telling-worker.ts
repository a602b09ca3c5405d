/**
 * The worker as `npm run jobs` starts it, with its own engines and painter, but that it tells of each step, that its
 * clock jumps when it is told to, and that it dies of a word.
 */
import { readEnv } from '#jobs/env.server.ts';
import { lowerPriority } from '#jobs/threads/lower-priority.server.ts';
import { openWorkshop } from '#jobs/work/open-workshop.server.ts';
import { runWorker } from '#jobs/work/run-worker.server.ts';
import { DEADLY_WORD } from './deadly-word';
import { letClockJump } from './jumping-clock';
import type { Step } from './steps';
import { toldWorkshop } from './told-workshop';

lowerPriority();
letClockJump();
await runWorker(readEnv(), async (parts) => {
  const opened = await openWorkshop(parts);
  const tell = (step: Step, request: unknown) => {
    if (step === 'voice' && JSON.stringify(request).includes(DEADLY_WORD))
      process.kill(process.pid, 'SIGKILL');
    process.send?.({ type: 'step', step });
  };
  return { ...opened, workshop: toldWorkshop(opened.workshop, tell) };
});
