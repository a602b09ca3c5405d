/** Voices for those who say lines in a story. Pure. */
import type { SceneVoice, SpeakerVoice } from '#jobs/story/order/voice/speaker-voice.ts';
import { type StorySpeaker, saidBy, speakersIn } from './said-by';

/** Of our voices and those of OpenAI's, whose names do not say it. */
const GENDERS: Readonly<Record<string, StorySpeaker['gender']>> = {
  ...{ slt: 'female', rms: 'male', awb: 'male' },
  ...{ marin: 'female', nova: 'female', coral: 'female', sage: 'female', shimmer: 'female' },
  ...{ cedar: 'male', ash: 'male', echo: 'male', onyx: 'male', verse: 'male', ballad: 'male' },
};

/** As whom a voice is heard; null where nobody says. Kokoro's and Kitten's names do: `af_bella`, `expr-voice-2-m`. */
export function genderOfVoice({ voice, serviceVoice, localVoice }: SceneVoice): StorySpeaker['gender'] {
  const name = localVoice ?? serviceVoice ?? voice;
  if (Object.hasOwn(GENDERS, name)) return GENDERS[name] ?? null;
  const letter = /(?:^|\/)[a-z]([fm])_|-([fm])$/.exec(name);
  const told = letter?.[1] ?? letter?.[2];
  return told === 'f' ? 'female' : told === 'm' ? 'male' : null;
}

/**
 * A voice of their own for all who say lines, in the order in which they speak: one of their gender that nobody has
 * yet, else any that nobody has, else one of their gender again.
 * @param others voices besides the narrator's, which nobody else has
 */
export function castVoices(narrations: readonly string[], others: readonly SceneVoice[]): SpeakerVoice[] {
  const taken: SceneVoice[] = [];
  return speakersIn(saidBy(narrations)).flatMap(({ speaker: { name, gender } }) => {
    const isOpen = (voice: SceneVoice) => !taken.includes(voice);
    const fits = (voice: SceneVoice) => gender === null || genderOfVoice(voice) === gender;
    const voice =
      others.find((each) => isOpen(each) && fits(each)) ??
      others.find(isOpen) ??
      others.filter(fits)[taken.length % Math.max(1, others.filter(fits).length)] ??
      others[taken.length % Math.max(1, others.length)];
    if (!voice) return [];
    taken.push(voice);
    return [{ name, voice }];
  });
}
