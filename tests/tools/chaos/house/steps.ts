/** The steps of a film that cost something: money, or the processor for long. Pure. */

export const STEPS = ['script', 'voice', 'picture', 'segment', 'sound', 'film'] as const;
export type Step = (typeof STEPS)[number];
