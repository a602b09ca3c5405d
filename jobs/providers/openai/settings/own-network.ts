/**
 * Whether an address is on the operator's own machine or network, where nobody takes money: loopback,
 * private and link-local ranges (RFC 1918, RFC 4193, RFC 4291), and names without a domain or under `.local`,
 * `.internal` and `.home.arpa`.
 */
export function isOwnNetwork(address: string): boolean {
  const host = new URL(address).hostname.toLowerCase().replace(/^\[|\]$/g, '');
  if (host.includes(':')) return host === '::1' || /^(fc|fd|fe[89ab])/.test(host);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) {
    return (
      /^(127|10)\./.test(host) || /^192\.168\./.test(host) || isInside172(host) || /^169\.254\./.test(host)
    );
  }
  return !host.includes('.') || /\.(localhost|local|internal|home\.arpa)$/.test(host);
}

function isInside172(host: string): boolean {
  const second = Number(/^172\.(\d+)\./.exec(host)?.[1]);
  return second >= 16 && second <= 31;
}
