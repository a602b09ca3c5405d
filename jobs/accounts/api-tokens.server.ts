/** Tokens of people's programs: named, limited to scopes, kept as hashes, revocable. */
import { randomUUID } from 'node:crypto';
import type { Db } from '#jobs/db/client.server.ts';
import { hashOf, newSecret } from './carried-secret.server';
import type { Visitor } from './person-account';
import { isTokenScope, type TokenScope } from './token-scope';

/** By which a token that lies around somewhere is known as one of ours. */
const PREFIX = 'sts_';
/** A use is written down when the last one that was is older than this, ms. */
const NOTED_EVERY_MS = 60_000;

export interface ListedToken {
  id: string;
  name: string;
  /** Its last characters. */
  ending: string;
  scopes: TokenScope[];
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** @returns the token, which can be told only now */
export async function makeToken(
  db: Db,
  personId: string,
  { name, scopes }: { name: string; scopes: readonly TokenScope[] },
): Promise<string> {
  const token = `${PREFIX}${newSecret()}`;
  await db.apiToken.create({
    data: {
      ...{ id: randomUUID(), personId, name, scopes: [...scopes] },
      ...{ tokenHash: hashOf(token), ending: token.slice(-4) },
    },
  });
  return token;
}

/** The newest first. */
export async function listTokens(db: Db, personId: string): Promise<ListedToken[]> {
  const rows = await db.apiToken.findMany({ where: { personId }, orderBy: { createdAt: 'desc' } });
  return rows.map(({ id, name, ending, scopes, createdAt, lastUsedAt }) => ({
    ...{ id, name, ending, createdAt, lastUsedAt },
    scopes: scopes.filter(isTokenScope),
  }));
}

/** @returns its name; null where they have no such token */
export async function revokeToken(db: Db, personId: string, id: string): Promise<string | null> {
  const [row] = await db.apiToken.findMany({ where: { id, personId }, select: { name: true } });
  await db.apiToken.deleteMany({ where: { id, personId } });
  return row?.name ?? null;
}

/** Whose token it is, and what it lets them do; writes the use down. */
export async function findTokenOwner(db: Db, token: string): Promise<Visitor | null> {
  if (!token.startsWith(PREFIX)) return null;
  const row = await db.apiToken.findUnique({
    where: { tokenHash: hashOf(token) },
    include: { person: true },
  });
  if (!row || row.person.disabledAt !== null) return null;
  const now = new Date();
  if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > NOTED_EVERY_MS) {
    await db.apiToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } });
  }
  const { id, name, email, role } = row.person;
  return { id, name, email, role, scopes: row.scopes.filter(isTokenScope) };
}
