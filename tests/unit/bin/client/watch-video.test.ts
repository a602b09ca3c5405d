import { describe, expect, it } from 'vitest';
import { watchVideo } from '#bin/client/watch-video.ts';

const at = (status: string, progress: number, isHeld = false) => ({
  ...{ status, progress, isHeld, stage: status, cursor: String(progress), transitions: [] },
});

/** A site that gives these answers one after the other; an Error is one that cannot be had. */
function answering(...answers: (ReturnType<typeof at> | Error)[]) {
  const asked: string[] = [];
  const status = async (_id: string, since: string) => {
    asked.push(since);
    const answer = answers.shift();
    if (!answer) throw new Error('Nobody asks any more.');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { status, asked };
}

describe('a video that is watched', () => {
  it('is told at each change, to its end', async () => {
    const site = answering(at('pending', 5), at('pending', 5), at('rendering', 80), at('completed', 100));
    const seen: number[] = [];
    const end = await watchVideo(site, 'x', ({ progress }) => seen.push(progress), { pollMs: 0 });
    expect([end.status, seen, site.asked]).toEqual(['completed', [5, 80, 100], ['0', '5', '5', '80']]);
  });

  it('is at its end too where it waits for somebody', async () => {
    const end = await watchVideo(answering(at('script_generated', 20, true)), 'x', () => {}, { pollMs: 0 });
    expect(end.isHeld).toBe(true);
  });

  it('is watched on through troubles, as long as somebody says', async () => {
    const away = new Error('away');
    const site = answering(away, away, at('pending', 5), away, at('failed', 0));
    const times: number[] = [];
    const onTrouble = (_error: unknown, count: number) => times.push(count);
    const end = await watchVideo(site, 'x', () => {}, { pollMs: 0, onTrouble });
    expect([end.status, times]).toEqual(['failed', [1, 2, 1]]);
    await expect(watchVideo(answering(away), 'x', () => {}, { pollMs: 0 })).rejects.toBe(away);
  });

  it('is watched no more once it is said so', async () => {
    const stop = new AbortController();
    const site = answering(at('pending', 5), at('pending', 6));
    const watching = watchVideo(site, 'x', () => stop.abort(new Error('enough')), { signal: stop.signal });
    await expect(watching).rejects.toThrow('enough');
    expect(site.asked).toEqual(['0']);
  });
});
