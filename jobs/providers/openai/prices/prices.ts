/**
 * What OpenAI's models cost, in US dollars, as public price lists gave them; each entry says when. They serve for
 * estimates and caps; what is charged is the server's to say (https://developers.openai.com/api/docs/pricing).
 * The one place to change when prices do. A trailing date in a model's name is ignored when it is looked up.
 */

/** Day on which the list as a whole was last gone through, ISO 8601. */
export const PRICES_AS_OF = '2026-11-05';

/** Since when a price is known, and how surely. */
export interface Listing {
  /** Day that the source names, or the day on which a source without a date was read. ISO 8601. */
  asOf: string;
  /** False where the source bears no date: the price may be older, and is unverified. */
  isDated: boolean;
}

const dated = (asOf: string): Listing => ({ asOf, isDated: true });
const UNDATED: Listing = { asOf: PRICES_AS_OF, isDated: false };

/** What every entry carries besides its amounts. */
export interface Listed {
  listing: Listing;
}

/** Per million tokens. */
export interface ChatPrice extends Listed {
  inputUsd: number;
  outputUsd: number;
}

export const CHAT_PRICES: Readonly<Record<string, ChatPrice>> = {
  'gpt-6-astra': { inputUsd: 10, outputUsd: 50, listing: UNDATED },
  'gpt-6.1-sol': { inputUsd: 2, outputUsd: 10, listing: UNDATED },
  'gpt-6.1-terra': { inputUsd: 1, outputUsd: 5, listing: UNDATED },
  'gpt-6-sol': { inputUsd: 2, outputUsd: 10, listing: dated('2026-09-22') },
  'gpt-6-luna': { inputUsd: 0.1, outputUsd: 0.5, listing: dated('2026-09-22') },
  'gpt-5.6-sol': { inputUsd: 5, outputUsd: 30, listing: dated('2026-08-01') },
  'gpt-5.6-terra': { inputUsd: 2, outputUsd: 12, listing: dated('2026-08-01') },
  'gpt-5.6-luna': { inputUsd: 0.2, outputUsd: 1.2, listing: dated('2026-08-01') },
  'gpt-5.4-mini': { inputUsd: 0.75, outputUsd: 4.5, listing: UNDATED },
  'gpt-5.4-nano': { inputUsd: 0.2, outputUsd: 1.25, listing: UNDATED },
  'gpt-5': { inputUsd: 1.25, outputUsd: 10, listing: UNDATED },
  'gpt-5-mini': { inputUsd: 0.25, outputUsd: 2, listing: UNDATED },
  'gpt-5-nano': { inputUsd: 0.05, outputUsd: 0.4, listing: UNDATED },
  'gpt-4.1': { inputUsd: 2, outputUsd: 8, listing: UNDATED },
  'gpt-4.1-mini': { inputUsd: 0.4, outputUsd: 1.6, listing: UNDATED },
  'gpt-4.1-nano': { inputUsd: 0.1, outputUsd: 0.4, listing: UNDATED },
  'gpt-4o': { inputUsd: 2.5, outputUsd: 10, listing: UNDATED },
  'gpt-4o-mini': { inputUsd: 0.15, outputUsd: 0.6, listing: UNDATED },
};

export interface ImagePrice extends Listed {
  /** Per million tokens of the prompt, of reference pictures, and of the picture made. */
  textInputUsd: number;
  imageInputUsd: number;
  imageOutputUsd: number;
  /** Of one picture of 1024 × 1024 px, without its input. */
  squareUsd: { low: number; medium: number; high: number };
  /** Of one picture of 1024 × 1536 px. */
  tallUsd: { low: number; medium: number; high: number };
}

const GPT_IMAGE_2: ImagePrice = {
  textInputUsd: 5,
  imageInputUsd: 8,
  imageOutputUsd: 30,
  squareUsd: { low: 0.006, medium: 0.053, high: 0.211 },
  tallUsd: { low: 0.005, medium: 0.041, high: 0.165 },
  listing: UNDATED,
};

export const IMAGE_PRICES: Readonly<Record<string, ImagePrice>> = {
  'gpt-image-2': GPT_IMAGE_2,
  // Same token prices as gpt-image-2 (dated 2026-09-09). OpenAI gives no examples per picture for these; counts of
  // tokens that others published are lower, so that these examples err on the dear side.
  'gpt-image-2.5-flare': GPT_IMAGE_2,
  'gpt-image-2.5-sunburst': GPT_IMAGE_2,
  'gpt-image-1.5': {
    textInputUsd: 5,
    imageInputUsd: 8,
    imageOutputUsd: 32,
    squareUsd: { low: 0.009, medium: 0.034, high: 0.133 },
    tallUsd: { low: 0.013, medium: 0.051, high: 0.2 },
    listing: UNDATED,
  },
  'gpt-image-1-mini': {
    textInputUsd: 2,
    imageInputUsd: 2.5,
    imageOutputUsd: 8,
    squareUsd: { low: 0.005, medium: 0.011, high: 0.036 },
    tallUsd: { low: 0.006, medium: 0.015, high: 0.052 },
    listing: UNDATED,
  },
};

export interface SpeechPrice extends Listed {
  /** Per million characters of input; 0 where only the sound is paid for. */
  perMillionCharactersUsd: number;
  /** Per minute of sound; 0 where only the text is paid for. */
  perMinuteUsd: number;
}

export const SPEECH_PRICES: Readonly<Record<string, SpeechPrice>> = {
  'gpt-4o-mini-tts': { perMillionCharactersUsd: 0.6, perMinuteUsd: 0.015, listing: UNDATED },
  'tts-1': { perMillionCharactersUsd: 15, perMinuteUsd: 0, listing: UNDATED },
  'tts-1-hd': { perMillionCharactersUsd: 30, perMinuteUsd: 0, listing: UNDATED },
};

/** Per million tokens. */
export interface RealtimePrice extends Listed {
  /** Of the text to be spoken, and of the transcript that comes with the sound. */
  textInputUsd: number;
  textOutputUsd: number;
  audioOutputUsd: number;
}

export const REALTIME_PRICES: Readonly<Record<string, RealtimePrice>> = {
  'gpt-realtime': { textInputUsd: 4, textOutputUsd: 16, audioOutputUsd: 64, listing: UNDATED },
  'gpt-realtime-1.5': { textInputUsd: 4, textOutputUsd: 16, audioOutputUsd: 64, listing: UNDATED },
  'gpt-realtime-mini': { textInputUsd: 0.6, textOutputUsd: 2.4, audioOutputUsd: 20, listing: UNDATED },
};

export interface TranscriptionPrice extends Listed {
  /** Per minute of sound. */
  perMinuteUsd: number;
}

export const TRANSCRIPTION_PRICES: Readonly<Record<string, TranscriptionPrice>> = {
  'whisper-1': { perMinuteUsd: 0.006, listing: UNDATED },
  'gpt-4o-transcribe': { perMinuteUsd: 0.006, listing: UNDATED },
  'gpt-4o-mini-transcribe': { perMinuteUsd: 0.003, listing: UNDATED },
  'gpt-transcribe': { perMinuteUsd: 0.0045, listing: UNDATED },
};
