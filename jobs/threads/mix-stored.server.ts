import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';
import type { Loudness } from '#jobs/sound/audio/loudness.ts';
import { FILM_SAMPLE_RATE, mixFilm } from '#jobs/sound/audio/mix.ts';
import { type WavSource, wavPieces } from '#jobs/sound/audio/wav.ts';
import type { SoundTasks, StoredWav } from '#jobs/sound/sound-tasks.ts';

/**
 * Mixes a film's sound into a file, see `mixFilm`. Files of sounds are read when their turn comes, and the result is
 * written piece by piece: of a long film each is large.
 */
export async function mixStored({
  scenes,
  bed,
  file,
  ...rest
}: SoundTasks['mixFilm']['request']): Promise<Loudness> {
  const { channels, ...loudness } = mixFilm({
    ...rest,
    scenes: scenes.map(({ voice, clip, ...scene }) => ({
      ...scene,
      voice: voice === null ? null : sourceOf(voice),
      ...(clip && { clip: { ...clip, wav: sourceOf(clip.wav) } }),
    })),
    bed: bed === null ? null : sourceOf(bed),
  });
  await writingToDisk(async () => {
    const target = await open(file, 'w');
    try {
      for (const piece of wavPieces({ sampleRate: FILM_SAMPLE_RATE, channels }))
        await target.writeFile(piece);
    } finally {
      await target.close();
    }
  });
  return loudness;
}

function sourceOf(stored: StoredWav): WavSource {
  return typeof stored === 'string' ? () => readFileSync(stored) : stored;
}
