/** What a connected speech service offers for a film, and what was chosen of it. */
import type { LocalVoice } from '#jobs/story/order/voice/local-voices.ts';
import { valuesOf } from './option';
import { OPTIONS } from './option-registry';
import type { VideoOptions } from './options';
import { MAX_TONE_CHARACTERS } from './sound-options';
import { cleanText, hasControlCharacters } from './story-text';
import { USUAL_VOICE, VOICES, type VoiceChoice } from './voices';

const VOICE_CHOICES = valuesOf(OPTIONS.voice);

/** A speech service as the form shows it. */
export interface SpeechService {
  model: string;
  /** Voices that go with that model, by the service's own names. */
  voices: readonly string[];
  /** Which of them speaks where none is chosen. */
  usualVoice: string;
  /** Whether it heeds words on how to speak. */
  takesTone: boolean;
}

/** Why a choice cannot be had; the same form as the issues of a draft. */
export interface ServiceIssue {
  code: string;
  message: string;
  hint: string;
}

export type Chosen<T> = { ok: true; chosen: T } | { ok: false; issue: ServiceIssue };

/** What a wanted voice is called in a video's options. */
export type ChosenVoice = Pick<Partial<VideoOptions>, 'voice' | 'serviceVoice' | 'localVoice'>;

/** The voices that there are besides the built-in ones. */
export interface FurtherVoices {
  service: SpeechService | null;
  localVoices: readonly LocalVoice[];
}

/**
 * Finds a voice by its name: one of the service's, one that is installed here, or one of ours. Where there is a
 * service, its usual voice speaks in place of a built-in one.
 */
export function chooseVoice(wanted: string, voices: FurtherVoices): Chosen<ChosenVoice> {
  const { service, localVoices } = voices;
  if (service?.voices.includes(wanted)) {
    return { ok: true, chosen: { voice: USUAL_VOICE, serviceVoice: wanted } };
  }
  if (localVoices.some(({ name }) => name === wanted)) {
    return { ok: true, chosen: { voice: USUAL_VOICE, localVoice: wanted } };
  }
  const ours = VOICE_CHOICES.find((voice) => voice === wanted);
  if (ours) return { ok: true, chosen: { voice: ours } };
  return { ok: false, issue: noSuchVoice(wanted, voices) };
}

function isReplaced(voice: VoiceChoice): boolean {
  return VOICES.some((builtIn) => builtIn === voice);
}

function noSuchVoice(wanted: string, { service, localVoices }: FurtherVoices): ServiceIssue {
  const ours = service ? VOICE_CHOICES.filter((voice) => !isReplaced(voice)) : VOICE_CHOICES;
  const offered = [...(service?.voices ?? []), ...localVoices.map(({ name }) => name), ...ours];
  const why = service
    ? `the speech service speaks with “${service.model}” now, which does not have it`
    : 'it is not installed on this machine, and no speech service is connected that could have it';
  return {
    code: 'unknown_voice',
    message: `There is no voice called “${shortly(wanted)}”: ${why}.`,
    hint: `Choose one of: ${offered.join(', ')}. If this page offered it, the settings have changed since; load the page again.`,
  };
}

/** Checks words on how the voice is to sound; empty ones are null. */
export function chooseTone(wanted: string, service: SpeechService | null): Chosen<string | null> {
  if (hasControlCharacters(wanted)) {
    return refused(
      'voice_tone_control_characters',
      'The words on how the voice should sound hold characters that cannot be sent.',
      'Type them again, or leave them out.',
    );
  }
  const tone = cleanText(wanted).replace(/\s+/g, ' ');
  if (tone === '') return { ok: true, chosen: null };
  const length = [...tone].length;
  if (length > MAX_TONE_CHARACTERS) {
    return refused(
      'voice_tone_too_long',
      `The words on how the voice should sound have ${length} characters; at most ${MAX_TONE_CHARACTERS} are taken.`,
      'Say it more briefly.',
    );
  }
  if (service?.takesTone) return { ok: true, chosen: tone };
  return refused(
    'voice_tone_unavailable',
    service
      ? `The voice cannot be told how to sound: “${service.model}” takes no such words.`
      : 'The voice cannot be told how to sound: no speech service is connected.',
    'Leave these words out, or ask the operator for a speech model that takes them.',
  );
}

function refused(code: string, message: string, hint: string): { ok: false; issue: ServiceIssue } {
  return { ok: false, issue: { code, message, hint } };
}

function shortly(text: string): string {
  return [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')].slice(0, 40).join('');
}
