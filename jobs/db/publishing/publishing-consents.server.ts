/** Consents that are asked for: written down, so that a site that is started anew goes on asking. */
import { randomUUID } from 'node:crypto';
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import { toJson } from '#jobs/db/json-column.server.ts';
import type { Fault } from '#jobs/story/film/fault.ts';

/** How long is told what became of one that came to nothing, hours. */
const TOLD_HOURS = 24;

export interface NewConsent {
  ownerId: string | null;
  userCode: string;
  address: string;
  everyS: number;
  expiresAt: Date;
  /** Closes the device code for the consent's id. */
  seal: (id: string) => string;
}

/** What its owner is shown. */
export interface ShownConsent {
  userCode: string;
  address: string;
  expiresAt: Date;
  fault: Fault | null;
}

/** One that is to be asked for now. */
export interface DueConsent {
  id: string;
  ownerId: string | null;
  sealedCode: string;
  everyS: number;
  expiresAt: Date;
}

/** Writes one down, in the place of an earlier one. */
export async function beginConsent(db: Db, consent: NewConsent): Promise<void> {
  const { ownerId, userCode, address, everyS, expiresAt, seal } = consent;
  const id = randomUUID();
  const askAt = new Date(Date.now() + everyS * 1000);
  await db.$transaction([
    db.publishingConsent.deleteMany({ where: { ownerId } }),
    db.publishingConsent.create({
      data: { id, ownerId, userCode, address, everyS, askAt, expiresAt, sealedCode: seal(id) },
    }),
  ]);
}

/** What somebody's newest one has come to; null where there is none. */
export async function findConsent(db: Db, ownerId: string | null): Promise<ShownConsent | null> {
  const row = await db.publishingConsent.findFirst({ where: { ownerId }, orderBy: { createdAt: 'desc' } });
  if (!row) return null;
  const { userCode, address, expiresAt } = row;
  return { userCode, address, expiresAt, fault: row.fault as Fault | null };
}

/** Those that are to be asked for, each by one site alone: it is theirs until its next time. */
export async function takeDueConsents(db: Db): Promise<DueConsent[]> {
  return db.$queryRaw<DueConsent[]>`
    UPDATE publishing_consent SET ask_at = now() + make_interval(secs => every_s)
    WHERE ask_at <= now() AND fault IS NULL
    RETURNING id, owner_id AS "ownerId", sealed_code AS "sealedCode", every_s AS "everyS", expires_at AS "expiresAt"`;
}

/** Has one asked for less often from now on, or once later than usual. @param everyS s */
export async function slowConsent(db: Db, id: string, everyS: number, restS = everyS): Promise<void> {
  const askAt = new Date(Date.now() + restS * 1000);
  await db.publishingConsent.updateMany({ where: { id }, data: { everyS, askAt } });
}

/** Notes why one came to nothing; its code is kept no longer. */
export async function failConsent(db: Db, id: string, fault: Fault): Promise<void> {
  await db.publishingConsent.updateMany({ where: { id }, data: { fault: toJson(fault), sealedCode: '' } });
}

/** @returns false where another took its place meanwhile */
export async function endConsent(tx: DbTransaction, id: string): Promise<boolean> {
  return (await tx.publishingConsent.deleteMany({ where: { id } })).count === 1;
}

export async function withdrawConsent(db: Db, ownerId: string | null): Promise<void> {
  await db.publishingConsent.deleteMany({ where: { ownerId } });
}

/** Removes those that nobody needs to be told of any more. */
export async function sweepConsents(db: Db): Promise<void> {
  const before = new Date(Date.now() - TOLD_HOURS * 3_600_000);
  await db.publishingConsent.deleteMany({
    where: { expiresAt: { lt: before }, fault: { not: Prisma.AnyNull } },
  });
}
