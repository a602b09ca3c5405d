/** How the options of a video are called on the form. Pure; keyed by the options themselves. */

import {
  type MusicChoice,
  type PictureStyle,
  type Speed,
  VOICE_CHOICES,
  VOICES,
  type VoiceChoice,
} from '../../jobs/domain/options';
import type { SpeechAbilities } from '../../jobs/domain/speech-language';
import { VOICE_DESCRIPTIONS } from '../../jobs/domain/voices';
import type { CaptionStyle, FormatName } from '../../remotion/story-props';

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

/** The voices that there are here; a connected service's own stands in for all built-in ones. */
export function voiceChoices({
  espeakLanguages,
  hasService,
  serviceVoice,
}: SpeechAbilities): Choice<VoiceChoice>[] {
  const [standIn, ...replaced] = VOICES;
  const isOffered = (voice: VoiceChoice) =>
    voice === 'espeak'
      ? espeakLanguages.length > 0
      : !(hasService && replaced.some((name) => name === voice));
  return VOICE_CHOICES.filter(isOffered).map((value) => {
    if (hasService && value === standIn) {
      return { value, label: serviceVoice ?? 'Connected voice', note: 'By the connected speech service' };
    }
    const { label, description } = VOICE_DESCRIPTIONS[value];
    return { value, label, note: description };
  });
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
