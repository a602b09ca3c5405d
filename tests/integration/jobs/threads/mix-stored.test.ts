import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mixFilm } from '#jobs/sound/audio/mix.ts';
import { encodeWav } from '#jobs/sound/audio/wav.ts';
import type { SoundTasks } from '#jobs/sound/sound-tasks.ts';
import { mixStored } from '#jobs/threads/mix-stored.server.ts';
import { ThreadPool } from '#jobs/threads/pool.server.ts';
import { babble, sine } from '#tests/unit/jobs/sound/audio/signals.ts';

const wav = (...channels: Float32Array[]) => encodeWav({ sampleRate: 48_000, channels });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-mix-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('a film sounds the same from files as from bytes', async () => {
  const sounds = {
    voice: wav(babble(2, -20)),
    clip: wav(sine({ frequency: 500, levelDb: -20, seconds: 2 })),
    bed: wav(sine({ frequency: 220, levelDb: -24, seconds: 4 })),
  };
  const paths = { voice: '', clip: '', bed: '' };
  for (const name of ['voice', 'clip', 'bed'] as const) {
    paths[name] = join(folder, `${name}.wav`);
    await writeFile(paths[name], sounds[name]);
  }
  const filmOf = <Wav>({ voice, clip, bed }: Record<keyof typeof sounds, Wav>) => ({
    scenes: [
      { voice, clip: { wav: clip, startMs: 0, place: 'under' as const }, startMs: 0, durationMs: 2000 },
      { voice: null, startMs: 2000, durationMs: 2000 },
    ],
    bed,
    durationMs: 4000,
  });
  const { channels, ...loudness } = mixFilm(filmOf(sounds));
  const file = join(folder, 'film.wav');
  expect(await mixStored({ ...filmOf(paths), file })).toEqual(loudness);
  const written = await readFile(file);
  expect(written.equals(encodeWav({ sampleRate: 48_000, channels }))).toBe(true);
  expect(await mixStored({ ...filmOf<Uint8Array>(sounds), file })).toEqual(loudness);
  expect((await readFile(file)).equals(written)).toBe(true);
});

it('a sound whose file is gone is said', async () => {
  const scenes = [{ voice: join(folder, 'gone.wav'), startMs: 0, durationMs: 1000 }];
  const film = { scenes, bed: null, durationMs: 1000, file: join(folder, 'none.wav') };
  await expect(mixStored(film)).rejects.toThrow('ENOENT');
  expect(await readdir(folder)).not.toContain('none.wav');
});

it.runIf(process.platform === 'linux')('a disk that is full is told as one', async () => {
  const film = { scenes: [], bed: null, durationMs: 1000, file: '/dev/full' };
  await expect(mixStored(film)).rejects.toMatchObject({ code: 'disk_full' });
});

it.runIf(process.platform === 'linux')(
  'what goes wrong in a worker’s thread is told outside as what it is',
  async () => {
    const entry = new URL('../../../../jobs/work/thread-tasks.ts', import.meta.url);
    const threads = new ThreadPool<SoundTasks>(entry, { threads: 1 });
    try {
      const film = { scenes: [], bed: null, durationMs: 1000, file: '/dev/full' };
      const mixing = threads.run('mixFilm', film, new AbortController().signal);
      await expect(mixing).rejects.toMatchObject({ code: 'disk_full', retryable: true });
    } finally {
      await threads.close();
    }
  },
);
