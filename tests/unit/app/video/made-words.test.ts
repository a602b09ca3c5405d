import { expect, it } from 'vitest';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { madeView } from '#app/video/made/made-words.ts';
import type { Part, Provenance } from '#jobs/story/provenance/provenance-file.ts';
import { SOURCE_TYPES } from '#jobs/story/provenance/source-type.ts';

const part = (patch: Partial<Part>): Part => ({
  ...{ what: 'picture', scene: 1, hash: null, by: 'engine', provider: 'builtin', model: 'm-1' },
  ...{ prompt: null, seed: null, licence: '', costUsd: 0, madeAt: null, sourceType: SOURCE_TYPES.rules },
  ...patch,
});

const told = (parts: Part[], film: Partial<Provenance['film']> = {}): Provenance => ({
  ...{ format: 'storyshort-provenance', version: 1, title: 'The Fox', parts },
  film: {
    ...{ hash: null, finishedAt: null, isMadeWithAi: true, signedBy: null },
    ...{ sourceType: SOURCE_TYPES.partlyTrained, ...film },
  },
});

it('names each maker once, with all that it made', () => {
  const { whole, engines } = madeView(
    told([
      part({ what: 'script' }),
      part({ provider: 'openai', model: 'image-1' }),
      part({ scene: 2, provider: 'openai', model: 'image-1' }),
      part({ what: 'voice' }),
      part({ what: 'voice', scene: 2, by: 'author', provider: null, model: null }),
      part({ what: 'music', scene: null }),
    ]),
    ENGLISH,
  );
  expect(whole).toBe('Made with AI, in part.');
  expect(engines).toBe(
    'Script, voices, music: the built-in studio. Pictures: openai (image-1). Voices: brought along by the author.',
  );
});

it('says whether the film’s file is signed, and what that is worth', () => {
  const signatory = { name: 'Example Library', isTest: false, fingerprint: '', validUntil: '' };
  const signed = (signedBy: Provenance['film']['signedBy']) =>
    madeView(told([], { signedBy }), ENGLISH).signed;
  expect(signed(null)).toBe('The film’s file is not signed.');
  expect(signed(signatory)).toContain('in the name of Example Library;');
  expect(signed({ ...signatory, isTest: true })).toContain('proves nothing about who made it');
});
