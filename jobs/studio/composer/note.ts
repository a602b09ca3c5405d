/** What is played: one note of one instrument. */
import type { LeadInstrument, PluckedInstrument } from './moods';

export type Instrument = PluckedInstrument | LeadInstrument | 'pad' | 'bass' | 'drum' | 'shaker';

export interface Note {
  instrument: Instrument;
  /** Seconds from the beginning. */
  time: number;
  /** Seconds until it is let go; what decays by itself rings on. */
  duration: number;
  /** MIDI pitch. */
  pitch: number;
  /** 0 to 1. */
  level: number;
  /** −1 is left, 1 right. */
  pan: number;
}
