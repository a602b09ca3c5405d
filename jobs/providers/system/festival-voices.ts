/** Festival's voices by the names that it lists. Pure. */
import { languageName } from '#jobs/story/language/language-tag.ts';
import type { LocalVoice } from '#jobs/story/order/voice/local-voices.ts';

/** What its voices' names begin with here, so that no model of another engine is called alike. */
const PREFIX = 'festival/';

/** Which languages its voices read, by their names; null for those that are not to be had here. Others read English. */
const LANGUAGES: readonly [name: RegExp, language: string | null][] = [
  [/spanish|^el_diphone|^JuntaDeAndalucia/, 'es'],
  [/^(?:lp|pc)_(?:diphone|mbrola)|italian/, 'it'],
  [/czech/, 'cs'],
  [/^(?:suo|hy)_fi/, 'fi'],
  [/hindi/, 'hi'],
  [/marathi/, 'mr'],
  [/telugu/, 'te'],
  [/_ru_/, 'ru'],
  // In which letters these take their text is told by nobody.
  [/^upc_ca|_indic_|^ara_|german|_(?:de|fr|pl|ca|eu|cy)_|welsh|^(?!us|en)[a-z]{2}\d_mbrola/, null],
];

/** Reads the list that `voice.list` prints: `(cmu_us_slt_arctic_hts kal_diphone)`. */
export function festivalVoices(list: string): LocalVoice[] {
  const names = /\(([^()]*)\)/.exec(list)?.[1]?.split(/\s+/) ?? [];
  return names
    .filter((name) => /^[A-Za-z0-9_]+$/.test(name))
    .flatMap((name) => {
      const language = languageOf(name);
      if (language === null) return [];
      return [
        {
          name: `${PREFIX}${name}`,
          label: `Festival ${shortName(name)}`,
          note: languageName(language),
          languages: [language],
        },
      ];
    });
}

function languageOf(name: string): string | null {
  const known = LANGUAGES.find(([pattern]) => pattern.test(name));
  return known ? known[1] : 'en';
}

const USUAL_WORDS = /^(?:cmu|us|arctic|hts|cg|diphone|mbrola|clunits|cstr|nitech)$/;

/** `cmu_us_slt_arctic_hts` is SLT. */
function shortName(name: string): string {
  const words = name.split('_').filter((word) => !USUAL_WORDS.test(word));
  const short = words.join(' ') || name;
  return short.length <= 3 ? short.toUpperCase() : `${short.charAt(0).toUpperCase()}${short.slice(1)}`;
}

/** Festival's own name of a voice; null for a voice of anything else. */
export function festivalName(localVoice: string): string | null {
  return localVoice.startsWith(PREFIX) ? localVoice.slice(PREFIX.length) : null;
}
