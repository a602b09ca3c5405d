import { describe, expect, it } from 'vitest';
import { readMotionSettings } from '#jobs/providers/motion/motion-settings.ts';
import { checkMotion, motionSeconds } from '#jobs/story/order/motion-service.ts';

const SET = { MOTION_BASE_URL: 'https://api.example.org/v1/', MOTION_MODEL: 'mover' };
const issuesOf = (variables: Record<string, string>) => {
  const read = readMotionSettings({ ...SET, ...variables });
  return read.ok ? [] : read.issues.map(({ variable }) => variable);
};

describe('the settings of a picture-to-video server', () => {
  it('are none where no server is named', () => {
    expect(readMotionSettings({ MOTION_MODEL: 'mover' })).toEqual({ ok: true, settings: null });
  });

  it('have good defaults', () => {
    expect(readMotionSettings(SET)).toEqual({
      ok: true,
      settings: {
        baseUrl: 'https://api.example.org/v1',
        apiKey: null,
        model: 'mover',
        protocol: 'videos',
        lengths: [4, 8, 12],
        secondUsd: null,
        concurrency: 2,
        perMinute: 10,
      },
    });
  });

  it.each([
    [{ MOTION_BASE_URL: 'ftp://x' }, 'MOTION_BASE_URL'],
    [{ MOTION_BASE_URL: 'http://me:secret@x/v1' }, 'MOTION_BASE_URL'],
    [{ MOTION_SECONDS: '4,many' }, 'MOTION_SECONDS'],
    [{ MOTION_SECONDS: '0' }, 'MOTION_SECONDS'],
    [{ MOTION_PROTOCOL: 'telegraph' }, 'MOTION_PROTOCOL'],
    [{ MOTION_PRICE: '-1' }, 'MOTION_PRICE'],
    [{ MOTION_API_KEY: 'two words' }, 'MOTION_API_KEY'],
  ])('say which variable is wrong: %j', (variables, variable) => {
    expect(issuesOf(variables as Record<string, string>)).toEqual([variable]);
  });

  it('need a model', () => {
    const read = readMotionSettings({ MOTION_BASE_URL: SET.MOTION_BASE_URL });
    expect(read).toMatchObject({ ok: false, issues: [{ variable: 'MOTION_MODEL' }] });
  });
});

describe('movement', () => {
  const service = { model: 'mover', lengths: [4, 8, 12], secondUsd: null };

  it.each([
    [2000, 4],
    [4000, 4],
    [4001, 8],
    [11_000, 12],
    [30_000, 12],
  ])('of a scene of %i ms is a clip of %i s', (ms, seconds) => {
    expect(motionSeconds(service, ms)).toBe(seconds);
  });

  it('cannot be chosen where nothing is connected', () => {
    expect(checkMotion({ motion: 'animated' }, null)?.code).toBe('motion_unavailable');
    expect(checkMotion({ motion: 'animated' }, service)).toBeNull();
    expect(checkMotion({ motion: 'camera' }, null)).toBeNull();
  });
});
