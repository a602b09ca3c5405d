import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvError, readEnv, requireDatabaseUrl } from '#jobs/env.server.ts';

describe('the environment', () => {
  it('needs nothing', () => {
    expect(readEnv({})).toEqual({
      PORT: 4000,
      HOST: '127.0.0.1',
      SITE_URL: null,
      HOUSE_SECRET: null,
      ALLOWED_HOSTS: [],
      DATA_DIR: resolve('.data'),
      DATABASE_URL: null,
      WORKER_CONCURRENCY: 2,
      BROWSER_EXECUTABLE: null,
      LOG_LEVEL: 'info',
      VOICES_MIRROR: 'https://github.com/k2-fsa/sherpa-onnx/releases/download/tts-models',
      RENDER_ENGINE: 'auto',
      providers: [],
      caps: { perVideoUsd: 5, perDayUsd: null },
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '', LOG_LEVEL: '' })).toEqual(readEnv({}));
  });

  it('reads what is set', () => {
    expect(
      readEnv({ PORT: '8080', ALLOWED_HOSTS: ' a.example, B.example ,', WORKER_CONCURRENCY: '4' }),
    ).toMatchObject({
      PORT: 8080,
      ALLOWED_HOSTS: ['a.example', 'b.example'],
      WORKER_CONCURRENCY: 4,
    });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['WORKER_CONCURRENCY', '0'],
    ['LOG_LEVEL', 'loud'],
    ['OPENAI_BASE_URL', 'not an address'],
    ['MAX_COST_PER_DAY', 'plenty'],
    ['IMAGE_QUALITY', 'splendid'],
    ['DATABASE_URL', 'mysql://localhost/x'],
  ])('refuses %s=%s with a line that names it', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^The environment[\\s\\S]*\\n {2}${name}: `));
  });

  it('reads the caps, in dollars', () => {
    const capsOf = (variables: Record<string, string>) => readEnv(variables).caps;
    expect(capsOf({ MAX_COST_PER_VIDEO: '1.50', MAX_COST_PER_DAY: '$20' })).toEqual({
      perVideoUsd: 1.5,
      perDayUsd: 20,
    });
    expect(capsOf({})).toEqual({ perVideoUsd: 5, perDayUsd: null });
    expect(capsOf({ MAX_COST_PER_VIDEO: 'none' }).perVideoUsd).toBeNull();
    expect(() => capsOf({ MAX_COST_PER_DAY: 'lots' })).toThrow(
      'MAX_COST_PER_DAY: must be an amount in US dollars',
    );
  });

  it('names all faults at once and repeats no value', () => {
    const read = () => readEnv({ PORT: 'x', DATABASE_URL: 'mysql://root:secret@localhost' });
    expect(read).toThrow(/PORT[\s\S]*DATABASE_URL/);
    expect(read).not.toThrow(/secret/);
    const both = () => readEnv({ PORT: 'x', SPEECH_SPEED: 'quick', OPENAI_API_KEY: 'two words' });
    expect(both).toThrow(/PORT[\s\S]*OPENAI_API_KEY[\s\S]*SPEECH_SPEED/);
    expect(both).not.toThrow(/two words|quick/);
  });

  it('says how to get a database when there is none', () => {
    expect(() => requireDatabaseUrl(readEnv({}))).toThrow(EnvError);
    expect(requireDatabaseUrl(readEnv({ DATABASE_URL: 'postgres://localhost/x' }))).toBe(
      'postgres://localhost/x',
    );
  });
});

describe('the address and the secret of a house', () => {
  it('are an origin, and long enough', () => {
    const secret = 'thirty-two characters, or more of them';
    const env = readEnv({ SITE_URL: 'https://films.example/', HOUSE_SECRET: secret });
    expect([env.SITE_URL, env.HOUSE_SECRET]).toEqual(['https://films.example', secret]);
  });

  it.each([
    [{ SITE_URL: 'films.example' }, 'SITE_URL'],
    [{ SITE_URL: 'https://films.example/path' }, 'SITE_URL'],
    [{ HOUSE_SECRET: 'too short' }, 'HOUSE_SECRET'],
  ])('are refused otherwise, without repeating them: %j', (source, name) => {
    expect(() => readEnv(source)).toThrow(name);
    expect(() => readEnv(source)).not.toThrow(Object.values(source)[0]);
  });
});
