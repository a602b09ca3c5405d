/** Which voices a speech model offers, by the settings. Pure. */
import type { SettingsIssue } from '#jobs/ports/provider.ts';
import { DEFAULT_VOICE, FALLBACK_VOICE, isKnownVoice, nearestVoice, voicesOf } from './catalogue';
import type { SpeechSettings } from './settings';

/** As the environment names them. */
interface VoiceVariables {
  SPEECH_MODEL: string | null;
  SPEECH_VOICE: string | null;
  SPEECH_VOICES: string | null;
}

export interface OfferedVoices extends Pick<SpeechSettings, 'voice' | 'voices'> {
  issues: SettingsIssue[];
  /** Voices that the model has not, and what speaks instead; null for none. */
  warning: string | null;
}

/**
 * The voices that may be chosen and the usual one. A model that is known has voices of its own, of which
 * SPEECH_VOICES may name a few; those of any other model are the ones that the operator names. Where nobody named the
 * model, it may have changed with the day, so that voices of its predecessors are no fault of the operator's: they are
 * left out, and a warning says so.
 */
export function voicesFor(variables: VoiceVariables, model: string): OfferedVoices {
  const known = voicesOf(model);
  const listed = [...new Set((variables.SPEECH_VOICES ?? '').split(',').map((name) => name.trim()))].filter(
    Boolean,
  );
  const isGone = (name: string) =>
    variables.SPEECH_MODEL === null && known !== null && !known.includes(name) && isKnownVoice(name);
  const named = listed.filter((name) => !isGone(name));
  const wanted = variables.SPEECH_VOICE;
  const [first] = named;
  const offered = first ? named : (known ?? []);
  const fallback = offered.includes(DEFAULT_VOICE) ? DEFAULT_VOICE : (first ?? FALLBACK_VOICE);
  const voice =
    wanted === null ? fallback : isGone(wanted) ? (nearestVoice(wanted, offered) ?? fallback) : wanted;
  const issues: SettingsIssue[] = [];
  if (!known && !wanted && !first) {
    issues.push({
      variable: 'SPEECH_VOICE',
      message: 'must name a voice of the speech server (SPEECH_VOICES may name several)',
    });
  }
  const reject = (variable: string, names: readonly string[]) => {
    if (known && names.some((name) => !known.includes(name))) {
      issues.push({ variable, message: `must be one of ${known.join(', ')} for this model` });
    }
  };
  reject('SPEECH_VOICE', [voice]);
  reject('SPEECH_VOICES', named);
  return {
    voice,
    voices: offered.includes(voice) ? offered : [voice, ...offered],
    issues,
    warning: warningOf(
      model,
      voice,
      wanted !== null && isGone(wanted) ? wanted : null,
      listed.filter(isGone),
    ),
  };
}

/** @param wanted the usual voice, where it is gone */
function warningOf(
  model: string,
  voice: string,
  wanted: string | null,
  unlisted: readonly string[],
): string | null {
  const said: string[] = [];
  if (wanted !== null) {
    const isNearest = nearestVoice(wanted, [voice]) !== null;
    said.push(
      `SPEECH_VOICE names “${wanted}”, which “${model}” does not have: “${voice}”${isNearest ? ', the nearest that it has,' : ''} speaks until you name another.`,
    );
  }
  if (unlisted.length > 0)
    said.push(`SPEECH_VOICES names ${unlisted.join(', ')}, which “${model}” does not have.`);
  return said.length > 0 ? said.join(' ') : null;
}
