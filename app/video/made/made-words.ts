/** How a film was made, in words for its page. Pure. */
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
  [SOURCE_TYPES.trained]: 'Made with AI.',
  [SOURCE_TYPES.partlyTrained]: 'Made with AI, in part.',
  [SOURCE_TYPES.rules]: 'Made by rules, without any model that was trained.',
  [SOURCE_TYPES.partlyRules]: 'Made by rules and of what its author brought along.',
  [SOURCE_TYPES.brought]: 'Made of what its author brought along.',
};

const WORK: Record<Part['what'], string> = {
  script: 'script',
  picture: 'pictures',
  motion: 'movement',
  voice: 'voices',
  music: 'music',
};

export function madeView({ film, parts }: Provenance): MadeView {
  return { whole: WHOLE[film.sourceType], engines: engineWords(parts), signed: signedWords(film.signedBy) };
}

/** Such as “Pictures and music: the built-in studio. Voices: openai (…).” */
function engineWords(parts: readonly Part[]): string | null {
  const makers = new Map<string, Set<string>>();
  for (const what of Object.keys(WORK) as Part['what'][]) {
    for (const part of parts.filter((one) => one.what === what)) {
      const maker = makerWords(part);
      makers.set(maker, (makers.get(maker) ?? new Set()).add(WORK[what]));
    }
  }
  const said = [...makers].map(([maker, works]) => `${capital([...works].join(', '))}: ${maker}.`);
  return said.length > 0 ? said.join(' ') : null;
}

function makerWords({ by, provider, model }: Part): string {
  if (by === 'author') return 'brought along by the author';
  switch (provider) {
    case null:
      return 'nobody wrote down what made them';
    case 'builtin':
      return 'the built-in studio';
    case 'espeak':
      return 'this machine’s espeak-ng';
    case 'local':
      return `a voice of this machine (${model})`;
    default:
      return `${provider} (${model})`;
  }
}

function signedWords(signedBy: Signatory | null): string {
  if (signedBy === null) return 'The film’s file is not signed.';
  return signedBy.isTest
    ? 'The film’s file says so itself, signed with a test certificate, which proves nothing about who made it.'
    : `The film’s file says so itself, signed in the name of ${signedBy.name}; any program that reads C2PA tells whether that holds.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
