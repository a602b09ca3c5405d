/** Who did what, as it is written down. */
import type { Db } from '#jobs/db/client.server.ts';
import { DEEDS, type DeedKind } from './deeds';
import type { Person } from './person-account';

/** What is kept of a name or an address that anybody may have typed. */
const LONGEST = 254;

/** @param who whose deed it is, or what somebody unknown called themselves */
export async function writeDeed(
  db: Db,
  who: Pick<Person, 'id' | 'email'> | string,
  what: DeedKind,
  subject = '',
): Promise<void> {
  const [personId, name] = typeof who === 'string' ? [null, who] : [who.id, who.email];
  const clean = (text: string) => text.replaceAll('\0', '').slice(0, LONGEST).toWellFormed();
  await db.deed.create({ data: { personId, who: clean(name), what, subject: clean(subject) } });
}

export interface ToldDeed {
  id: string;
  at: Date;
  who: string;
  what: string;
  subject: string;
}

/** The newest deeds, the last one first. */
export async function listDeeds(db: Db, limit: number): Promise<ToldDeed[]> {
  const rows = await db.deed.findMany({ orderBy: { id: 'desc' }, take: limit });
  return rows.map(({ id, at, who, what, subject }) => ({
    id: String(id),
    at,
    who,
    what: DEEDS[what as DeedKind] ?? what,
    subject,
  }));
}

/** How often somebody failed to log in as this one since a moment. */
export async function countFailedLogins(db: Db, email: string, since: Date): Promise<number> {
  return db.deed.count({ where: { who: email, what: 'login.failed', at: { gte: since } } });
}
