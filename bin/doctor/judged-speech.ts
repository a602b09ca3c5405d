/** Which voices this machine has besides the built-in ones. Pure. */
import { type Finding, note, ok } from './finding';

export interface SpeechSight {
  espeak: { version: string; languages: number } | null;
  festivalVoices: number;
  /** Neural voices that are installed, and folders among them that cannot be used, with why. */
  models: readonly { name: string; why: string | null }[];
  hasEngine: boolean;
}

export function judgeSpeech({ espeak, festivalVoices, models, hasEngine }: SpeechSight): Finding[] {
  return [
    espeak
      ? ok('espeak-ng', `Version ${espeak.version}; it tells stories in ${espeak.languages} languages.`)
      : note(
          'espeak-ng',
          'There is none: stories in other languages than English become captioned films.',
          'sudo apt-get install espeak-ng',
        ),
    ...(festivalVoices > 0
      ? [ok('Festival', `${festivalVoices} ${festivalVoices === 1 ? 'voice' : 'voices'}.`)]
      : []),
    ...judgeModels(models, hasEngine),
  ];
}

function judgeModels(models: SpeechSight['models'], hasEngine: boolean): Finding[] {
  const about = 'voices';
  const whole = models.filter(({ why }) => why === null).map(({ name }) => name);
  const broken = models.flatMap(({ name, why }) =>
    why === null
      ? []
      : [
          note(
            about,
            `${name} cannot be used: ${why}.`,
            `npm run voices -- remove ${name}, then add it again`,
          ),
        ],
  );
  if (whole.length === 0) {
    return [
      ...broken,
      note(about, 'No neural voice is installed; the built-in ones speak English.', 'npm run voices'),
    ];
  }
  return [
    ...broken,
    hasEngine
      ? ok(about, `${whole.join(', ')}.`)
      : note(
          about,
          `${whole.join(', ')} cannot speak: their engine is not installed.`,
          'npm run voices -- engine',
        ),
  ];
}
