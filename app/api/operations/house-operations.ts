/** What the house offers, and what was spent in it. */
import { operation } from '#app/api/operation.ts';
import { optionsAnswerSchema, spendingSchema, voicesSchema } from '#app/api/schemas/house-schemas.ts';

export const HOUSE_OPERATIONS = {
  listVoices: operation({
    method: 'GET',
    path: '/voices',
    group: 'House',
    summary: 'List the voices that can speak here',
    answers: { 200: { says: 'Built-in, installed and of a connected service.', schema: voicesSchema } },
    faults: [],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  listOptions: operation({
    method: 'GET',
    path: '/options',
    group: 'House',
    summary: 'List what may be chosen for a film, such as its style',
    answers: { 200: { says: 'In the order of the form.', schema: optionsAnswerSchema } },
    faults: [],
    creates: false,
    scope: 'read',
    counts: null,
  }),
  readSpending: operation({
    method: 'GET',
    path: '/spending',
    group: 'House',
    summary: 'Tell what was spent, and what may be',
    answers: { 200: { says: 'By what servers say they used, or else estimated.', schema: spendingSchema } },
    faults: [],
    creates: false,
    scope: 'read',
    counts: null,
  }),
};
