import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { costToGoOn } from '#app/create/cost-words.ts';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { noticeWords } from '#app/settings/settings-view.ts';
import { requestSize } from '#jobs/providers/openai/picture/picture-size.ts';
import { filmTariff } from '#jobs/providers/openai/prices/film-tariff.ts';
import { imagePrice } from '#jobs/providers/openai/prices/price-list.ts';
import { IMAGE_PRICES } from '#jobs/providers/openai/prices/prices.ts';
import { knownQualities } from '#jobs/providers/openai/settings/catalogue.ts';
import { type ListedModel, modelNotices } from '#jobs/providers/openai/settings/model-notices.ts';
import type { ProviderSettings } from '#jobs/providers/openai/settings/settings.ts';
import { testSettings } from '#tests/support/openai-server/test-settings.ts';

const OPENAI = 'https://api.openai.com/v1';
const NOVEMBER = Date.parse('2026-11-29T12:00:00Z');
const listed = (id: string, shutdownDate: string | null = null, created = 0): ListedModel => ({
  ...{ id, shutdownDate, created },
});
const speaking = (model: string, baseUrl = OPENAI): ProviderSettings => {
  const { speech } = testSettings(baseUrl);
  return { script: null, image: null, transcribe: null, moderation: null, speech: { ...speech, model } };
};
const notices = (settings: ProviderSettings, list: ListedModel[] | null, nowMs = NOVEMBER) =>
  modelNotices(settings, new Map(list ? [[settings.speech?.baseUrl ?? OPENAI, list]] : []), nowMs);

/** The table of last days in the docs. */
function documented(): [model: string, day: string][] {
  const text = readFileSync('docs/providers.md', 'utf8');
  return [...text.matchAll(/^\| (\d{4}-\d\d-\d\d) \| (.+) \|$/gm)].flatMap(([, day = '', models = '']) =>
    [...models.matchAll(/`([^`]+)`/g)].map(([, model = '']): [string, string] => [model, day]),
  );
}

describe('a model', () => {
  it('that lives on asks for nothing', () => {
    expect(notices(speaking('gpt-next-tts'), [listed('gpt-next-tts')])).toEqual([]);
    expect(notices(speaking('gpt-next-tts'), null)).toEqual([]);
  });

  it('is told of a month before its last day, by the server’s own word', () => {
    const list = [listed('tts-9', '2026-12-20')];
    expect(notices(speaking('tts-9'), list)).toMatchObject([{ endsOn: '2026-12-20', isGone: false }]);
    expect(notices(speaking('tts-9'), list, Date.parse('2026-11-01'))).toEqual([]);
  });

  it('of OpenAI’s is known by its announced day where the server does not tell one', () => {
    const december = Date.parse('2026-12-10');
    expect(notices(speaking('gpt-4o-mini-tts'), null, december)).toMatchObject([{ endsOn: '2027-01-06' }]);
    expect(notices(speaking('gpt-4o-mini-tts', 'http://localhost:9/v1'), null, december)).toEqual([]);
  });

  it.each([
    ...documented(),
    ['gpt-image-1.5-2025-12-16', '2026-12-01'],
    ['gpt-4o-mini-tts-2025-12-15', '2027-01-06'],
  ])('called %s ends on %s, as the docs say', (model, day) => {
    const [notice] = notices(speaking(model), null, Date.parse('2027-04-01'));
    expect(notice?.endsOn).toBe(day);
  });

  it.each(['gpt-realtime-2.1-mini', 'gpt-5.4-mini', 'gpt-image-2', 'gpt-6.1-terra', 'gpt-transcribe'])(
    'called %s lives on',
    (model) => {
      expect(notices(speaking(model), null, Date.parse('2027-04-01'))).toEqual([]);
    },
  );

  it('that the server does not list is gone, and others that live on are offered, the newest first', () => {
    const list = [
      listed('tts-old', '2026-12-01', 1),
      listed('tts-new', null, 3),
      listed('speech-mid', null, 2),
      listed('gpt-7', null, 9),
    ];
    const [notice] = notices(speaking('tts-lost'), list);
    expect(notice).toEqual({
      ...{ capability: 'speech', model: 'tts-lost', isGone: true, endsOn: null },
      others: ['tts-new', 'speech-mid'],
    });
    expect(notice && noticeWords(notice, ENGLISH)).toBe(
      'The server does not list “tts-lost” any more. It has tts-new, speech-mid: set SPEECH_MODEL to one of them.',
    );
  });

  it('ends with a date in words', () => {
    const [notice] = notices(speaking('tts-9'), [listed('tts-9', '2026-12-20')]);
    expect(notice && noticeWords(notice, ENGLISH)).toBe(
      '“tts-9” is to be shut down on 2026-12-20. Set SPEECH_MODEL to another model.',
    );
  });
});

describe('a server’s own spelling of a model', () => {
  const OWN = 'http://127.0.0.1:11434/v1';
  const scripted = (model: string, list: string[], baseUrl = OWN) => {
    const { script } = testSettings(baseUrl);
    const isOwn = baseUrl === OWN;
    const settings = { script: { ...script, model, isOwn }, image: null, speech: null, transcribe: null };
    return modelNotices(
      { ...settings, moderation: null },
      new Map([[baseUrl, list.map((id) => listed(id))]]),
      NOVEMBER,
    );
  };

  it.each([
    ['qwen3', ['qwen3:latest', 'llama4:8b']],
    ['qwen3:latest', ['qwen3', 'llama4:8b']],
    ['Qwen3:8b', ['qwen3:8b', 'llama4:8b']],
    ['Qwen3-8B-Q4_K_M', ['/models/Qwen3-8B-Q4_K_M.gguf', 'other']],
    ['Qwen3-8B-Q4_K_M.gguf', ['C:\\models\\Qwen3-8B-Q4_K_M.gguf', 'other']],
  ])('%s is in %o', (model, list) => {
    expect(scripted(model, list)).toEqual([]);
  });

  it('tells other tags of a model apart', () => {
    expect(scripted('qwen3', ['qwen3:8b', 'llama4:8b'])).toMatchObject([
      { isGone: true, others: ['qwen3:8b', 'llama4:8b'] },
    ]);
  });

  it('of the only model is not called gone on a machine of one’s own, which answers by it', () => {
    const [notice] = scripted('my-model', ['/models/whatever.gguf']);
    expect(notice).toMatchObject({ isGone: false, endsOn: null, others: ['/models/whatever.gguf'] });
    expect(notice && noticeWords(notice, ENGLISH)).toBe(
      'The server lists /models/whatever.gguf alone. If it does not answer for “my-model”, set SCRIPT_MODEL to that.',
    );
    expect(scripted('my-model', ['another'], 'https://models.example.com/v1')).toMatchObject([
      { isGone: true },
    ]);
  });

  it('is no matter where deployments are asked, which no list names', () => {
    const azure = 'https://films.openai.azure.com/openai/v1';
    expect(scripted('our-writer', ['gpt-6.1-terra', 'gpt-5'], azure)).toEqual([]);
  });
});

it('a new picture model is found in the list, known by no name of ours, and counted as the dearest', () => {
  const { image } = testSettings(OPENAI);
  const server = { ...image, model: 'gpt-image-1.5' };
  const others = { script: null, speech: null, transcribe: null, moderation: null };
  const list = [
    listed('gpt-image-1.5', '2026-12-01', 1),
    listed('gpt-image-2.5-flare', null, 2),
    listed('gpt-image-2.6-flare', null, 4),
    listed('gpt-image-2.6-sunburst', null, 3),
  ];
  const [notice] = modelNotices({ ...others, image: server }, new Map([[OPENAI, list]]), NOVEMBER);
  expect(notice?.others).toEqual(['gpt-image-2.6-flare', 'gpt-image-2.6-sunburst', 'gpt-image-2.5-flare']);

  const chosen = { ...image, model: notice?.others[0] ?? '' };
  expect(Object.keys(IMAGE_PRICES)).not.toContain(chosen.model);
  expect(knownQualities(chosen.model)).toBeNull();
  expect(requestSize(chosen.model, '9:16', 'full')).toEqual({ width: 1088, height: 1920 });
  const { basis, price } = imagePrice(chosen);
  expect(basis).toBe('assumed');
  expect(price.squareUsd.high).toBe(
    Math.max(...Object.values(IMAGE_PRICES).map((each) => each.squareUsd.high)),
  );
  const tariff = filmTariff({ ...others, image: chosen });
  expect(tariff).toMatchObject({ isListed: false, isVerified: false });
  expect(tariff && costToGoOn(0.4, tariff, ENGLISH)).toMatch(
    /^up to \$0\.40 \(prices of [\d-]+, unverified\)$/,
  );
});
