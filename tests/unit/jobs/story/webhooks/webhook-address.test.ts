import { describe, expect, it } from 'vitest';
import { readWebhookAddress } from '#jobs/story/webhooks/webhook-address.ts';

describe('readWebhookAddress', () => {
  it.each([
    ['https://example.org/hooks?a=1', 'https://example.org/hooks?a=1'],
    ['  http://films.local:8080/x#y ', 'http://films.local:8080/x'],
    ['HTTPS://Example.org', 'https://example.org/'],
  ])('%j is kept as %s', (typed, url) => expect(readWebhookAddress(typed)).toEqual({ url }));

  it.each([
    '',
    ' ',
    'example.org',
    'ftp://example.org',
    'javascript:alert(1)',
    'https://a:b@example.org',
    `https://example.org/${'x'.repeat(2000)}`,
  ])('%j is refused, and says why', (typed) => {
    const read = readWebhookAddress(typed);
    expect('refused' in read && read.refused.length).toBeGreaterThan(20);
  });
});
