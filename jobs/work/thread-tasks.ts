/**
 * The entry of a worker thread: the CPU-bound work of the built-in studio and of the sound track, kept off the
 * main thread so that the queue's heartbeat never waits for it.
 */
import type { EspeakTasks } from '#jobs/providers/espeak/finish-readings.ts';
import type { SoundTasks } from '#jobs/sound/sound-tasks.ts';
import type { StudioTasks } from '#jobs/studio/studio-tasks.ts';
import { performTasks } from '#jobs/threads/perform-tasks.ts';

export interface ThreadTasks extends StudioTasks, SoundTasks, EspeakTasks {}

/** Engines are loaded when they are first asked for: most threads never need most of them. */
export default performTasks<ThreadTasks>({
  writeScript: async (request) => (await import('#jobs/studio/storyteller/write.ts')).writeScript(request),
  speak: async (request) => (await import('#jobs/studio/narrator/speak.ts')).speak(request),
  drawLayers: async (request) =>
    (await import('#jobs/studio/illustrator/draw-layers.ts')).drawLayers(request),
  composeBed: async (request) => (await import('#jobs/studio/composer/bed.ts')).composeBed(request),
  mixFilm: async (request) => (await import('#jobs/sound/audio/mix.ts')).mixFilm(request),
  alignSounds: async ({ target, reference, referenceWords }) =>
    (await import('#jobs/sound/alignment/sound-alignment.ts')).alignSounds(target, reference, referenceWords),
  finishReadings: async (request) =>
    (await import('#jobs/providers/espeak/finish-readings.ts')).finishReadings(request),
});
