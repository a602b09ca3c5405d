/**
 * How the times of a scene's words were found, best first: told by the voice's own engine; by a transcription
 * with word times; by comparison with the built-in voice; by the words' spelling; or none were needed, because
 * the scene is read in silence.
 */
export const WORD_TIMINGS = ['engine', 'transcription', 'reference', 'syllables', 'reading'] as const;
export type WordTiming = (typeof WORD_TIMINGS)[number];
