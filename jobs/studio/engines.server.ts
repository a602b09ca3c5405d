import type { Providers } from '#jobs/ports/engines.ts';
import type { TaskRunner } from '#jobs/ports/task-runner.ts';
import { VOICES } from '#jobs/story/order/voices.ts';
import type { StudioTasks } from './studio-tasks';

/**
 * The built-in studio: needs no key and no network, and gives the same result for the same request. A
 * change of an engine's output raises the number in its model, so that assets of the older one are made
 * anew when their scene is next worked on.
 */
export function builtinProviders(tasks: TaskRunner<StudioTasks>): Omit<Providers, 'wordTimer'> {
  return {
    script: {
      identity: { name: 'builtin', model: 'storyteller-6' },
      writeScript: (request, signal) => tasks.run('writeScript', request, signal),
    },
    speech: {
      identity: { name: 'builtin', model: 'flite-2' },
      speak: (request, signal) => tasks.run('speak', request, signal),
      voicesBeside: async (teller) =>
        VOICES.filter((voice) => voice !== teller.voice).map((voice) => ({ voice })),
    },
    pictures: {
      identity: { name: 'builtin', model: 'illustrator-3' },
      drawPicture: async (request, signal) => {
        const { flat, layers } = await tasks.run('drawLayers', request, signal);
        return { ...flat, layers };
      },
    },
    music: {
      identity: { name: 'builtin', model: 'bed-2' },
      composeBed: (request, signal) => tasks.run('composeBed', request, signal),
    },
  };
}
