import { optionsAnswer, voicesAnswer } from '#app/api/offered.ts';
import type { HOUSE_OPERATIONS } from '#app/api/operations/house-operations.ts';
import { findPerson } from '#jobs/accounts/people.server.ts';
import { readPaidInAll } from '#jobs/ledger/spending.server.ts';
import { isConfigured } from '#jobs/ports/engine-overview.ts';
import type { Handlers } from './handler';

export const HOUSE_HANDLERS: Handlers<keyof typeof HOUSE_OPERATIONS> = {
  listVoices: async ({ readSpeech }) => ({ status: 200, body: voicesAnswer(await readSpeech()) }),

  listOptions: async ({ engines, readSpeech }) => ({
    status: 200,
    body: optionsAnswer({
      speech: await readSpeech(),
      pictures: engines?.pictures ?? null,
      motion: engines?.motion ?? null,
      canWrite: isConfigured(engines, 'script'),
    }),
  }),

  readSpending: async ({ backend, visitor }) => {
    const { db, money } = backend;
    const paid = await readPaidInAll(db, visitor?.id ?? null);
    const person = visitor && (await findPerson(db, visitor.id));
    return {
      status: 200,
      body: {
        ...paid,
        of: visitor ? 'person' : 'house',
        filmLimitUsd: money.caps.perVideoUsd,
        dayLimitUsd: person ? person.capPerDayUsd : money.caps.perDayUsd,
      },
    };
  },
};
