import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { musicAudition, voiceAudition } from '#app/create/sound/auditions.ts';
import { ROOT } from '#bin/setup/install.mjs';
import type { TaskRunner } from '#jobs/ports/task-runner.ts';
import { MUSIC_MOODS, VOICE_CHOICES } from '#jobs/story/order/options.ts';
import { builtinProviders } from '#jobs/studio/engines.server.ts';
import type { StudioTasks } from '#jobs/studio/studio-tasks.ts';

const FOLDER = join(ROOT, 'public', 'auditions');
/** Engines are asked for their names alone. */
const idle: TaskRunner<StudioTasks> = {
  run: () => Promise.reject(new Error('Nothing is made here.')),
};

describe('auditions', () => {
  it('are there for every voice and mood of ours, and for nothing else', async () => {
    const urls = [...VOICE_CHOICES.map(voiceAudition), ...MUSIC_MOODS.map(musicAudition)];
    const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.mp3'));
    expect(urls.flatMap((url) => url?.replace('/auditions/', '') ?? []).sort()).toEqual(files.sort());
    expect(['auto', 'none', 'own'].map(musicAudition)).toEqual([null, null, null]);
  });

  it('were made by the engines of today: `npm run auditions` makes them again', async () => {
    const { speech, music } = builtinProviders(idle);
    const madeBy = JSON.parse(await readFile(join(FOLDER, 'made-by.json'), 'utf8'));
    expect(madeBy).toEqual({ voice: speech.identity.model, music: music.identity.model });
  });
});
