/** Links by which one person each may make themselves an account. */
import { randomUUID } from 'node:crypto';
import type { Db } from '#jobs/db/client.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { NewPerson } from './account-fields';
import { hashOf, newSecret } from './carried-secret.server';
import type { Accounts } from './login.server';
import { createPerson } from './people.server';
import type { Person, PersonRole } from './person-account';

const VALID_MS = 7 * 24 * 3600_000;

export interface ListedInvitation {
  id: string;
  role: PersonRole;
  note: string;
  expiresAt: Date;
}

/** @returns what the link carries, which can be told only now */
export async function invite(db: Db, { role, note }: { role: PersonRole; note: string }): Promise<string> {
  const token = newSecret();
  await db.invitation.create({
    data: {
      ...{ id: randomUUID(), role, note, tokenHash: hashOf(token) },
      expiresAt: new Date(Date.now() + VALID_MS),
    },
  });
  return token;
}

/** Those that can still be used. */
export async function listInvitations(db: Db): Promise<ListedInvitation[]> {
  return db.invitation.findMany({
    where: { expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, role: true, note: true, expiresAt: true },
  });
}

/** @returns whom it was for; null where there is none */
export async function withdrawInvitation(db: Db, id: string): Promise<string | null> {
  const row = await db.invitation.findUnique({ where: { id }, select: { note: true } });
  await db.invitation.deleteMany({ where: { id } });
  return row?.note ?? null;
}

/** Whether a link can be used. */
export async function isInvited(db: Db, token: string): Promise<boolean> {
  return (await db.invitation.count({ where: valid(token) })) === 1;
}

/**
 * Makes the account of who was invited; the link is used up by it.
 * @throws StoryError `invitation_gone`, `email_taken`
 */
export async function acceptInvitation(accounts: Accounts, token: string, typed: NewPerson): Promise<Person> {
  const { db } = accounts;
  const found = await db.invitation.findFirst({ where: valid(token), select: { id: true, role: true } });
  if (!found) throw invitationGone();
  const person = await createPerson(accounts, typed, 'member');
  // Whoever takes it away has used it: of two at once, one goes empty.
  const { count } = await db.invitation.deleteMany({ where: { id: found.id } });
  if (count === 0) {
    await db.person.delete({ where: { id: person.id } });
    throw invitationGone();
  }
  if (found.role === 'member') return person;
  await db.person.update({ where: { id: person.id }, data: { role: found.role } });
  return { ...person, role: found.role };
}

function valid(token: string) {
  return { tokenHash: hashOf(token), expiresAt: { gt: new Date() } };
}

export function invitationGone(): StoryError {
  return new StoryError({
    code: 'invitation_gone',
    message: 'This invitation cannot be used any more.',
    hint: 'It was used, withdrawn, or is older than a week. Ask whoever invited you for another one.',
    retryable: false,
  });
}
