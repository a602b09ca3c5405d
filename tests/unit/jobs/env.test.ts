import { readFileSync } from 'node:fs';
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
      STORAGE_URL: null,
      STORAGE_CACHE_MB: 4096,
      DATABASE_URL: null,
      WORKER_CONCURRENCY: 2,
      BROWSER_EXECUTABLE: null,
      LOG_LEVEL: 'info',
      VOICES_MIRROR: 'https://github.com/k2-fsa/sherpa-onnx/releases/download/tts-models',
      RENDER_ENGINE: 'auto',
      lambda: null,
      signing: null,
      youtube: null,
      METRICS_PORT: null,
      METRICS_HOST: '127.0.0.1',
      WEBHOOKS_TO_OWN_NETWORK: false,
      OTEL_EXPORTER_OTLP_ENDPOINT: null,
      OTEL_EXPORTER_OTLP_HEADERS: {},
      STORYSHORT_URL: null,
      STORYSHORT_TOKEN: null,
      providers: [],
      caps: { perVideoUsd: 5, perDayUsd: null },
      secrets: [],
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

  it('reads the application at YouTube, whose secret is one', () => {
    const app = { YOUTUBE_CLIENT_ID: 'films.apps.example', YOUTUBE_CLIENT_SECRET: 'GOCSPX-not-to-be-read' };
    const env = readEnv({ ...app, YOUTUBE_BASE_URL: 'http://127.0.0.1:9/' });
    expect(env.youtube).toEqual({
      clientId: 'films.apps.example',
      clientSecret: 'GOCSPX-not-to-be-read',
      baseUrl: 'http://127.0.0.1:9',
    });
    expect(env.secrets).toEqual(['GOCSPX-not-to-be-read']);
    for (const [name, other] of [
      ['YOUTUBE_CLIENT_ID', 'YOUTUBE_CLIENT_SECRET'],
      ['YOUTUBE_CLIENT_SECRET', 'YOUTUBE_CLIENT_ID'],
    ] as const)
      expect(() => readEnv({ [name]: app[name] })).toThrow(new RegExp(`\\n {2}${other}: is needed too`));
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['WORKER_CONCURRENCY', '0'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_PORT', '-1'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'localhost:4318'],
    ['STORYSHORT_URL', 'films.example.org'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization=%zz'],
    ['OPENAI_BASE_URL', 'not an address'],
    ['MAX_COST_PER_DAY', 'plenty'],
    ['IMAGE_QUALITY', 'splendid'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['STORAGE_URL', 'https://bucket.example.org'],
    ['STORAGE_URL', 's3://bucket?endpoint=localhost:9000'],
    ['STORAGE_CACHE_MB', '5'],
    ['LAMBDA_FUNCTION', 'remotion-render'],
    ['LAMBDA_REGION', 'cn-north-1'],
    ['LAMBDA_SITE', 'https://me:word@site.example'],
  ])('refuses %s=%s with a line that names it', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^The environment[\\s\\S]*\\n {2}${name}: `));
  });

  it('says what drawing on AWS Lambda lacks, all of it at once', () => {
    const said = {
      LAMBDA_FUNCTION: 'remotion-render-4-0-527-mem2048mb-disk2048mb-240sec',
      LAMBDA_REGION: 'eu-central-1',
      LAMBDA_SITE: 'https://site.example/sites/storyshort/index.html',
      STORAGE_URL: 's3://films?region=eu-central-1',
    };
    // Nothing of it is needed by others, nor missed.
    expect(readEnv(said).lambda).toBeNull();
    expect(readEnv({ ...said, RENDER_ENGINE: 'lambda' }).lambda).toEqual({
      function: {
        name: said.LAMBDA_FUNCTION,
        version: '4.0.527',
        memoryMb: 2048,
        diskMb: 2048,
        timeoutS: 240,
      },
      region: 'eu-central-1',
      siteUrl: said.LAMBDA_SITE,
    });
    for (const name of Object.keys(said)) {
      const rest = { ...said, RENDER_ENGINE: 'lambda', [name]: '' };
      expect(() => readEnv(rest)).toThrow(new RegExp(`\\n {2}${name}: RENDER_ENGINE=lambda needs`));
    }
    expect(() => readEnv({ RENDER_ENGINE: 'lambda' })).toThrow(
      /LAMBDA_FUNCTION[\s\S]*LAMBDA_REGION[\s\S]*LAMBDA_SITE[\s\S]*STORAGE_URL/,
    );
  });

  it('reads a certificate and its key together', () => {
    const signing = { cert: '/keys/signing.pem', key: '/keys/signing-key.pem' };
    expect(readEnv({ C2PA_CERT: signing.cert, C2PA_KEY: signing.key }).signing).toEqual(signing);
    expect(() => readEnv({ C2PA_CERT: signing.cert })).toThrow(/\n {2}C2PA_KEY: is needed too/);
    expect(() => readEnv({ C2PA_KEY: signing.key })).toThrow(/\n {2}C2PA_CERT: is needed too/);
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

  it('reads where the house is watched from', () => {
    expect(
      readEnv({
        METRICS_PORT: '0',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/',
        OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Bearer%20four-words, x-team=films',
      }),
    ).toMatchObject({
      METRICS_PORT: 0,
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
      OTEL_EXPORTER_OTLP_HEADERS: { authorization: 'Bearer four-words', 'x-team': 'films' },
    });
  });

  it('knows what is secret in it', () => {
    const { secrets } = readEnv({
      DATABASE_URL: 'postgres://me:pass%40word@localhost/x',
      OPENAI_API_KEY: 'sk-first-of-all',
      IMAGE_API_KEY: 'sk-second-one',
      AWS_ACCESS_KEY_ID: 'AKIDOFTHEHOUSE',
      AWS_SECRET_ACCESS_KEY: 'key-of-the-bucket',
      AWS_SESSION_TOKEN: 'token-of-the-bucket',
      REMOTION_AWS_SECRET_ACCESS_KEY: 'key-of-the-function',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://me:endpoint-word@traces.example',
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20four-words,x-team=films',
      STORYSHORT_TOKEN: 'sts_of-another-house',
    });
    expect([...secrets].sort()).toEqual([
      'AKIDOFTHEHOUSE',
      'Bearer four-words',
      'endpoint-word',
      'four-words',
      'key-of-the-bucket',
      'key-of-the-function',
      'pass%40word',
      'pass@word',
      'sk-first-of-all',
      'sk-second-one',
      'sts_of-another-house',
      'token-of-the-bucket',
    ]);
  });

  it('is told in full by .env.example, which names nothing that is not read', () => {
    const told = readFileSync('.env.example', 'utf8').matchAll(/^#([A-Z][A-Z0-9_]+)=/gm);
    const names = new Set([...told].map(([, name = '']) => name));
    const source = readFileSync('jobs/env.server.ts', 'utf8');
    const read = [...source.matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(([, name = '']) => name);
    expect(read.length).toBeGreaterThan(10);
    expect(read.filter((name) => !names.has(name))).toEqual([]);
    const providers = /^(?:OPENAI|SCRIPT|IMAGE|SPEECH|TRANSCRIBE|MODERATION|MOTION)(?:_|$)/;
    const foreign = [...names].filter((name) => !read.includes(name) && !providers.test(name));
    expect(foreign).toEqual([]);
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
    expect(env.secrets).toContain(secret);
  });

  it.each([
    [{ SITE_URL: 'house.test' }, 'SITE_URL'],
    [{ SITE_URL: 'https://house.test/path' }, 'SITE_URL'],
    [{ HOUSE_SECRET: 'too short' }, 'HOUSE_SECRET'],
  ])('are refused otherwise, without repeating them: %j', (source, name) => {
    expect(() => readEnv(source)).toThrow(name);
    expect(() => readEnv(source)).not.toThrow(Object.values(source)[0]);
  });
});
