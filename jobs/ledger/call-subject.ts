/** What calls are made for, and what they are called in the ledger. */
import type { Attempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import type { CallOutcome, PlannedCall } from '#jobs/ports/calls/call-hooks.ts';
import type { SpanFacts } from '#jobs/ports/tracing.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import type { ProviderIdentity } from '#jobs/story/film/provider-identity.ts';

/** What is made: the asset that calls are made for. */
export interface CallSubject {
  /** Position of the scene, or null for what belongs to the whole film. */
  scene: number | null;
  kind: 'script' | 'captions' | 'voice' | 'picture' | 'music' | 'motion' | 'segment' | 'check' | 'test';
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

/** The same for a trace. */
export function subjectFacts({ scene, identity }: CallSubject): SpanFacts {
  return { scene: scene === null ? undefined : scene + 1, engine: `${identity.name} ${identity.model}` };
}

/** What a trace tells of a call: whom it asks, and nothing of what for. */
export function callFacts({ capability, host, model, purpose, attempt }: PlannedCall): SpanFacts {
  return { capability, purpose, try: attempt, 'server.address': host, 'gen_ai.request.model': model };
}

/** What a trace tells of its end. */
export function outcomeFacts(outcome: CallOutcome, call: PlannedCall): SpanFacts {
  if (outcome.ok) return { outcome: 'answered', cost_usd: outcome.costUsd };
  return {
    outcome: outcome.isInterrupted ? 'interrupted' : outcome.unusable ? 'unusable' : 'failed',
    cost_usd: lostUsd(outcome, call),
    'http.response.status_code': outcome.status ?? undefined,
  };
}

/** What a call without a usable answer costs all the same, US dollars. */
export function lostUsd({ maybeCharged }: CallOutcome & { ok: false }, { estimate }: PlannedCall): Usd {
  return maybeCharged ? estimate.expectedUsd : 0;
}

/** What is made, as a person is told of it. */
export function nameOf({ kind, scene }: CallSubject): string {
  return scene === null ? `the ${kind}` : `the ${kind} of scene ${scene + 1}`;
}
