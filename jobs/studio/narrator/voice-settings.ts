/** How each built-in voice is driven and how its tone is evened out. */
import type { Voice } from '#jobs/story/order/voices.ts';

export interface VoiceSettings {
  /** Name inside the synthesiser. */
  name: string;
  /** Factor on every sound's length that brings the voice to about 158 words a minute, pauses included. */
  durationStretch: number;
  /** Mean pitch, Hz; `rms` keeps to its own, about 102 Hz. */
  pitchMean: number;
  /** Spread of the pitch, Hz: more than the voice's own makes it livelier, too much makes it crack. */
  pitchSpread: number;
  tone: Tone;
}

/** Corrections that bring each voice's long-term spectrum near to that of a close, natural one; dB. */
export interface Tone {
  /** Around 200 Hz, where the fundamental booms. */
  bodyDb: number;
  /** Around 2 kHz, where words are understood. */
  clarityDb: number;
  /** Around 4 kHz. */
  presenceDb: number;
  /** Above 5.5 kHz, where s and sh are. */
  sibilanceDb: number;
}

export const VOICE_SETTINGS: Record<Voice, VoiceSettings> = {
  slt: {
    name: 'slt',
    durationStretch: 1.32,
    pitchMean: 182,
    pitchSpread: 50,
    tone: { bodyDb: -2.5, clarityDb: 2, presenceDb: 3, sibilanceDb: -4 },
  },
  rms: {
    name: 'rms',
    durationStretch: 1.11,
    pitchMean: 104,
    pitchSpread: 20,
    tone: { bodyDb: -1, clarityDb: 3.5, presenceDb: -7, sibilanceDb: -5 },
  },
  awb: {
    name: 'awb',
    durationStretch: 1.25,
    pitchMean: 131,
    pitchSpread: 23,
    tone: { bodyDb: -2, clarityDb: 1, presenceDb: 1.5, sibilanceDb: 10 },
  },
};
