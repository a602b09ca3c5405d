import { describe, expect, it } from 'vitest';
import type { ToldProgress, ToolCall } from '#app/mcp/mcp-tool.ts';
import { type FilmStatus, followFilm } from '#app/mcp/tools/follow-film.ts';
import { statusView } from '#app/video/status-view.ts';
import { videoOf } from '#tests/support/videos.ts';

/** A film that is one thing after the other; the last one stays. */
function filmOf(...states: Partial<FilmStatus>[]) {
  const told: ToldProgress[] = [];
  let asked = 0;
  const call: Pick<ToolCall, 'ask' | 'tell'> = {
    ask: (async () => {
      const state = states[Math.min(asked, states.length - 1)];
      asked += 1;
      return { ...statusView(videoOf({})), ...state };
    }) as unknown as ToolCall['ask'],
    tell: async (progress) => {
      told.push(progress);
    },
  };
  return { call, told, asked: () => asked };
}

const making = (progress: number, stage: string): Partial<FilmStatus> => ({
  status: 'rendering',
  progress,
  stage,
});
const never = new AbortController().signal;

describe('a film that is followed', () => {
  it('is told with each change, rising also where it goes back, until it rests', async () => {
    const { call, told } = filmOf(
      making(20, 'a'),
      making(20, 'a'),
      making(80, 'b'),
      making(20, 'a'),
      making(81, 'c'),
      { status: 'completed', progress: 100, stage: 'Ready' },
    );
    const film = await followFilm({ ...call, signal: never }, 'id', 600);
    expect(film.status).toBe('completed');
    expect(told.map(({ message }) => message)).toEqual(['a', 'b', 'a', 'c']);
    expect(told.map(({ progress }) => progress)).toEqual([20, 80, 80.01, 81]);
    expect(told.every(({ total }) => total === 100)).toBe(true);
  });

  it.each([
    { status: 'completed' },
    { status: 'failed' },
    { status: 'cancelled' },
    { status: 'script_generated', isHeld: true },
  ] as const)('rests where it is %o, and is asked for once', async (state) => {
    const { call, told, asked } = filmOf(state);
    expect(await followFilm({ ...call, signal: never }, 'id', 600)).toMatchObject(state);
    expect([told, asked()]).toEqual([[], 1]);
  });

  it('is asked for once where there is no time', async () => {
    const { call, told, asked } = filmOf(making(20, 'a'));
    expect((await followFilm({ ...call, signal: never }, 'id', 0)).stage).toBe('a');
    expect([told, asked()]).toEqual([[], 1]);
  });

  it('is asked for no more where nobody wants to know', async () => {
    const { call, asked } = filmOf(making(20, 'a'));
    const gone = new AbortController();
    const following = followFilm({ ...call, tell: async () => gone.abort(), signal: gone.signal }, 'id', 600);
    await expect(following).rejects.toThrow();
    expect(asked()).toBe(1);
  });
});
