import ipaddr from 'ipaddr.js';

/** Longest address that is taken, in characters. */
export const LONGEST_ADDRESS = 500;

/** Where one of our programs would be reached by itself: the only place outside the rule, and only where tests let it be. */
export const OWN_MACHINE = '127.0.0.1';

/** The part of IPv6 that is given out to the world (RFC 4291, 2.4); what isn't is ours, the future's or nobody's. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Is this a machine of the public internet? Not this one, nor one of a network behind it, of a provider's own (100.64.0.0/10, where clouds keep
 * their metadata, with 169.254.169.254), nor many at once. One that wraps another (IPv4 in IPv6, 6to4, NAT64, Teredo) is refused as it is.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.parse(address);
  if (read instanceof ipaddr.IPv6) return read.range() === 'unicast' && read.match(GIVEN_OUT);
  return ipaddr.IPv4.isValidFourPartDecimal(address) && read.range() === 'unicast';
}

export type AddressFault = 'unreadable' | 'not-https' | 'no-name' | 'holds-password';

/** Where a hook is sent, as somebody typed it: https, a name and no bare number, no password. `local`: tests may name this machine. */
export function readAddress(typed: string, local: boolean): { readonly url: URL } | { readonly fault: AddressFault } {
  if (typed.length > LONGEST_ADDRESS || !URL.canParse(typed)) return { fault: 'unreadable' };
  const url = new URL(typed);
  if (url.username !== '' || url.password !== '') return { fault: 'holds-password' };
  if (local && url.protocol === 'http:' && url.hostname === OWN_MACHINE) return { url };
  if (url.protocol !== 'https:') return { fault: 'not-https' };
  // As a browser reads it: 0x7f.1 and 2130706433 are 127.0.0.1 by now.
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(bare) || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname)) return { fault: 'no-name' };
  url.hash = '';
  return { url };
}
