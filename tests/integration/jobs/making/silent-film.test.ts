import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo } from '#jobs/db/videos.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import type { Speaker } from '#jobs/ports/engines.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { measureWav } from '#tests/support/media/measure-wav.ts';
import { PAPER_RENDERER } from '#tests/support/paper-renderer.ts';
import { withSamePictures } from '#tests/support/same-pictures.ts';
import { draftOf } from '#tests/support/stories.ts';
import { STORIES_BY_LANGUAGE } from '#tests/support/stories-by-language.ts';
import { openTestWorkshop, type TestWorkshop } from '#tests/support/workshop.ts';

let test: TestWorkshop;
let video: Video;
const story = STORIES_BY_LANGUAGE.ar;

const nobody: Speaker = {
  identity: { name: 'nobody', model: 'nobody-1' },
  speak: () => Promise.reject(new Error('Nobody is to be asked.')),
};

describe('a film without a voice', () => {
  beforeAll(async () => {
    test = await openTestWorkshop({ renderer: PAPER_RENDERER });
    const id = crypto.randomUUID();
    const draft = draftOf(story, { voice: 'none', format: '1:1', style: 'silhouette' });
    await test.db.$transaction((tx) => createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }));
    const begun = await beginAttempt(test.db, id);
    if (!begun) throw new Error('There is nothing to work on.');
    const { providers } = withSamePictures(test.workshop);
    const signal = new AbortController().signal;
    await makeFilm({ ...test.workshop, providers: { ...providers, speech: nobody } }, begun, {
      signal,
      lastChance: false,
    });
    const found = await findVideo(test.db, id);
    if (!found) throw new Error('The video is gone.');
    video = found;
  });
  afterAll(() => test.close());

  it('is made of a right-to-left story without asking a speaker', () => {
    expect(video).toMatchObject({ status: 'completed', error: null });
    expect(video.scenes.every((scene) => scene.error === null)).toBe(true);
    const calls = test.db.providerCall.count({ where: { videoId: video.id, kind: 'voice' } });
    return expect(calls).resolves.toBe(0);
  });

  it('has music at the loudness of a whole film', async () => {
    const { integratedLufs, truePeakDb } = measureWav(await test.storage.read(video.audioKey ?? ''));
    expect(integratedLufs).toBeGreaterThan(-16);
    expect(integratedLufs).toBeLessThan(-14);
    expect(truePeakDb).toBeLessThan(-1);
  });

  it('gives each scene the time to read it', () => {
    for (const { words, durationMs } of video.scenes) {
      const lastMs = words?.at(-1)?.endMs ?? Number.POSITIVE_INFINITY;
      expect(durationMs).toBeGreaterThan(lastMs + 300);
      expect(durationMs).toBeGreaterThanOrEqual(2000);
    }
  });

  it('has the author’s words as captions, timed', async () => {
    const srt = new TextDecoder().decode(await test.storage.read(video.srtKey ?? ''));
    const said = srt
      .split('\n')
      .filter((line) => line !== '' && !/^\d+$/.test(line) && !line.includes('-->'))
      .join(' ');
    expect(said).toBe(story);
  });
});
