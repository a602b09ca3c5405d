/** How the options of a video are called on the form. Pure; keyed by the options themselves. */

import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import {
  type MusicChoice,
  type PictureQuality,
  type PictureStyle,
  type Speed,
  VOICE_CHOICES,
  VOICES,
  type VoiceChoice,
} from '#jobs/story/order/options.ts';
import type { PictureService } from '#jobs/story/order/picture-service.ts';
import { VOICE_DESCRIPTIONS } from '#jobs/story/order/voices.ts';
import type { CaptionStyle, FormatName } from '#remotion/contract/story-props.ts';

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  note: string;
}

export const STYLE_CHOICES = listed<PictureStyle>({
  papercut: ['Papercut', 'Layers with soft shadows'],
  watercolor: ['Watercolor', 'Washes on rough paper'],
  gouache: ['Gouache', 'Flat, painted colour'],
  neon: ['Neon', 'A city after dark'],
  silhouette: ['Silhouette', 'Shapes against the light'],
});

/** The voices that there are here, the service's usual one first; it speaks in place of the built-in ones. */
export function voiceChoices({ espeakLanguages, service }: SpeechAbilities): Choice[] {
  const isOffered = (voice: VoiceChoice) =>
    voice === 'espeak' ? espeakLanguages.length > 0 : !service || !VOICES.some((name) => name === voice);
  const ours = VOICE_CHOICES.filter(isOffered).map((value): Choice => {
    const { label, description } = VOICE_DESCRIPTIONS[value];
    return { value, label, note: service ? '' : description };
  });
  return [...serviceVoices(service), ...ours];
}

function serviceVoices(service: SpeechAbilities['service']): Choice[] {
  if (!service) return [];
  const { voices, usualVoice } = service;
  return [usualVoice, ...voices.filter((voice) => voice !== usualVoice)].map((value) => ({
    value,
    label: voiceName(value),
    note: '',
  }));
}

/** A plain word as a name; anything else, such as `af_heart`, as the service spells it. */
function voiceName(voice: string): string {
  return /^[a-z]+$/.test(voice) ? `${voice.charAt(0).toUpperCase()}${voice.slice(1)}` : voice;
}

/** Which of them stands for what the form holds: a built-in voice for the service's usual one. */
export function shownVoice(chosen: string, speech: SpeechAbilities): string {
  const choices = voiceChoices(speech);
  return choices.some(({ value }) => value === chosen) ? chosen : (choices[0]?.value ?? chosen);
}

const QUALITY_LABELS: Record<PictureQuality, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  xhigh: 'Very high',
  max: 'Highest',
  auto: 'As the model likes',
};

/** The qualities that may be chosen, from the plainest. */
export function qualityChoices({ qualities }: PictureService): Choice<PictureQuality>[] {
  return qualities.map((value) => ({ value, label: QUALITY_LABELS[value], note: '' }));
}

export const SPEED_CHOICES = listed<Speed>({
  slow: ['Slow', ''],
  normal: ['Natural', ''],
  fast: ['Brisk', ''],
});

export const CAPTION_CHOICES = listed<CaptionStyle>({
  pop: ['Pop', 'A few bold words at a time'],
  karaoke: ['Karaoke', 'The line fills as it is read'],
  subtle: ['Subtle', 'Quiet, below the picture'],
  big: ['Big', 'One word fills the screen'],
});

export const FORMAT_CHOICES = listed<FormatName>({
  '9:16': ['Tall', 'Reels, Shorts, TikTok'],
  '1:1': ['Square', 'Feeds'],
  '16:9': ['Wide', 'YouTube, television'],
});

export const MUSIC_LABELS = listed<MusicChoice>({
  auto: ['Match the story', ''],
  none: ['None', ''],
  own: ['My own file', ''],
  calm: ['Calm', ''],
  joyful: ['Joyful', ''],
  magical: ['Magical', ''],
  sad: ['Sad', ''],
  tense: ['Tense', ''],
  adventurous: ['Adventurous', ''],
  mysterious: ['Mysterious', ''],
  playful: ['Playful', ''],
  tender: ['Tender', ''],
});

function listed<Value extends string>(words: Record<Value, [label: string, note: string]>): Choice<Value>[] {
  return (Object.entries(words) as [Value, [string, string]][]).map(([value, [label, note]]) => ({
    value,
    label,
    note,
  }));
}
