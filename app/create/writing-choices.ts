/** How a writing model's options are called on the form. Pure; keyed by the options themselves. */
import {
  TARGET_SECONDS,
  TONES,
  type Tone,
  WRITING_MODES,
  type WritingMode,
} from '#jobs/story/budget/film-plan.ts';
import type { Choice } from './choices';
import { spokenLength } from './film-estimate';

const WRITING_WORDS: Record<WritingMode, [label: string, note: string]> = {
  'keep-my-words': ['Keep my words', 'Cut into scenes, not changed'],
  'write-for-me': ['Write it for me', 'An idea is enough'],
};

export const WRITING_CHOICES: readonly Choice<WritingMode>[] = WRITING_MODES.map((value) => {
  const [label, note] = WRITING_WORDS[value];
  return { value, label, note };
});

export const LENGTH_CHOICES: readonly Choice[] = TARGET_SECONDS.map((seconds) => ({
  value: String(seconds),
  label: spokenLength(seconds * 1000),
  note: '',
}));

const TONE_LABELS: Record<Tone, string> = {
  auto: 'Match the story',
  warm: 'Warm',
  funny: 'Funny',
  dramatic: 'Dramatic',
  calm: 'Calm',
  spooky: 'Spooky',
  inspiring: 'Inspiring',
};

export const TONE_CHOICES: readonly Choice<Tone>[] = TONES.map((value) => ({
  value,
  label: TONE_LABELS[value],
  note: '',
}));
