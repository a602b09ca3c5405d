import { describe, expect, it } from 'vitest';
import { judgeAddress } from '#bin/doctor/judged-address.ts';
import { judgeDrawing, needsBrowser } from '#bin/doctor/judged-drawing.ts';
import { isAskedCheaply, judgeEngines, judgeTrial } from '#bin/doctor/judged-engines.ts';
import { judgeSpeech } from '#bin/doctor/judged-speech.ts';
import { readEnv } from '#jobs/env.server.ts';
import { offeredEngines } from '#jobs/work/offered-engines.ts';

const wrongIn = (findings: readonly { about: string; state: string }[]) =>
  findings.filter(({ state }) => state !== 'ok').map(({ about, state }) => `${about} ${state}`);

describe('the painter', () => {
  it.each([
    ['auto', true, false],
    ['auto', false, true],
    ['canvas', true, false],
    ['canvas', false, false],
    ['screenshots', true, true],
    ['lambda', false, false],
  ] as const)('%s, canvas %s: browser %s', (RENDER_ENGINE, hasCanvas, isNeeded) => {
    expect(needsBrowser({ RENDER_ENGINE }, hasCanvas)).toBe(isNeeded);
  });

  const WELL = {
    platform: 'linux-x64',
    hasCanvas: true,
    ffmpegVersion: '7.1',
    ffmpegWhy: '',
    browser: null,
    fontFiles: 400,
    missingFonts: [],
  };
  it.each([
    ['auto', {}, []],
    ['auto', { hasCanvas: false, browser: { path: '/usr/bin/chromium' } }, ['canvas note']],
    ['canvas', { hasCanvas: false }, ['canvas fault']],
    ['lambda', { hasCanvas: false }, []],
    ['screenshots', { browser: { path: null, why: 'None.', mend: 'get one' } }, ['browser fault']],
    ['auto', { ffmpegVersion: null, ffmpegWhy: 'It lacks a library.' }, ['encoder fault']],
    ['auto', { fontFiles: 0 }, ['fonts fault']],
    ['auto', { missingFonts: ['@fontsource-variable/noto-sans-jp'] }, ['fonts note']],
  ] as const)('%s with %o: %o', (RENDER_ENGINE, change, wrong) => {
    expect(wrongIn(judgeDrawing({ RENDER_ENGINE }, { ...WELL, ...change }))).toEqual(wrong);
  });
});

describe('voices', () => {
  const NONE = { espeak: null, festivalVoices: 0, models: [], hasEngine: false };
  it.each([
    [NONE, ['espeak-ng note', 'voices note']],
    [{ ...NONE, espeak: { version: '1.51', languages: 40 }, festivalVoices: 1 }, ['voices note']],
    [{ ...NONE, models: [{ name: 'amy', why: null }] }, ['espeak-ng note', 'voices note']],
    [{ ...NONE, models: [{ name: 'amy', why: null }], hasEngine: true }, ['espeak-ng note']],
    [
      {
        ...NONE,
        models: [
          { name: 'amy', why: null },
          { name: 'bo', why: 'files of it are missing' },
        ],
        hasEngine: true,
      },
      ['espeak-ng note', 'voices note'],
    ],
  ])('%o: %o', (sight, wrong) => {
    const findings = judgeSpeech(sight);
    expect(wrongIn(findings)).toEqual(wrong);
    for (const { state, mend } of findings) if (state !== 'ok') expect(mend).toBeTruthy();
  });
});

describe('the address', () => {
  it.each([
    [{}, []],
    [{ SITE_URL: 'http://localhost:4000' }, []],
    [{ HOST: '0.0.0.0' }, ['address fault', 'TLS note']],
    [{ HOST: '::' }, ['address fault', 'TLS note']],
    [{ HOST: '192.168.0.7' }, ['TLS note']],
    [{ HOST: '0.0.0.0', ALLOWED_HOSTS: 'films.local' }, ['TLS note']],
    [{ HOST: '0.0.0.0', SITE_URL: 'https://films.example.org' }, []],
    [{ SITE_URL: 'http://films.example.org' }, ['TLS note']],
    [{ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }, ['metrics note']],
    [{ METRICS_PORT: '9464' }, []],
    [{ METRICS_HOST: '0.0.0.0' }, []],
  ])('%o: %o', (settings, wrong) => {
    expect(wrongIn(judgeAddress(readEnv(settings)))).toEqual(wrong);
  });

  it('says whether people need accounts', () => {
    expect(judgeAddress(readEnv({}))[0]?.says).toContain('without accounts');
    expect(judgeAddress(readEnv({ SITE_URL: 'https://films.example.org' }))[0]?.says).toBe(
      'https://films.example.org, for whoever has an account (docs/accounts.md).',
    );
  });
});

describe('connected servers', () => {
  const KEY = 'sk-this-is-a-secret';
  const enginesOf = (settings: Record<string, string>) => offeredEngines(readEnv(settings).providers).engines;

  it('are told by their settings, never by their keys', () => {
    expect(judgeEngines(enginesOf({}))).toMatchObject([{ state: 'ok', about: 'servers' }]);
    const told = judgeEngines(enginesOf({ OPENAI_API_KEY: KEY }));
    expect(wrongIn(told)).toEqual([]);
    expect(told.map(({ about }) => about)).toContain('script');
    expect(JSON.stringify(told)).toContain('with a key');
    expect(JSON.stringify(told)).not.toContain(KEY);
  });

  it('that are named and do nothing are noted', () => {
    const told = judgeEngines(
      enginesOf({ OPENAI_BASE_URL: 'http://localhost:11434/v1', SCRIPT_MODEL: 'qwen3' }),
    );
    expect(told).toContainEqual({
      about: 'script',
      state: 'ok',
      says: 'qwen3 at localhost:11434, without a key.',
      mend: null,
    });
    expect(wrongIn(told)).toContain('image note');
  });

  it('are asked by themselves where that costs next to nothing', () => {
    const motion = { MOTION_BASE_URL: 'http://localhost:1/v1', MOTION_MODEL: 'sora-2', MOTION_PRICE: '0.10' };
    const engines = enginesOf({ ...motion, OPENAI_API_KEY: KEY });
    const asked = engines.filter(isAskedCheaply).map(({ capability }) => capability);
    expect(asked).toContain('script');
    expect(asked).not.toContain('motion');
    const clip = engines.find(({ capability }) => capability === 'motion');
    if (!clip) throw new Error('There is no motion.');
    expect(judgeTrial(clip, null)).toMatchObject({ state: 'note', mend: 'do it on the settings page' });
    expect(judgeTrial(clip, { ok: true, detail: 'It moves.', durationMs: 1 }).state).toBe('ok');
    const fault = { code: 'key_rejected', message: 'No.', hint: 'Mend the key.', retryable: false };
    expect(judgeTrial(clip, { ok: false, fault, durationMs: 1 })).toMatchObject({
      state: 'fault',
      mend: 'Mend the key.',
    });
  });
});
