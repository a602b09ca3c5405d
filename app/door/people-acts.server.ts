/** What an admin does for the people of a house. */
import { linkTo } from '#app/http/door.ts';
import type { Inside } from '#app/http/visitor.ts';
import { writeDeed } from '#jobs/accounts/deeds.server.ts';
import { invite, withdrawInvitation } from '#jobs/accounts/invitations.server.ts';
import { makeResetLink } from '#jobs/accounts/passwords.server.ts';
import { disablePerson, enablePerson, findPerson, setLimits, setRole } from '#jobs/accounts/people.server.ts';
import { PERSON_ROLES, type Person } from '#jobs/accounts/person-account.ts';
import { askToDrain, listWorkers } from '#jobs/db/workers/workers.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { actByIntent, type FieldText } from './act-by-intent.server';
import { sentenceOf } from './door-answer';
import { readLimit } from './limit-words';

export interface PeopleAnswer {
  refused: string | null;
  done: string | null;
  /** An address to be handed over, which can be shown only now. */
  link: string | null;
}

const LONGEST_NOTE = 80;
const GIGABYTE = 1024 ** 3;

type Act = (inside: Inside, asked: { text: FieldText; request: Request }) => Promise<PeopleAnswer>;

const refused = (words: string): PeopleAnswer => ({ refused: words, done: null, link: null });
const done = (words: string, link: string | null = null): PeopleAnswer => ({
  refused: null,
  done: words,
  link,
});

const ACTS: Readonly<Record<string, Act>> = {
  invite: async ({ door, visitor }, { text, request }) => {
    const note = text('note').trim().slice(0, LONGEST_NOTE).toWellFormed().replaceAll('\0', '');
    const role = PERSON_ROLES.find((known) => known === text('role')) ?? 'member';
    if (note === '') return refused('Say whom the invitation is for, so that you know it again.');
    const token = await invite(door.db, { role, note });
    await writeDeed(door.db, visitor, 'invitation.made', note);
    return done(
      `Hand this to ${note}. It makes one account, within a week:`,
      linkTo(door, request, `/join/${token}`),
    );
  },
  drain: async ({ door, visitor }, { text }) => {
    const worker = (await listWorkers(door.db)).find(({ id }) => id === text('id'));
    if (!worker) return refused('There is no such worker any more.');
    await askToDrain(door.db, worker.id);
    await writeDeed(door.db, visitor, 'worker.drained', worker.host);
    return done(`The worker on ${worker.host} finishes what it has in hand, and ends then.`);
  },
  withdraw: async ({ door, visitor }, { text }) => {
    const note = await withdrawInvitation(door.db, text('id'));
    if (note === null) return refused('There is no such invitation any more.');
    await writeDeed(door.db, visitor, 'invitation.withdrawn', note);
    return done(`The invitation of ${note} opens nothing any more.`);
  },
  disable: forPerson(async ({ door, visitor }, person) => {
    await disablePerson(door.db, person.id);
    await writeDeed(door.db, visitor, 'person.disabled', person.email);
    return done(`${person.name} is shut out. Their videos stay.`);
  }),
  enable: forPerson(async ({ door, visitor }, person) => {
    await enablePerson(door.db, person.id);
    await writeDeed(door.db, visitor, 'person.enabled', person.email);
    return done(`${person.name} may come in again.`);
  }),
  role: forPerson(async ({ door, visitor }, person) => {
    const role = person.role === 'admin' ? 'member' : 'admin';
    await setRole(door.db, person.id, role);
    await writeDeed(door.db, visitor, 'person.role', person.email);
    return done(role === 'admin' ? `${person.name} is an admin now.` : `${person.name} is a member now.`);
  }),
  limits: forPerson(async ({ door, visitor }, person, text) => {
    const capPerDayUsd = readLimit(text('cap'));
    const gigabytes = readLimit(text('quota'));
    if (capPerDayUsd === undefined || gigabytes === undefined)
      return refused('A limit is a number, or nothing for none.');
    const quotaBytes = gigabytes === null ? null : gigabytes * GIGABYTE;
    await setLimits(door.db, person.id, { capPerDayUsd, quotaBytes });
    await writeDeed(door.db, visitor, 'person.limits', person.email);
    return done(`The limits of ${person.name} are changed.`);
  }),
  password: async (inside, asked) => {
    const { door, visitor } = inside;
    const person = await findPerson(door.db, asked.text('id'));
    const token = person && (await makeResetLink(door, person.email));
    if (!person || !token) return refused('There is no such person.');
    await writeDeed(door.db, visitor, 'password.link', person.email);
    const link = linkTo(door, asked.request, `/reset/${token}`);
    return done(`Hand this to ${person.name}. It sets a new password once, within a day:`, link);
  },
};

function forPerson(act: (inside: Inside, person: Person, text: FieldText) => Promise<PeopleAnswer>): Act {
  return async (inside, { text }) => {
    const id = text('id');
    const person = /^[0-9a-f-]{36}$/.test(id) ? await findPerson(inside.door.db, id) : null;
    return person ? act(inside, person, text) : refused('There is no such person.');
  };
}

/** Does what a form of the people page asks for. @throws Response as `actByIntent` */
export function actOnPeople(inside: Inside, request: Request) {
  return actByIntent(request, ACTS, (act, text) =>
    act(inside, { text, request }).catch((error: unknown) => {
      if (error instanceof StoryError) return refused(sentenceOf(error));
      throw error;
    }),
  );
}
