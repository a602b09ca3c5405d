import { describe, expect, it } from 'vitest';
import { isForeignAddress } from '#jobs/work/webhooks/foreign-networks.ts';

describe('isForeignAddress', () => {
  it.each([
    '8.8.8.8',
    '93.184.216.34',
    '172.15.0.1',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::1',
  ])('%s is a stranger’s', (address) => expect(isForeignAddress(address)).toBe(true));

  it.each([
    ...['127.0.0.1', '127.255.255.254', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1'],
    ...['::', '::1', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8'],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '', 'localhost', '127.1', '0x7f000001'],
  ])('%s is not', (address) => expect(isForeignAddress(address)).toBe(false));
});
