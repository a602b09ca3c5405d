/** Which of our own voices stands in for each voice of a film that cannot be had. Pure. */
import type { Video } from '#jobs/story/film/video.ts';
import type { SceneVoice } from '#jobs/story/order/voice/speaker-voice.ts';
import { USUAL_VOICE, VOICES, type Voice } from '#jobs/story/order/voices.ts';
import { genderOfVoice } from './cast-voices';

/** By the name of the voice in whose place it speaks: see `voiceName`. */
export type StandIns = ReadonlyMap<string, Voice>;

/** By what a voice is told from others, whatever speaks by it. */
export function voiceName({ voice, serviceVoice, localVoice }: SceneVoice): string {
  return localVoice ?? serviceVoice ?? voice;
}

/**
 * Those who are told apart stay told apart as long as there are voices: whoever tells the film has the usual one, the
 * others one of their gender that nobody has yet, else any, else one again that is not the teller's.
 */
export function standIns({ options, scenes }: Pick<Video, 'options' | 'scenes'>): StandIns {
  const { speakers = [] } = options;
  const cast = [
    ...scenes.flatMap(({ voice }) => voice ?? []),
    ...speakers.map(({ voice }) => voice),
    ...scenes.flatMap(({ quoteVoice }) => quoteVoice ?? []),
  ];
  const teller = ownVoice(options.voice) ?? USUAL_VOICE;
  const found = new Map<string, Voice>([[voiceName(options), teller]]);
  // A voice of ours that somebody chose is nobody else's.
  for (const each of cast) {
    const own = isOwn(each) ? ownVoice(each.voice) : null;
    if (own) found.set(own, own);
  }
  for (const each of cast) {
    const name = voiceName(each);
    if (!found.has(name)) found.set(name, standInFor(each, teller, [...found.values()]));
  }
  return found;
}

function standInFor(wanted: SceneVoice, teller: Voice, taken: readonly Voice[]): Voice {
  const gender = genderOfVoice(wanted);
  const fits = (voice: Voice) => gender === null || genderOfVoice({ voice }) === gender;
  const others = VOICES.filter((voice) => voice !== teller);
  const open = others.filter((voice) => !taken.includes(voice));
  return open.find(fits) ?? open[0] ?? others.find(fits) ?? others[taken.length % others.length] ?? teller;
}

const isOwn = ({ serviceVoice, localVoice }: SceneVoice) =>
  serviceVoice === undefined && localVoice === undefined;

const ownVoice = (name: string): Voice | null => VOICES.find((voice) => voice === name) ?? null;
