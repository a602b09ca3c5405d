import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { webhookSecret } from '#jobs/work/webhooks/webhook-secret.ts';

const HOUSE = 'the secret of a house that nobody knows';

describe('webhookSecret', () => {
  it('is as the scheme writes secrets, with 32 bytes', () => {
    const secret = webhookSecret(HOUSE, 'a');
    expect(secret).toMatch(/^whsec_/);
    expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
    expect(() => new Webhook(secret)).not.toThrow();
  });

  it('is the same each time, and another one for each webhook and house', () => {
    expect(webhookSecret(HOUSE, 'a')).toBe(webhookSecret(HOUSE, 'a'));
    expect(webhookSecret(HOUSE, 'a')).not.toBe(webhookSecret(HOUSE, 'b'));
    expect(webhookSecret(HOUSE, 'a')).not.toBe(webhookSecret(`${HOUSE}!`, 'a'));
  });
});
