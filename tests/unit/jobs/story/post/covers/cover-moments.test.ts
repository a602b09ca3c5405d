import { describe, expect, it } from 'vitest';
import { expectedFilm } from '#jobs/story/film/checks/expected-film.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { coverMoments } from '#jobs/story/post/covers/cover-moments.ts';
import { framesToMs, TITLE_FRAMES } from '#remotion/contract/timing.ts';
import { readyScene, videoOf } from '#tests/support/videos.ts';

function momentsOf(count: number, durationMs = 4000) {
  const scenes = Array.from({ length: count }, (_, at) => readyScene(at, { durationMs }));
  const film = expectedFilm(videoOf({ scenes, options: videoOptionsSchema.parse({ style: 'papercut' }) }));
  if (!film) throw new Error('The film is not whole.');
  return { moments: coverMoments(film.segments), film };
}

describe('moments that may be a cover', () => {
  it('are clear of the title, of transitions and of the end', () => {
    const { moments, film } = momentsOf(4);
    expect(moments.length).toBeGreaterThan(8);
    for (const { atMs, scene } of moments) {
      const { startMs = 0, endMs = 0 } = film.scenes[scene] ?? {};
      expect(atMs).toBeGreaterThan(framesToMs(TITLE_FRAMES));
      expect(atMs).toBeGreaterThanOrEqual(startMs);
      expect(atMs).toBeLessThan(endMs);
      if (scene > 0) expect(atMs - startMs).toBeGreaterThanOrEqual(framesToMs(12));
      if (scene === 3) expect(endMs - atMs).toBeGreaterThan(framesToMs(15));
    }
  });

  it('are few of a long film, from all over it', () => {
    const { moments } = momentsOf(40);
    expect(moments).toHaveLength(24);
    expect(new Set(moments.map(({ scene }) => scene)).size).toBeGreaterThan(20);
  });

  it('are there of the shortest film, too', () => {
    expect(momentsOf(1, 700).moments).toHaveLength(1);
  });

  it('know whether a caption is to be seen', () => {
    const { moments } = momentsOf(3);
    const seen = new Set(moments.map(({ captions }) => captions));
    expect(seen).toContain('none');
    // The words end after 900 ms, and a caption stays for a moment.
    for (const { atMs, scene, captions } of moments)
      if (atMs - scene * 4000 > 1600) expect(captions).toBe('none');
  });
});
