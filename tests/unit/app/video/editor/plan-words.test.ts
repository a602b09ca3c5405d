import { describe, expect, it } from 'vitest';
import { createEnglish } from '#app/language/english-words.ts';
import { createTranslated } from '#app/language/translated-words.ts';
import { lineWords, planWords, priceWords } from '#app/video/editor/plan-words.ts';
import type { RedoKind, RedoLine } from '#jobs/story/storyboard/redo-plan.ts';

const english = createEnglish({
  '{{count}} voices_one': '{{count}} voice',
  '{{made}}; {{count}} scenes stay_one': '{{made}}; {{count}} scene stays',
});
const german = createTranslated('de', {
  '{{count}} voices_one': '{{count}} Stimme',
  '{{count}} voices_other': '{{count}} Stimmen',
  '{{count}} pictures_one': '{{count}} Bild',
  '{{count}} pictures_other': '{{count}} Bilder',
  '{{before}}, {{next}}': '{{before}} und {{next}}',
  '{{made}}; {{count}} scenes stay_other': '{{count}} Szenen bleiben; neu: {{made}}',
  'Scene {{number}}: picture, because {{reason}}': 'Bild der Szene {{number}}: {{reason}}',
  'its description changed': 'neue Beschreibung',
  'About {{time}} and {{cost}}': 'Etwa {{time}} und {{cost}}',
});

function line(what: RedoKind): RedoLine {
  return { what, sceneId: 'a', position: 2, reason: 'its description changed' };
}

describe('what an update would make, in words', () => {
  it('counts what is made and what stays', () => {
    const lines = [line('voice'), line('picture'), line('picture')];
    expect(planWords({ lines, staying: 1, film: true }, english)).toBe('1 voice, 2 pictures; 1 scene stays');
    expect(planWords({ lines, staying: 4, film: true }, german)).toBe(
      '4 Szenen bleiben; neu: 1 Stimme und 2 Bilder',
    );
  });

  it('says where no scene changes', () => {
    expect(planWords({ lines: [], staying: 2, film: true }, english)).toBe(
      'only the sound and the end; 2 scenes stay',
    );
    expect(planWords({ lines: [], staying: 0, film: false }, english)).toBe('nothing to make');
  });

  it('gives each line its reason', () => {
    expect(lineWords(line('picture'), english)).toBe('Scene 3: picture, because its description changed');
    expect(lineWords(line('picture'), german)).toBe('Bild der Szene 3: neue Beschreibung');
  });

  it('says how long it takes and what it costs', () => {
    expect(priceWords({ seconds: 14, cost: '$0.04' }, english)).toBe('About 14 s and $0.04');
    expect(priceWords({ seconds: 0.2, cost: null }, english)).toBe('About 1 s, free');
    expect(priceWords({ seconds: 14, cost: '$0.04' }, german)).toBe('Etwa 14 s und 0,04\u00a0$');
  });
});
