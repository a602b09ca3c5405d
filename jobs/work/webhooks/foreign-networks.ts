/** Which addresses of the internet are a stranger's, and not this house's own network. Pure. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Ranges that are nobody's on the internet: the IANA registries of special-purpose addresses. */
const OWN_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** Those that carry an IPv4 address within are among them: it is not looked for. */
const OWN_V6 = [
  ...['::/128', '::1/128', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23'],
  ...['2001:db8::/32', '2002::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];

// Two lists: asked for an IPv4 address, one list would find it among those that IPv6 carries.
const own = { ipv4: listOf(OWN_V4, 'ipv4'), ipv6: listOf(OWN_V6, 'ipv6') };

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', prefix = ''] = range.split('/');
    list.addSubnet(net, Number(prefix), family);
  }
  return list;
}

/** @param address IPv4 or IPv6, as a name was resolved to; whatever else it is is no stranger's */
export function isForeignAddress(address: string): boolean {
  if (isIPv4(address)) return !own.ipv4.check(address, 'ipv4');
  return isIPv6(address) && !own.ipv6.check(address, 'ipv6');
}
