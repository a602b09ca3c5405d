/** What the settings page says of each capability. Pure. */
import type { Capability } from '#jobs/ports/capability.ts';
import type { EngineView, ModelNotice } from '#jobs/ports/engine-overview.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';

export interface CapabilityWords {
  title: string;
  /** What does it when no server is set. */
  builtIn: string;
  /** Beginning of its environment variables. */
  prefix: string;
}

export const CAPABILITY_WORDS: Readonly<Record<Capability, CapabilityWords>> = {
  script: { title: 'Script', builtIn: 'The built-in studio cuts your story into scenes.', prefix: 'SCRIPT' },
  image: { title: 'Pictures', builtIn: 'The built-in studio draws every scene.', prefix: 'IMAGE' },
  speech: { title: 'Voice', builtIn: 'The built-in voices speak, in English.', prefix: 'SPEECH' },
  transcribe: {
    title: 'Word times',
    builtIn: 'The built-in aligner finds when each word is said.',
    prefix: 'TRANSCRIBE',
  },
  moderation: { title: 'Safety check', builtIn: 'Stories are not checked.', prefix: 'MODERATION' },
  motion: { title: 'Moving pictures', builtIn: 'The camera moves over still pictures.', prefix: 'MOTION' },
};

/** What is wrong with a model, and what may take its place. */
export function noticeWords({ capability, model, isGone, endsOn, others }: ModelNotice): string {
  const variable = `${CAPABILITY_WORDS[capability].prefix}_MODEL`;
  if (!isGone && endsOn === null) {
    return `The server lists ${others.join(', ')} alone. If it does not answer for “${model}”, set ${variable} to that.`;
  }
  const what = isGone
    ? `The server does not list “${model}” any more.`
    : `“${model}” is to be shut down on ${endsOn}.`;
  const instead =
    others.length > 0
      ? `It has ${others.join(', ')}: set ${variable} to one of them.`
      : `Set ${variable} to another model.`;
  return `${what} ${instead}`;
}

/** What pressing Test costs. */
export function testCostWords({ testUsd }: Pick<EngineView, 'testUsd'>): string {
  if (testUsd === null) return 'Its price is not known.';
  return testUsd < 0.01 ? 'Costs less than a cent.' : `Costs up to ${formatUsd(testUsd)}.`;
}

export function capWords(usd: number | null): string {
  return usd === null ? 'no limit' : formatUsd(usd);
}
