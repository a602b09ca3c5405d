import type { ThreadPool } from '../../threads/pool.server';
import type { Providers } from '../types';

/**
 * The built-in studio: needs no key and no network, and gives the same result for the same request. A
 * change of an engine's output raises the number in its model, so that assets of the older one are made
 * anew when their scene is next worked on.
 */
export function builtinProviders(threads: ThreadPool): Providers {
  return {
    script: {
      identity: { name: 'builtin', model: 'storyteller-2' },
      writeScript: (request, signal) => threads.run('writeScript', request, signal),
    },
    speech: {
      identity: { name: 'builtin', model: 'flite-1' },
      speak: (request, signal) => threads.run('speak', request, signal),
    },
    pictures: {
      identity: { name: 'builtin', model: 'illustrator-2' },
      drawPicture: (request, signal) => threads.run('drawPicture', request, signal),
    },
    music: {
      identity: { name: 'builtin', model: 'bed-1' },
      composeBed: (request, signal) => threads.run('composeBed', request, signal),
    },
  };
}
