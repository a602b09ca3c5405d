/** Where somebody is logged in. */
import type { Accounts } from './login.server';

export interface ListedSession {
  /** What the browser said of itself. */
  userAgent: string;
  createdAt: Date;
  /** Whether it is the one that asks. */
  isThis: boolean;
}

/** The newest first. */
export async function listSessions(
  { auth, db }: Accounts,
  personId: string,
  headers: Headers,
): Promise<ListedSession[]> {
  const current = await auth.api.getSession({ headers });
  const rows = await db.loginSession.findMany({
    where: { userId: personId, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    take: 50,
  });
  return rows.map(({ id, userAgent, createdAt }) => ({
    userAgent: userAgent ?? '',
    createdAt,
    isThis: id === current?.session.id,
  }));
}

/** @returns how many there were */
export async function endOtherSessions({ auth, db }: Accounts, headers: Headers): Promise<number> {
  const current = await auth.api.getSession({ headers });
  if (!current) return 0;
  const { userId, id } = current.session;
  const { count } = await db.loginSession.deleteMany({ where: { userId, id: { not: id } } });
  return count;
}
