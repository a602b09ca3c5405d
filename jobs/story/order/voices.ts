/** The voices as people choose among them. */

export interface VoiceDescription {
  label: string;
  /** One line on how it sounds. */
  description: string;
}

/** The built-in voices; they speak English. */
export const VOICES = ['slt', 'rms', 'awb'] as const;
export type Voice = (typeof VOICES)[number];

/** Who speaks where nobody is chosen: a recogniser mistakes 13 % of its words, 21 % of `awb`’s, 27 % of `slt`’s. */
export const USUAL_VOICE: Voice = 'rms';

/** `espeak` is the machine's own espeak-ng; `none` tells the story in captions and music alone. */
export type VoiceChoice = Voice | 'espeak' | 'none';

export const VOICE_DESCRIPTIONS: Readonly<Record<VoiceChoice, VoiceDescription>> = {
  slt: { label: 'Sarah', description: 'Light and clear, American' },
  rms: { label: 'Miles', description: 'Deep and calm, American' },
  awb: { label: 'Alistair', description: 'Warm and softer, Scottish' },
  espeak: { label: 'System voice', description: 'Plain, in the story’s language' },
  none: { label: 'No voice', description: 'Captions and music, any language' },
};

/** How many times as fast as its own pace a voice speaks. */
export const SPEED_FACTORS = { slow: 0.85, normal: 1, fast: 1.18 } as const;
