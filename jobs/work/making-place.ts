/** How much a worker does at once. */

/** Voices and pictures that one worker makes at once; the built-in ones share the machine's threads. */
const ASSET_SLOTS = 4;
/** The same where servers make them: they wait most of the time, and the ledger holds them to their limits. */
const REMOTE_ASSET_SLOTS = 12;

/** @param isRemote whether a server elsewhere makes voices or pictures */
export function assetSlots(isRemote: boolean): number {
  return isRemote ? REMOTE_ASSET_SLOTS : ASSET_SLOTS;
}
