/** How the options of a video are called on the form. Pure; keyed by the options themselves. */

import type { PictureStyle, VideoOptions, Voice } from '../../jobs/domain/options';
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

export const VOICE_CHOICES = listed<Voice>({
  slt: ['Sarah', 'Clear, American'],
  rms: ['Miles', 'Deep, American'],
  awb: ['Alistair', 'Scottish'],
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

export const MUSIC_LABELS = listed<VideoOptions['music']>({
  auto: ['Match the story', ''],
  none: ['None', ''],
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
