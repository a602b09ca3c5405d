/** What calls are made for, and what they are called in the ledger. */
import type { Attempt } from '#jobs/db/attempt-writes.server.ts';
import type { PlannedCall } from '#jobs/ports/calls/call-hooks.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import type { ProviderIdentity } from '#jobs/story/film/provider-identity.ts';

/** What is made: the asset that calls are made for. */
export interface CallSubject {
  /** Position of the scene, or null for what belongs to the whole film. */
  scene: number | null;
  kind: 'script' | 'voice' | 'picture' | 'music' | 'motion' | 'check' | 'test';
  identity: ProviderIdentity;
  inputHash: string;
  /** The engine's calls pass the hooks: each try is an entry. Otherwise the asset as a whole is one, free of charge. */
  isCounted: boolean;
}

/** The entry of a call that begins. */
export function rowOf(
  id: string,
  attempt: Attempt | null,
  { scene, kind, identity, inputHash }: CallSubject,
) {
  return {
    id,
    videoId: attempt?.videoId ?? null,
    scene,
    kind,
    provider: identity.name,
    model: identity.model,
    inputHash,
  };
}

/** Equal for all tries of one call, in whichever attempt. */
export function callHashOf(
  { scene, kind, inputHash }: CallSubject,
  { capability, purpose, input }: PlannedCall,
): string {
  return fingerprint({ scene, kind, inputHash, capability, purpose, input });
}

/** What is made, as a person is told of it. */
export function nameOf({ kind, scene }: CallSubject): string {
  return scene === null ? `the ${kind}` : `the ${kind} of scene ${scene + 1}`;
}
