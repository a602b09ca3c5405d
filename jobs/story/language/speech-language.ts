/** Whether the chosen voice can tell a story in its language, and what else there is to choose. */

import { speakerKindOf } from '#jobs/story/film/speech.ts';
import type { VideoOptions } from '#jobs/story/order/options.ts';
import type { SpeechService } from '#jobs/story/order/speech-service.ts';
import type { LocalVoice } from '#jobs/story/order/voice/local-voices.ts';
import { VOICE_DESCRIPTIONS, VOICES } from '#jobs/story/order/voices.ts';
import { isEnglish, storyLanguage } from './language';
import { languageName, primaryLanguage } from './language-tag';

/** What can be spoken here, besides English by the built-in voices. */
export interface SpeechAbilities {
  /** Primary languages (`es`, `de`) that the machine's own espeak-ng speaks; empty where there is none. */
  espeakLanguages: readonly string[];
  /** Voices that are installed on this machine. */
  localVoices: readonly LocalVoice[];
  /** The connected speech service, which speaks in place of the built-in voices, in any language; or null. */
  service: SpeechService | null;
}

/** A machine with the built-in voices alone. */
export const BUILT_IN_SPEECH: SpeechAbilities = { espeakLanguages: [], localVoices: [], service: null };

/** Why a voice cannot tell a story; the same form as the issues of a draft. */
export interface SpeechIssue {
  code: string;
  message: string;
  hint: string;
}

/** The reason why the chosen voice is not the one for this story, or null. */
export function checkSpeech(
  story: string,
  options: Pick<VideoOptions, 'voice' | 'localVoice' | 'language'>,
  abilities: SpeechAbilities = BUILT_IN_SPEECH,
): SpeechIssue | null {
  const kind = speakerKindOf(options);
  if (kind === 'none') return null;
  const language = storyLanguage({ story, options });
  if (kind === 'system') return checkEspeak(language, abilities);
  if (options.localVoice !== undefined) return checkLocal(options.localVoice, language, abilities);
  if (isEnglish(language) || abilities.service) return null;
  const reason =
    options.language === 'auto'
      ? `this story seems to be in ${languageName(language)}`
      : 'another language was chosen';
  return {
    code: 'language_unsupported',
    message: `${voiceNames()} speak English only, and ${reason}.`,
    hint: otherVoices(language, abilities),
  };
}

function checkLocal(name: string, language: string, abilities: SpeechAbilities): SpeechIssue | null {
  const voice = abilities.localVoices.find((local) => local.name === name);
  if (!voice || voice.languages.length === 0 || voice.languages.includes(primaryLanguage(language)))
    return null;
  return {
    code: 'language_unsupported',
    message: `${voice.label} does not speak ${languageName(language)}.`,
    hint: otherVoices(language, abilities),
  };
}

function checkEspeak(language: string, abilities: SpeechAbilities): SpeechIssue | null {
  if (abilities.espeakLanguages.length === 0) {
    return {
      code: 'voice_unavailable',
      message: 'There is no espeak-ng on this machine, so there is no system voice.',
      hint: `Install espeak-ng and start again, or choose “${VOICE_DESCRIPTIONS.none.label}”.`,
    };
  }
  if (speaks(abilities, language)) return null;
  return {
    code: 'language_unsupported',
    message: `The system voice does not speak ${languageName(language)}.`,
    hint: otherVoices(language, abilities),
  };
}

function otherVoices(language: string, abilities: SpeechAbilities): string {
  const silent = `“${VOICE_DESCRIPTIONS.none.label}” for captions and music alone`;
  const local = abilities.localVoices.find(({ languages }) => languages.includes(primaryLanguage(language)));
  const system = speaks(abilities, language) ? `“${VOICE_DESCRIPTIONS.espeak.label}”, or ` : '';
  return `Choose ${local ? `“${local.label}”, or ` : ''}${system}${silent}, or connect a speech service.`;
}

function speaks(abilities: SpeechAbilities, language: string): boolean {
  return abilities.espeakLanguages.includes(primaryLanguage(language));
}

function voiceNames(): string {
  const names = VOICES.map((voice) => VOICE_DESCRIPTIONS[voice].label);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
