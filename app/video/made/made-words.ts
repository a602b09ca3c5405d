/** How a film was made, in words for its page. Pure. */

import type { Words } from '#app/language/page-words.ts';
import { phrase } from '#app/language/phrase.ts';
import { enumerated } from '#app/video/enumeration.ts';
import type { Part, Provenance, Signatory } from '#jobs/story/provenance/provenance-file.ts';
import { SOURCE_TYPES } from '#jobs/story/provenance/source-type.ts';

export interface MadeView {
  /** What it is as a whole, a sentence. */
  whole: string;
  /** Who made what, a sentence; null where nothing is known. */
  engines: string | null;
  /** Whether it says so itself, and in whose name, a sentence. */
  signed: string;
}

const WHOLE: Record<Provenance['film']['sourceType'], string> = {
  [SOURCE_TYPES.trained]: phrase('Made with AI.'),
  [SOURCE_TYPES.partlyTrained]: phrase('Made with AI, in part.'),
  [SOURCE_TYPES.rules]: phrase('Made by rules, without any model that was trained.'),
  [SOURCE_TYPES.partlyRules]: phrase('Made by rules and of what its author brought along.'),
  [SOURCE_TYPES.brought]: phrase('Made of what its author brought along.'),
};

const WORK: Record<Part['what'], string> = {
  script: phrase('script'),
  picture: phrase('pictures'),
  motion: phrase('movement'),
  voice: phrase('voices'),
  music: phrase('music'),
};

/** @param words of whoever looks at the page */
export function madeView({ film, parts }: Provenance, words: Words): MadeView {
  return {
    whole: words.t(WHOLE[film.sourceType]),
    engines: engineWords(parts, words),
    signed: signedWords(film.signedBy, words),
  };
}

/** Such as “Pictures and music: the built-in studio. Voices: openai (…).” */
function engineWords(parts: readonly Part[], words: Words): string | null {
  const makers = new Map<string, Set<string>>();
  for (const what of Object.keys(WORK) as Part['what'][]) {
    for (const part of parts.filter((one) => one.what === what)) {
      const maker = makerWords(part, words);
      makers.set(maker, (makers.get(maker) ?? new Set()).add(words.t(WORK[what])));
    }
  }
  const said = [...makers].map(([maker, works]) =>
    words.t('{{works}}: {{maker}}.', { works: capital(enumerated([...works], words), words), maker }),
  );
  return said.length > 0 ? said.join(' ') : null;
}

function makerWords({ by, provider, model }: Part, { t }: Words): string {
  if (by === 'author') return t('brought along by the author');
  switch (provider) {
    case null:
      return t('nobody wrote down what made them');
    case 'builtin':
      return t('the built-in studio');
    case 'espeak':
      return t('this machine’s espeak-ng');
    case 'local':
      return t('a voice of this machine ({{voice}})', { voice: model ?? '' });
    default:
      return `${provider} (${model})`;
  }
}

function signedWords(signedBy: Signatory | null, { t }: Words): string {
  if (signedBy === null) return t('The film’s file is not signed.');
  return signedBy.isTest
    ? t(
        'The film’s file says so itself, signed with a test certificate, which proves nothing about who made it.',
      )
    : t(
        'The film’s file says so itself, signed in the name of {{name}}; any program that reads C2PA tells whether that holds.',
        { name: signedBy.name },
      );
}

function capital(text: string, { language }: Words): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
