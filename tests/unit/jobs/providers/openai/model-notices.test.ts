import { describe, expect, it } from 'vitest';
import { noticeWords } from '#app/settings/settings-view.ts';
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
    expect(notice && noticeWords(notice)).toBe(
      'The server does not list “tts-lost” any more. It has tts-new, speech-mid: set SPEECH_MODEL to one of them.',
    );
  });

  it('ends with a date in words', () => {
    const [notice] = notices(speaking('tts-9'), [listed('tts-9', '2026-12-20')]);
    expect(notice && noticeWords(notice)).toBe(
      '“tts-9” is to be shut down on 2026-12-20. Set SPEECH_MODEL to another model.',
    );
  });
});
