import { describe, expect, it } from 'vitest';
import { OFFERED_MODELS } from '#bin/voices/offered-models.ts';
import { voiceTable } from '#bin/voices/voice-table.ts';
import type { ShelfEntry } from '#jobs/providers/sherpa/voice-shelf.server.ts';

const speakers = [{ name: null, sid: 0, languages: ['de'] }];
const thorsten: ShelfEntry = {
  name: 'vits-piper-de_DE-thorsten-medium',
  bytes: 81_000_000,
  model: {
    ...{ name: 'vits-piper-de_DE-thorsten-medium', family: 'vits', files: {}, speakers },
    ...{ sampleRate: 22_050, licence: null },
  },
  why: null,
};
const broken: ShelfEntry = { name: 'mine', bytes: 3, model: null, why: 'files of it are missing' };

describe('the table of voices', () => {
  it('says what there is, what is wrong with it, and what can be had', () => {
    const lines = voiceTable([thorsten, broken], OFFERED_MODELS);
    expect(lines.slice(0, 3)).toEqual([
      'Installed:',
      '  vits-piper-de_DE-thorsten-medium  1 voice                                  81 MB  de  CC0-1.0  22.05 kHz',
      '  mine                              cannot be used: files of it are missing',
    ]);
    expect(lines.filter((line) => line.includes('thorsten'))).toHaveLength(1);
    expect(lines.find((line) => line.includes('kokoro-multi-lang'))).toContain('53 voices');
  });

  it('says what a model says of itself where the list does not know it', () => {
    const model = { name: 'own', family: 'vits' as const, files: {}, sampleRate: 16_000, licence: 'MIT' };
    const of = (changes: object): ShelfEntry => ({
      ...{ name: 'own', bytes: 2e6, why: null },
      model: { ...model, speakers, ...changes },
    });
    const row = (changes: object) => voiceTable([of(changes)], [])[1];
    expect(row({})).toBe('  own  1 voice  2 MB  de  MIT  16 kHz');
    const nothing = { licence: null, sampleRate: null, speakers: [{ ...speakers[0], languages: [] }] };
    expect(row(nothing)).toBe('  own  1 voice  2 MB  any language  licence: see its folder');
  });

  it('says that there is nothing', () => {
    expect(voiceTable([], []).join('\n')).toBe('Installed:\n  nothing');
  });
});

describe('the models that are offered', () => {
  it('have one name each, a licence, and hashes that can be right', () => {
    expect(new Set(OFFERED_MODELS.map(({ name }) => name)).size).toBe(OFFERED_MODELS.length);
    for (const { licence, sha256, languages, name } of OFFERED_MODELS) {
      expect(licence).toMatch(/^(Apache-2\.0|MIT|CC0-1\.0|CC-BY-4\.0)$/);
      expect(sha256.length).toBeGreaterThan(0);
      for (const hash of sha256) expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(languages.length).toBeGreaterThan(0);
      expect(name).toMatch(/^[\w.-]+$/);
    }
  });
});
