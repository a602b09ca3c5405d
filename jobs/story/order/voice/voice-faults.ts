/** Codes of a voice that was chosen and cannot be had any more. */

/** The speech service is there, and does not have it. */
export const VOICE_NOT_OFFERED = 'voice_not_offered';
/** What had it is not there. */
export const VOICE_UNAVAILABLE = 'voice_unavailable';
