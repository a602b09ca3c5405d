/** The people of a house. */
import { randomUUID } from 'node:crypto';
import type { Db } from '#jobs/db/client.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { NewPerson } from './account-fields';
import type { Auth } from './auth.server';
import type { Person, PersonRole } from './person-account';

export interface Limits {
  /** US dollars from midnight to midnight (UTC); null for none. */
  capPerDayUsd: number | null;
  quotaBytes: number | null;
}

export interface ListedPerson extends Person, Limits {
  createdAt: Date;
  isDisabled: boolean;
  hasSecondFactor: boolean;
  videos: number;
  /** US dollars of all their calls. */
  spentUsd: number;
}

/** Whether anybody has an account. */
export async function isAnyoneHere(db: Db): Promise<boolean> {
  return (await db.person.findFirst({ select: { id: true } })) !== null;
}

/**
 * Makes an account. All in one: there is never one without its password.
 * @throws StoryError `email_taken`
 */
export async function createPerson(
  { auth, db }: { auth: Auth; db: Db },
  { name, email, password }: NewPerson,
  role: PersonRole,
): Promise<Person> {
  const context = await auth.$context;
  const hash = await context.password.hash(password);
  const id = randomUUID();
  // In one step, or a house whose first account was cut short would belong to nobody, and let nobody in.
  const account = [
    db.person.create({ data: { id, name, email, emailVerified: true, role } }),
    db.credential.create({
      data: { id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password: hash },
    }),
  ];
  await db.$transaction(account).catch((error: unknown) => {
    throw isTaken(error) ? emailTaken() : error;
  });
  return { id, name, email, role };
}

/** Gives the first admin what was made while nobody had an account. @returns of how many videos */
export async function giveOwnerless(db: Db): Promise<number> {
  const first = await db.person.findFirst({
    where: { role: 'admin', disabledAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  if (!first) return 0;
  await db.batch.updateMany({ where: { ownerId: null }, data: { ownerId: first.id } });
  const { count } = await db.video.updateMany({ where: { ownerId: null }, data: { ownerId: first.id } });
  return count;
}

/** Everybody, in the order in which they came. */
export async function listPeople(db: Db): Promise<ListedPerson[]> {
  const [people, videos, spent] = await Promise.all([
    db.person.findMany({ orderBy: { createdAt: 'asc' } }),
    db.video.groupBy({ by: ['ownerId'], where: { deletedAt: null }, _count: true }),
    db.providerCall.groupBy({
      by: ['ownerId'],
      where: { ownerId: { not: null }, answeredAt: { not: null } },
      _sum: { costUsd: true },
    }),
  ]);
  const videosOf = new Map(videos.map(({ ownerId, _count }) => [ownerId, _count]));
  const spentBy = new Map(spent.map(({ ownerId, _sum }) => [ownerId, Number(_sum.costUsd ?? 0)]));
  return people.map((row) => ({
    ...{ id: row.id, name: row.name, email: row.email, role: row.role, createdAt: row.createdAt },
    isDisabled: row.disabledAt !== null,
    hasSecondFactor: row.twoFactorEnabled === true,
    ...limitsOf(row),
    videos: videosOf.get(row.id) ?? 0,
    spentUsd: spentBy.get(row.id) ?? 0,
  }));
}

export async function findPerson(db: Db, id: string): Promise<(Person & Limits) | null> {
  const row = await db.person.findUnique({ where: { id } });
  return row && { id: row.id, name: row.name, email: row.email, role: row.role, ...limitsOf(row) };
}

function limitsOf(row: { capPerDayUsd: unknown; quotaBytes: bigint | null }): Limits {
  return {
    capPerDayUsd: row.capPerDayUsd === null ? null : Number(row.capPerDayUsd),
    quotaBytes: row.quotaBytes === null ? null : Number(row.quotaBytes),
  };
}

export async function setLimits(db: Db, id: string, { capPerDayUsd, quotaBytes }: Limits): Promise<void> {
  await db.person.update({
    where: { id },
    data: { capPerDayUsd, quotaBytes: quotaBytes === null ? null : BigInt(Math.round(quotaBytes)) },
  });
}

/** @throws StoryError `last_admin` where nobody would be left who may let people in */
export async function setRole(db: Db, id: string, role: PersonRole): Promise<void> {
  await db.$transaction(async (tx) => {
    if (role !== 'admin') await keepAnAdmin(tx, id);
    await tx.person.update({ where: { id }, data: { role } });
  });
}

/** Shuts somebody out at once: their sessions end, their tokens open nothing. Their videos stay. @throws as `setRole` */
export async function disablePerson(db: Db, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await keepAnAdmin(tx, id);
    await tx.person.update({ where: { id }, data: { disabledAt: new Date() } });
    await tx.loginSession.deleteMany({ where: { userId: id } });
  });
}

export async function enablePerson(db: Db, id: string): Promise<void> {
  await db.person.update({ where: { id }, data: { disabledAt: null } });
}

async function keepAnAdmin(tx: Pick<Db, '$queryRaw'>, leavingId: string): Promise<void> {
  // Locked, so that two admins who let go of each other at once do not both.
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM person WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE`;
  if (admins.some(({ id }) => id !== leavingId)) return;
  throw new StoryError({
    code: 'last_admin',
    message: 'This is the only admin of the house.',
    hint: 'Make somebody else an admin first.',
    retryable: false,
  });
}

function isTaken(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002';
}

function emailTaken(): StoryError {
  return new StoryError({
    code: 'email_taken',
    message: 'There is an account with this email address already.',
    hint: 'Log in with it, or use another address.',
    retryable: false,
  });
}
