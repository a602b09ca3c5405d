import { describe, expect, it } from 'vitest';
import { BUILT_IN_SPEECH, type SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import { auditionKey, MAX_AUDITION_CHARACTERS, readAudition } from '#jobs/story/order/voice/audition.ts';
import { STORIES_BY_LANGUAGE } from '#tests/support/stories-by-language.ts';
import { planContextOf } from '#tests/support/videos.ts';

const THORSTEN = { name: 'thorsten', label: 'Thorsten', note: '', languages: ['de'] };
const ANYBODY = { name: 'mine', label: 'Mine', note: '', languages: [] };
const HERE: SpeechAbilities = {
  ...BUILT_IN_SPEECH,
  espeakLanguages: ['en', 'es'],
  localVoices: [THORSTEN, ANYBODY],
};
const SERVICE = { model: 'tts', voices: ['nova'], usualVoice: 'nova', takesTone: false };
const STORY = 'The lamp went out. Nobody knew why, and nobody asked.';

function heard(voice: string, story = STORY, abilities = HERE, language = 'auto') {
  const read = readAudition({ voice, story, language }, abilities);
  if (!read.ok) throw new Error(read.issue.code);
  return read.chosen;
}

describe('what a voice says to be heard', () => {
  it('is the story’s first sentence', () => {
    expect(heard('slt')).toEqual({ voice: { voice: 'slt' }, text: 'The lamp went out.', language: 'en' });
    expect(heard('mine').text).toBe('The lamp went out.');
  });

  it.each([
    ['“Hold on!” she cried, and ran. Nobody did.', '“Hold on!” she cried, and ran.'],
    ['  Once,\n there was   a fox.  It slept. ', 'Once, there was a fox.'],
    ['A story without an end', 'A story without an end'],
    ['Dr. Weiß had one lamp. It was old.', 'Dr. Weiß had one lamp.'],
  ])('is found in %j', (story, text) => {
    expect(heard('mine', story, HERE, 'en').text).toBe(text);
  });

  it('is short, and cut between words', () => {
    const { text } = heard('rms', `The ${'very '.repeat(80)}old lamp went out.`);
    expect(text.length).toBeLessThanOrEqual(MAX_AUDITION_CHARACTERS);
    expect(text).toMatch(/very$/);
  });

  it('is a sentence of ours where there is no story, and in the voice’s language where it reads no other', () => {
    expect(heard('rms', '').text).toMatch(/^Once there was/);
    expect(heard('thorsten')).toMatchObject({
      language: 'de',
      text: expect.stringContaining('Es war einmal'),
    });
    expect(heard('rms', STORIES_BY_LANGUAGE.es)).toMatchObject({ language: 'en' });
    expect(heard('espeak', STORIES_BY_LANGUAGE.es).language).toBe('es');
  });

  it('is always the same where it is paid for', () => {
    const paid = { ...HERE, service: SERVICE };
    expect(heard('nova', STORY, paid)).toEqual(
      heard('nova', 'Another story, which is longer than that.', paid),
    );
    expect(heard('nova', STORY, paid)).toMatchObject({ voice: { serviceVoice: 'nova' } });
    // In place of ours the service speaks.
    expect(heard('slt', STORY, paid).text).toMatch(/^Once there was/);
  });

  it.each(['mine', 'espeak'])('is the story’s own where %s costs nothing beside a service', (voice) => {
    const paid = { ...HERE, service: SERVICE };
    expect(heard(voice, STORY, paid).text).toBe('The lamp went out.');
  });

  it.each([
    ['nobody', 'unknown_voice'],
    ['none', 'nothing_to_hear'],
  ])('cannot be had of %s', (voice, code) => {
    expect(readAudition({ voice, story: STORY }, HERE)).toMatchObject({ ok: false, issue: { code } });
  });

  it('is read from anything that is sent', () => {
    expect(readAudition({ voice: 'rms', story: 7, language: {} }, HERE)).toMatchObject({ ok: true });
    expect(readAudition({}, HERE)).toMatchObject({ ok: false });
  });
});

describe('where it lies', () => {
  const key = (voice: string, story = STORY) => auditionKey(heard(voice, story), planContextOf());

  it('is one place for one voice and text', () => {
    expect(key('rms')).toBe(key('rms'));
    expect(new Set([key('rms'), key('slt'), key('mine'), key('rms', 'Another lamp went out.')]).size).toBe(4);
    expect(key('rms')).toMatch(/^auditions\/[0-9a-f]{24}\.wav$/);
  });
});
