import { expect, it } from 'vitest';
import { judgeSigning } from '#bin/doctor/judged-signing.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');
const name = 'Example Library';

it.each([
  [null, 'ok', /test certificate, which proves nothing/],
  [{ name, validUntil: '2027-06-01T00:00:00.000Z' }, 'ok', /signed by Example Library, until 2027-06-01/],
  [{ name, validUntil: '2026-06-20T00:00:00.000Z' }, 'note', /of Example Library expires on 2026-06-20/],
  [{ message: 'It expired.', hint: 'Renew it.' }, 'fault', /^It expired\. Films are made, and not signed\.$/],
] as const)('of %j is %s', (sight, state, says) => {
  expect(judgeSigning(sight, NOW)).toMatchObject({ state, says: expect.stringMatching(says) });
});
