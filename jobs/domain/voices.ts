/** The built-in voices as people choose among them. */
import type { Voice } from './options';

export interface VoiceDescription {
  id: Voice;
  label: string;
  /** One line on how it sounds. */
  description: string;
}

export const VOICE_DESCRIPTIONS: readonly VoiceDescription[] = [
  { id: 'slt', label: 'Clear', description: 'A light, clear voice, American English. Good for any story.' },
  {
    id: 'rms',
    label: 'Deep',
    description: 'A deep, calm voice, American English. Good for tales and explanations.',
  },
  { id: 'awb', label: 'Warm', description: 'A warm, softer voice with a Scottish touch. Good for bedtime.' },
];
