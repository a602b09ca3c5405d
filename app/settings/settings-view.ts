/** What the settings page says of each capability. Pure. */

import type { Words } from '#app/language/page-words.ts';
import { phrase } from '#app/language/phrase.ts';
import type { Capability } from '#jobs/ports/capability.ts';
import type { EngineView, ModelNotice } from '#jobs/ports/engine-overview.ts';

export interface CapabilityWords {
  title: string;
  /** What does it when no server is set. */
  builtIn: string;
  /** Beginning of its environment variables. */
  prefix: string;
}

export const CAPABILITY_WORDS: Readonly<Record<Capability, CapabilityWords>> = {
  script: {
    title: phrase('Script'),
    builtIn: phrase('The built-in studio cuts your story into scenes.'),
    prefix: 'SCRIPT',
  },
  image: {
    title: phrase('Pictures'),
    builtIn: phrase('The built-in studio draws every scene.'),
    prefix: 'IMAGE',
  },
  speech: {
    title: phrase('Voice'),
    builtIn: phrase('The built-in voices speak, in English.'),
    prefix: 'SPEECH',
  },
  transcribe: {
    title: phrase('Word times'),
    builtIn: phrase('The built-in aligner finds when each word is said.'),
    prefix: 'TRANSCRIBE',
  },
  moderation: {
    title: phrase('Safety check'),
    builtIn: phrase('Stories are not checked.'),
    prefix: 'MODERATION',
  },
  motion: {
    title: phrase('Moving pictures'),
    builtIn: phrase('The camera moves over still pictures.'),
    prefix: 'MOTION',
  },
};

/** What is wrong with a model, and what may take its place. */
export function noticeWords(
  { capability, model, isGone, endsOn, others: otherModels }: ModelNotice,
  { t }: Pick<Words, 't'>,
): string {
  const variable = `${CAPABILITY_WORDS[capability].prefix}_MODEL`;
  const others = otherModels.join(', ');
  if (!isGone && endsOn === null) {
    return t(
      'The server lists {{others}} alone. If it does not answer for “{{model}}”, set {{variable}} to that.',
      { others, model, variable },
    );
  }
  const what = isGone
    ? t('The server does not list “{{model}}” any more.', { model })
    : t('“{{model}}” is to be shut down on {{day}}.', { model, day: endsOn ?? '' });
  const instead =
    otherModels.length > 0
      ? t('It has {{others}}: set {{variable}} to one of them.', { others, variable })
      : t('Set {{variable}} to another model.', { variable });
  return `${what} ${instead}`;
}

/** What stands for a setting that was not set. Any other is shown as it was written. */
const UNSET: readonly string[] = [phrase('the model’s own'), phrase('none')];

/** One of an engine's details. */
export function detailWords(setting: string, { t }: Pick<Words, 't'>): string {
  return UNSET.includes(setting) ? t(setting) : setting;
}

/** What pressing Test costs. */
export function testCostWords(
  { testUsd }: Pick<EngineView, 'testUsd'>,
  { t, usd }: Pick<Words, 't' | 'usd'>,
): string {
  if (testUsd === null) return t('Its price is not known.');
  return testUsd < 0.01
    ? t('Costs less than a cent.')
    : t('Costs up to {{amount}}.', { amount: usd(testUsd) });
}

export function capWords(capUsd: number | null, { t, usd }: Pick<Words, 't' | 'usd'>): string {
  return capUsd === null ? t('no limit') : usd(capUsd);
}
