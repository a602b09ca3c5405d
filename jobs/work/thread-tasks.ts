/**
 * The entry of a worker thread: the CPU-bound work of the built-in studio and of the sound track, kept off the
 * main thread so that the queue's heartbeat never waits for it.
 */
import { Piscina } from 'piscina';
import type { EspeakTasks } from '#jobs/providers/system/finish-readings.ts';
import type { SoundTasks } from '#jobs/sound/sound-tasks.ts';
import type { StudioTasks } from '#jobs/studio/studio-tasks.ts';
import { performTasks } from '#jobs/threads/perform-tasks.ts';
import type { ThreadFacts } from '#jobs/threads/pool.server.ts';

export interface ThreadTasks extends StudioTasks, SoundTasks, EspeakTasks {}

const storyteller = () => import('#jobs/studio/storyteller/write.ts');
const narrator = () => import('#jobs/studio/narrator/speak.ts');
const illustrator = () => import('#jobs/studio/illustrator/draw-layers.ts');
const composer = () => import('#jobs/studio/composer/bed.ts');

// A thread that stays is ready for a film; one that does not may never need most of it.
if ((Piscina.workerData as ThreadFacts).isKept) void loadAll();

/** In the order in which a film needs them, one after the other: what is asked for meanwhile need not wait for all. */
async function loadAll(): Promise<void> {
  // What cannot be loaded says so when it is asked for.
  for (const load of [storyteller, illustrator, narrator, composer]) await load().catch(() => undefined);
}

/** Engines are loaded when they are first asked for. */
export default performTasks<ThreadTasks>({
  writeScript: async (request) => (await storyteller()).writeScript(request),
  speak: async (request) => (await narrator()).speak(request),
  drawLayers: async (request) => (await illustrator()).drawLayers(request),
  composeBed: async (request) => (await composer()).composeBed(request),
  mixFilm: async (request) => (await import('#jobs/threads/mix-stored.server.ts')).mixStored(request),
  alignSounds: async ({ target, reference, referenceWords }) =>
    (await import('#jobs/sound/alignment/sound-alignment.ts')).alignSounds(target, reference, referenceWords),
  finishReadings: async (request) =>
    (await import('#jobs/providers/system/finish-readings.ts')).finishReadings(request),
});
