/** So many crashes in a row are nobody's fault but that of what the service had in hand: others wait for it. */
const PATIENT_CRASHES = 4;
const PATIENT_PAUSE_MS = 2_000;
const MAX_PAUSE_MS = 30_000;

/**
 * How long a service stays away after a crash, ms: briefly at first, then ever longer, so that one which can never run
 * does not keep the machine busy.
 * @param crashes in a row, this one included
 */
export function restartPause(crashes: number): number {
  if (crashes <= PATIENT_CRASHES) return Math.min(PATIENT_PAUSE_MS, 500 * 2 ** (crashes - 1));
  return Math.min(MAX_PAUSE_MS, PATIENT_PAUSE_MS * 2 ** (crashes - PATIENT_CRASHES));
}
