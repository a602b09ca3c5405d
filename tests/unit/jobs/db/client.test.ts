import { describe, expect, it } from 'vitest';
import { sessionUrl } from '#jobs/db/client.server.ts';

describe('sessionUrl', () => {
  it('ends transactions that stand still before a heartbeat of ten seconds is missed', () => {
    const url = new URL(sessionUrl('postgresql://someone:a%2Fb@127.0.0.1:5432/films'));
    expect(Number(url.searchParams.get('idle_in_transaction_session_timeout'))).toBeLessThan(10_000);
    expect(url.password).toBe('a%2Fb');
    expect(url.pathname).toBe('/films');
  });

  it('takes an address without a host, as of a socket', () => {
    expect(sessionUrl('postgresql://films@/films?host=/tmp')).toMatch(
      /^postgresql:\/\/films@\/films\?host=\/tmp&idle/,
    );
  });

  it('keeps what the address says besides', () => {
    const url = new URL(sessionUrl('postgresql://films@db.example/films?sslmode=verify-full&host=%2Ftmp'));
    expect(url.searchParams.get('sslmode')).toBe('verify-full');
    expect(url.searchParams.get('host')).toBe('/tmp');
  });
});
