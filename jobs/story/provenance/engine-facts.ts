/** What is known of an engine by its name: whether it was trained, and under which licence its work is. Pure. */
import { type PartType, SOURCE_TYPES } from './source-type';

/** What engines make of a film. */
export type EngineWork = 'script' | 'voice' | 'picture' | 'motion' | 'music';

interface EngineFacts {
  sourceType: Exclude<PartType, null>;
  licence: string;
}

const { trained, rules } = SOURCE_TYPES;

/** The built-in studio: rules, but for its voices, which were learnt from recordings of people. */
const BUILTIN: Record<EngineWork, EngineFacts> = {
  script: { sourceType: rules, licence: 'The author’s own words, cut into scenes; nothing was added.' },
  voice: {
    sourceType: trained,
    licence:
      'Voices of flite, under BSD-like terms of Carnegie Mellon University; their speech is free to use.',
  },
  picture: {
    sourceType: rules,
    licence: 'Free to use. Figures and things in it are drawings of Noto Emoji (Google), Apache-2.0.',
  },
  motion: { sourceType: rules, licence: 'Free to use.' },
  music: {
    sourceType: rules,
    licence: 'Free to use: composed and played by rules, without anybody’s recordings.',
  },
};

/**
 * @param provider an engine's name, as the ledger has it
 * @param work what it made
 */
export function engineFacts(provider: string, work: EngineWork): EngineFacts {
  switch (provider) {
    case 'builtin':
      return BUILTIN[work];
    case 'espeak':
      // It computes the sound of each letter; nobody's voice is in it.
      return { sourceType: rules, licence: 'espeak-ng is under the GPL-3; that does not reach its speech.' };
    case 'local':
      return { sourceType: trained, licence: 'As the voice’s own licence says, which is in its folder.' };
    default:
      // Whatever else can be connected is a model: too much is said of it rather than too little.
      return { sourceType: trained, licence: 'As the terms of the server say that was asked.' };
  }
}

/** Licence of what the author brought along. */
export const AUTHORS_OWN = 'Brought along by the author, who answers for it.';
