import { describe, expect, it } from 'vitest';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { deliveryWords } from '#app/webhooks/delivery-words.ts';

const SENT = { attempts: 1, lastStatus: null, lastFault: null, deliveredAt: null, givenUpAt: null };

describe('deliveryWords', () => {
  it.each([
    [{ attempts: 0 }, 'On its way.'],
    [{ deliveredAt: 'then', lastStatus: 204 }, 'Arrived (204).'],
    [{ deliveredAt: 'then', lastStatus: 200, attempts: 3 }, 'Arrived (200), after 3 tries.'],
    [{ lastStatus: 500, lastFault: 'It answered 500.' }, 'It answered 500. 1 try so far; it is sent again.'],
    [
      { givenUpAt: 'then', attempts: 14, lastFault: 'It refuses connections.' },
      'Given up after 14 tries. It refuses connections.',
    ],
  ])('%o', (sent, words) => expect(deliveryWords({ ...SENT, ...sent }, ENGLISH)).toBe(words));
});
