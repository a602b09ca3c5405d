import { describe, expect, it, vi } from 'vitest';
import { withoutSecrets } from '#jobs/ports/calls/secrets.ts';
import { readOpenAi } from '#jobs/providers/openai/openai-provider.ts';
import { isOwnNetwork } from '#jobs/providers/openai/settings/own-network.ts';
import { readProviderSettings } from '#jobs/providers/openai/settings/settings-schema.ts';

function read(variables: Record<string, string>) {
  const result = readProviderSettings(variables);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result;
}
const issues = (variables: Record<string, string>) => {
  const result = readProviderSettings(variables);
  return result.ok ? [] : result.issues.map(({ variable, message }) => `${variable} ${message}`);
};

describe('provider settings', () => {
  it('are all absent when nothing is set', () => {
    expect(read({}).settings).toEqual({
      script: null,
      image: null,
      speech: null,
      transcribe: null,
      moderation: null,
    });
    expect(read({ OPENAI_API_KEY: '  ' }).settings.script).toBeNull();
  });

  it('come from one key alone', () => {
    const { settings } = read({ OPENAI_API_KEY: 'sk-1234567890' });
    expect(settings.script).toMatchObject({
      baseUrl: 'https://api.openai.com/v1',
      model: 'gpt-6.1-terra',
      isOwn: false,
    });
    expect(settings.image).toMatchObject({ quality: 'medium', resolution: 'standard' });
    expect(settings.speech).toMatchObject({ voice: 'marin', speed: 1, format: 'wav' });
    expect(settings.transcribe?.model).toBe('whisper-1');
    expect(settings.moderation).not.toBeNull();
  });

  it('can be overridden for each capability', () => {
    const { settings } = read({
      OPENAI_API_KEY: 'sk-1234567890',
      SCRIPT_MODEL: 'gpt-6-luna',
      IMAGE_PROVIDER: 'builtin',
      SPEECH_BASE_URL: 'http://localhost:8880/v1/',
      SPEECH_MODEL: 'kokoro',
      SPEECH_VOICE: 'af_sky',
      MODERATION: 'off',
    });
    expect(settings.script?.model).toBe('gpt-6-luna');
    expect(settings.image).toBeNull();
    expect(settings.speech).toMatchObject({
      baseUrl: 'http://localhost:8880/v1',
      voice: 'af_sky',
      isOwn: true,
    });
    expect(settings.moderation).toBeNull();
  });

  it('never send the shared key to a server that it was not given for', () => {
    const { settings } = read({
      OPENAI_API_KEY: 'sk-1234567890',
      SPEECH_BASE_URL: 'http://localhost:8880/v1',
      SPEECH_MODEL: 'kokoro',
      SPEECH_VOICE: 'af_sky',
      SCRIPT_BASE_URL: 'https://api.openai.com/v1/',
    });
    expect(settings.speech?.apiKey).toBeNull();
    expect(settings.script?.apiKey).toBe('sk-1234567890');
  });

  it('of a shared server hold only for the capabilities whose model is named', () => {
    const { settings } = read({ OPENAI_BASE_URL: 'http://10.0.0.7:11434/v1', SCRIPT_MODEL: 'qwen3' });
    expect(settings.script).toMatchObject({ model: 'qwen3', apiKey: null, isOwn: true });
    expect([settings.image, settings.speech, settings.transcribe, settings.moderation]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('offer the voices of a known model, or the ones that are named', () => {
    const key = { OPENAI_API_KEY: 'sk-1234567890', SPEECH_MODEL: 'gpt-4o-mini-tts' };
    const voices = (variables: Record<string, string>) => {
      const { speech } = read(variables).settings;
      return [speech?.voice, speech?.voices.length];
    };
    expect(voices(key)).toEqual(['marin', 13]);
    expect(voices({ ...key, SPEECH_MODEL: 'tts-1' })).toEqual(['nova', 9]);
    expect(voices({ ...key, SPEECH_VOICES: 'ash, coral' })).toEqual(['ash', 2]);
    expect(voices({ ...key, SPEECH_VOICE: 'sage', SPEECH_VOICES: 'ash,coral' })).toEqual(['sage', 3]);
    const own = { SPEECH_BASE_URL: 'http://localhost:8880/v1', SPEECH_MODEL: 'kokoro' };
    expect(voices({ ...own, SPEECH_VOICES: 'af_sky, af_heart ,af_sky,' })).toEqual(['af_sky', 2]);
    expect(voices({ ...own, SPEECH_VOICE: 'af_heart' })).toEqual(['af_heart', 1]);
  });

  it('let a quality be that the model has, or that nobody knows it not to have', () => {
    const quality = (IMAGE_MODEL: string) =>
      read({ OPENAI_API_KEY: 'sk-1234567890', IMAGE_MODEL, IMAGE_QUALITY: 'max' }).settings.image?.quality;
    expect(quality('gpt-image-2.5-sunburst')).toBe('max');
    expect(quality('gpt-image-2.6-flare')).toBe('max');
    expect(quality('sdxl')).toBe('max');
  });

  it('are taken from the day on which the usual model has no such voice, with a word on what speaks instead', () => {
    const on = (day: string, variables: Record<string, string>) => {
      const result = readProviderSettings({ OPENAI_API_KEY: 'sk-1234567890', ...variables }, Date.parse(day));
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      const { settings, voiceWarning } = result;
      return {
        model: settings.speech?.model,
        voice: settings.speech?.voice,
        voiceWarning,
        ...settings.speech,
      };
    };
    expect(on('2027-01-05', { SPEECH_VOICE: 'nova' })).toMatchObject({ voice: 'nova', voiceWarning: null });
    const later = on('2027-01-06', { SPEECH_VOICE: 'nova' });
    expect(later).toMatchObject({ model: 'gpt-realtime-2.1-mini', voice: 'coral' });
    expect(later.voiceWarning).toContain('“nova”, which “gpt-realtime-2.1-mini” does not have: “coral”');
    expect(later.voiceWarning).toContain('the nearest that it has');
    expect(on('2027-01-06', { SPEECH_VOICE: 'fable' }).voice).toBe('ballad');
    const narrow = on('2027-01-06', { SPEECH_VOICE: 'fable', SPEECH_VOICES: 'ash' });
    expect(narrow).toMatchObject({ voice: 'ash', voices: ['ash'] });
    expect(narrow.voiceWarning).not.toContain('nearest');
    const several = on('2027-01-06', { SPEECH_VOICES: 'onyx,ash,nova,echo' });
    expect(several).toMatchObject({ voice: 'ash', voices: ['ash', 'echo'] });
    expect(several.voiceWarning).toContain('onyx, nova');
    expect(on('2027-01-06', {}).voiceWarning).toBeNull();
  });

  it('do not stop the start on that day, and the settings page says so', () => {
    vi.useFakeTimers({ now: Date.parse('2027-01-06'), toFake: ['Date'] });
    try {
      const started = readOpenAi({ OPENAI_API_KEY: 'sk-1234567890', SPEECH_VOICE: 'onyx' });
      if (!started.ok) throw new Error(JSON.stringify(started.issues));
      const views = started.provider?.views ?? [];
      expect(views.find(({ capability }) => capability === 'speech')).toMatchObject({
        model: 'gpt-realtime-2.1-mini',
        warning: expect.stringContaining('“onyx”'),
      });
      expect(views.filter(({ warning }) => warning)).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are held to the model where it was named, and to voices that there are, on any day', () => {
    for (const variables of [
      { SPEECH_MODEL: 'gpt-realtime-mini', SPEECH_VOICE: 'nova' },
      { SPEECH_VOICE: 'bob' },
    ]) {
      const nowMs = Date.parse('2027-01-06');
      const result = readProviderSettings({ OPENAI_API_KEY: 'sk-1234567890', ...variables }, nowMs);
      expect(result).toMatchObject({ ok: false, issues: [{ variable: 'SPEECH_VOICE' }] });
    }
  });

  it.each<[Record<string, string>, string]>([
    [
      { SCRIPT_BASE_URL: 'ftp://x' },
      'SCRIPT_BASE_URL must be an address that begins with http:// or https://',
    ],
    [
      { OPENAI_BASE_URL: 'http://me:secret@host/v1' },
      'OPENAI_BASE_URL must not hold a user name or password',
    ],
    [{ OPENAI_API_KEY: 'sk a\nb' }, 'OPENAI_API_KEY must be one word of plain characters'],
    [
      { SCRIPT_BASE_URL: 'http://localhost:1/v1' },
      'SCRIPT_MODEL must name a model of the server given for it',
    ],
    [
      { SCRIPT_MODEL: 'gpt-6-luna', SCRIPT_BASE_URL: 'https://api.openai.com/v1' },
      'SCRIPT_API_KEY is needed for OpenAI’s server',
    ],
    [{ OPENAI_API_KEY: 'k', SPEECH_VOICE: 'slt' }, 'SPEECH_VOICE must be one of'],
    [{ OPENAI_API_KEY: 'k', SPEECH_VOICES: 'ash, af_sky' }, 'SPEECH_VOICES must be one of'],
    [
      { SPEECH_BASE_URL: 'http://localhost:1/v1', SPEECH_MODEL: 'kokoro' },
      'SPEECH_VOICE must name a voice of the speech server',
    ],
    [{ OPENAI_API_KEY: 'k', SPEECH_MODEL: 'tts-1', SPEECH_VOICE: 'marin' }, 'SPEECH_VOICE must be one of'],
    [{ SPEECH_SPEED: '9' }, 'SPEECH_SPEED must be at most 4'],
    [{ IMAGE_QUALITY: 'best' }, 'IMAGE_QUALITY must be one of low, medium'],
    [
      { OPENAI_API_KEY: 'k', IMAGE_MODEL: 'gpt-image-2', IMAGE_QUALITY: 'xhigh' },
      'IMAGE_QUALITY must be one of low, medium, high, auto for the model “gpt-image-2”',
    ],
    [
      { OPENAI_API_KEY: 'k', IMAGE_MODEL: 'gpt-image-2-2026-04-21', IMAGE_QUALITY: 'max' },
      'IMAGE_QUALITY must be one of low, medium, high, auto',
    ],
    [{ SCRIPT_CONCURRENCY: '0' }, 'SCRIPT_CONCURRENCY must be at least 1'],
    [{ MODERATION: 'on' }, 'MODERATION is on, but no server is set'],
    [{ MODERATION: 'maybe' }, 'MODERATION must be one of auto, on, off'],
  ])('say what is wrong with %o', (variables, expected) => {
    const found = issues(variables);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
    expect(found[0]).not.toMatch(/secret|sk a/);
  });
});

it('knows the operator’s own network', () => {
  const own = [
    'localhost',
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.9',
    '172.20.0.1',
    '[::1]',
    '[fd00::1]',
    'ollama',
    'gpu.local',
  ];
  const others = [
    'api.openai.com',
    '8.8.8.8',
    '172.32.0.1',
    '[2606:4700::1]',
    '10.example.com',
    'local.example.org',
  ];
  expect(own.filter((host) => !isOwnNetwork(`http://${host}:8080/v1`))).toEqual([]);
  expect(others.filter((host) => isOwnNetwork(`https://${host}/v1`))).toEqual([]);
});

it('takes keys out of texts', () => {
  const key = 'abcdef-0123456789-uvwxyz';
  expect(withoutSecrets(`key ${key}, begins abcdef***, ends ***uvwxyz`, key)).not.toMatch(
    /abcdef|uvwxyz|0123456789/,
  );
  expect(withoutSecrets('Bearer xyz and sk-proj-abc123def456', null)).toBe('… and …');
  expect(withoutSecrets('The mask-like face', null)).toBe('The mask-like face');
});
