/** The ledger: each call to a provider is written before it is made and settled after its result is safe. */
import { randomUUID } from 'node:crypto';
import type { ProviderIdentity } from '../providers/types';
import type { Db } from './client.server';

export interface CallSubject {
  videoId: string;
  /** Position of the scene, or null for what belongs to the whole film. */
  scene: number | null;
  kind: 'script' | 'voice' | 'picture' | 'music';
  identity: ProviderIdentity;
  inputHash: string;
}

/**
 * Runs `work` (the call and the storing of its result) under an entry of the ledger. An entry that stays
 * `started` tells of a call that a crash interrupted.
 */
export async function underLedger<T>(db: Db, subject: CallSubject, work: () => Promise<T>): Promise<T> {
  const id = randomUUID();
  await db.providerCall.create({
    data: {
      id,
      videoId: subject.videoId,
      scene: subject.scene,
      kind: subject.kind,
      provider: subject.identity.name,
      model: subject.identity.model,
      inputHash: subject.inputHash,
    },
  });
  try {
    const result = await work();
    await settle(db, id, 'settled');
    return result;
  } catch (error) {
    await settle(db, id, 'failed');
    throw error;
  }
}

async function settle(db: Db, id: string, state: 'settled' | 'failed'): Promise<void> {
  // The video, and its ledger with it, may have been deleted meanwhile: nothing is left to settle then.
  await db.providerCall.updateMany({ where: { id }, data: { state, endedAt: new Date() } });
}
