import { describe, expect, it } from 'vitest';
import { festivalName, festivalVoices } from '#jobs/providers/system/festival-voices.ts';

describe('Festival’s voices', () => {
  it('are those that it lists, with names that people can read', () => {
    expect(festivalVoices('(cmu_us_slt_arctic_hts kal_diphone suo_fi_lj_diphone)\n')).toEqual([
      {
        name: 'festival/cmu_us_slt_arctic_hts',
        label: 'Festival SLT',
        note: 'English',
        languages: ['en'],
      },
      { name: 'festival/kal_diphone', label: 'Festival KAL', note: 'English', languages: ['en'] },
      {
        name: 'festival/suo_fi_lj_diphone',
        label: 'Festival Suo fi lj',
        note: 'Finnish',
        languages: ['fi'],
      },
    ]);
  });

  it('are not offered where nobody knows in which letters they take their text', () => {
    const list = '(upc_ca_ona_hts cmu_indic_tam_sdr ara_norm_ziad_hts de1_mbrola us1_mbrola czech_ph)';
    expect(festivalVoices(list).map(({ name, languages }) => [name, ...languages])).toEqual([
      ['festival/us1_mbrola', 'en'],
      ['festival/czech_ph', 'cs'],
    ]);
  });

  it.each(['', 'nil', '()', 'SIOD ERROR: unbound variable', '(bad-name "x" (system "rm"))'])(
    'are none in %j that could be run',
    (list) => {
      for (const { name } of festivalVoices(list)) expect(name).toMatch(/^festival\/[A-Za-z0-9_]+$/);
    },
  );

  it('are told from those of other engines', () => {
    expect(festivalName('festival/kal_diphone')).toBe('kal_diphone');
    expect(festivalName('kokoro-en-v0_19/af_bella')).toBeNull();
  });
});
