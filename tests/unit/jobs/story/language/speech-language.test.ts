import { describe, expect, it } from 'vitest';
import { BUILT_IN_SPEECH, type SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import { type DraftIssue, readDraft } from '#jobs/story/order/draft.ts';
import { STORIES_BY_LANGUAGE } from '#tests/support/stories-by-language.ts';

const FOREIGN = Object.entries(STORIES_BY_LANGUAGE).filter(([language]) => language !== 'en');
const SPANISH = STORIES_BY_LANGUAGE.es;

function voiceIssue(input: Record<string, unknown>, speech: SpeechAbilities): DraftIssue | null {
  const result = readDraft(input, { speech });
  if (result.ok) return null;
  expect(result.issues).toHaveLength(1);
  expect(result.issues[0]?.field).toBe('voice');
  return result.issues[0] ?? null;
}

describe('a built-in voice', () => {
  it.each(FOREIGN)('is not put over a story in %s', (_language, story) => {
    const issue = voiceIssue({ story }, BUILT_IN_SPEECH);
    expect(issue).toMatchObject({ code: 'language_unsupported' });
    expect(issue?.hint).toContain('No voice');
  });

  it('names the language it found', () => {
    expect(voiceIssue({ story: SPANISH }, BUILT_IN_SPEECH)?.message).toBe(
      'Sarah, Miles and Alistair speak English only, and this story seems to be in Spanish.',
    );
  });

  it('speaks English of any country, and whatever the author calls English', () => {
    expect(voiceIssue({ story: STORIES_BY_LANGUAGE.en, language: 'en-GB' }, BUILT_IN_SPEECH)).toBeNull();
    expect(voiceIssue({ story: SPANISH, language: 'en' }, BUILT_IN_SPEECH)).toBeNull();
  });

  it('is not used for English text that is said to be Spanish', () => {
    expect(voiceIssue({ story: STORIES_BY_LANGUAGE.en, language: 'es' }, BUILT_IN_SPEECH)?.message).toContain(
      'another language was chosen',
    );
  });

  it('gives way to a speech service, which speaks any language', () => {
    const service = { model: 'm', voices: ['v'], usualVoice: 'v', takesTone: false };
    expect(voiceIssue({ story: SPANISH }, { ...BUILT_IN_SPEECH, service })).toBeNull();
  });
});

describe('the system voice', () => {
  const withSpanish = { ...BUILT_IN_SPEECH, espeakLanguages: ['es', 'de'] };

  it('is offered where it speaks the language, and taken', () => {
    expect(voiceIssue({ story: SPANISH }, withSpanish)?.hint).toContain('System voice');
    expect(voiceIssue({ story: SPANISH, voice: 'espeak' }, withSpanish)).toBeNull();
  });

  it('is refused for a language that it does not speak', () => {
    const issue = voiceIssue({ story: STORIES_BY_LANGUAGE.el, voice: 'espeak' }, withSpanish);
    expect(issue).toMatchObject({ code: 'language_unsupported' });
    expect(issue?.hint).not.toContain('System voice');
  });

  it('is refused where there is none', () => {
    const issue = voiceIssue({ story: SPANISH, voice: 'espeak' }, BUILT_IN_SPEECH);
    expect(issue).toMatchObject({ code: 'voice_unavailable' });
  });
});

describe('a film without a voice', () => {
  it.each(Object.entries(STORIES_BY_LANGUAGE))('is made of a story in %s', (_language, story) => {
    expect(readDraft({ story, voice: 'none' })).toMatchObject({
      ok: true,
      draft: { story, options: { voice: 'none', language: 'auto' } },
    });
  });
});
