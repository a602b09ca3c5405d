import { describe, expect, it } from 'vitest';
import { BUILT_IN_SPEECH } from '#jobs/story/language/speech-language.ts';
import { readDraft } from '#jobs/story/order/draft.ts';
import type { PictureService } from '#jobs/story/order/picture-service.ts';
import { MAX_TONE_CHARACTERS } from '#jobs/story/order/sound-options.ts';
import type { SpeechService } from '#jobs/story/order/speech-service.ts';

const STORY = 'The fox saw the moon in the pond.';
const SERVICE: SpeechService = {
  model: 'gpt-4o-mini-tts',
  voices: ['marin', 'nova'],
  usualVoice: 'marin',
  takesTone: true,
};
const PICTURES: PictureService = {
  model: 'gpt-image-2',
  qualities: ['low', 'medium', 'high'],
  usualQuality: 'medium',
};

interface Connected {
  service?: SpeechService | null;
  pictures?: PictureService | null;
}

function read(input: Record<string, unknown>, { service = SERVICE, pictures = PICTURES }: Connected = {}) {
  const speech = { ...BUILT_IN_SPEECH, espeakLanguages: ['en'], service };
  return readDraft({ story: STORY, ...input }, { speech, pictures });
}
function optionsOf(input: Record<string, unknown>, connected?: Connected) {
  const result = read(input, connected);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.draft.options;
}
function issueOf(input: Record<string, unknown>, connected?: Connected) {
  const result = read(input, connected);
  if (result.ok) throw new Error('This was taken.');
  expect(result.issues).toHaveLength(1);
  return result.issues[0];
}

describe('the voice of a connected service', () => {
  it('is taken by its own name', () => {
    expect(optionsOf({ voice: 'nova' })).toMatchObject({ voice: 'rms', serviceVoice: 'nova' });
  });

  it('is the usual one where none is named, or a built-in one is', () => {
    expect(optionsOf({})).not.toHaveProperty('serviceVoice');
    expect(optionsOf({ voice: 'rms' })).not.toHaveProperty('serviceVoice');
  });

  it.each(['none', 'espeak'])('leaves room for %s', (voice) => {
    const options = optionsOf({ voice, voiceTone: 'Softly.' });
    expect(options).toMatchObject({ voice });
    expect(options).not.toHaveProperty('serviceVoice');
    expect(options).not.toHaveProperty('voiceTone');
  });

  it('says what happened when the operator has chosen another model since', () => {
    const service = { ...SERVICE, model: 'kokoro', voices: ['af_sky'], usualVoice: 'af_sky' };
    const issue = issueOf({ voice: 'nova' }, { service });
    expect(issue).toMatchObject({ field: 'voice', code: 'unknown_voice' });
    expect(issue?.message).toContain('“nova”: the speech service speaks with “kokoro” now');
    expect(issue?.hint).toMatch(/^Choose one of: af_sky, espeak, none\. .*load the page again\.$/);
  });

  it('says what happened when the service has gone since', () => {
    const issue = issueOf({ voice: 'nova' }, { service: null });
    expect(issue?.message).toContain('no speech service is connected');
    expect(issue?.hint).toContain('rms, slt, awb, espeak, none');
  });

  it.each([[7], [['nova']], [{ name: 'nova' }], ['__proto__'], ['nova\u0000']])('refuses %o', (voice) => {
    expect(issueOf({ voice })).toMatchObject({ field: 'voice', code: 'unknown_voice' });
  });
});

describe('how a voice is to sound', () => {
  it('is one line of the author’s own words', () => {
    expect(optionsOf({ voiceTone: '  Like a grandmother,\n by the fire ' }).voiceTone).toBe(
      'Like a grandmother, by the fire',
    );
    expect(optionsOf({ voiceTone: '   ' })).not.toHaveProperty('voiceTone');
  });

  it.each([
    ['too long', 'a'.repeat(MAX_TONE_CHARACTERS + 1), 'voice_tone_too_long'],
    ['not to be sent', 'soft\u0007ly', 'voice_tone_control_characters'],
  ])('is refused when it is %s', (_what, voiceTone, code) => {
    expect(issueOf({ voiceTone })).toMatchObject({ field: 'voiceTone', code });
  });

  it('is refused where nobody would heed it', () => {
    const deaf = issueOf(
      { voiceTone: 'Softly.' },
      { service: { ...SERVICE, model: 'tts-1', takesTone: false } },
    );
    expect(deaf).toMatchObject({
      code: 'voice_tone_unavailable',
      message: expect.stringContaining('“tts-1”'),
    });
    expect(issueOf({ voiceTone: 'Softly.' }, { service: null })).toMatchObject({
      code: 'voice_tone_unavailable',
    });
  });
});

describe('the quality of pictures', () => {
  it('is taken where the model knows it', () => {
    expect(optionsOf({ quality: 'high' }).quality).toBe('high');
    expect(optionsOf({ quality: '' })).not.toHaveProperty('quality');
  });

  it.each<[string, Connected, string]>([
    ['best', {}, 'unknown_quality'],
    ['max', {}, 'quality_not_offered'],
    ['high', { pictures: null }, 'quality_unavailable'],
    ['high', { pictures: { ...PICTURES, model: 'sdxl', qualities: [] } }, 'quality_unavailable'],
  ])('“%s” with %o is %s', (quality, connected, code) => {
    const issue = issueOf({ quality }, connected);
    expect(issue).toMatchObject({ field: 'quality', code });
    expect(issue?.hint).toMatch(/^[A-Z].*\.$/);
  });
});
