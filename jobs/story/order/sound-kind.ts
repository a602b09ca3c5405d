/** Kinds of files that may be a film's music, named by their usual extension. */
export const SOUND_KINDS = ['mp3', 'm4a', 'wav', 'flac', 'ogg'] as const;
export type SoundKind = (typeof SOUND_KINDS)[number];
