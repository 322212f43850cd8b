import { isIP } from 'node:net';

/** The machine itself: what is believed when nothing is said. */
export const LOOPBACK: readonly string[] = ['loopback'];
const NAMES = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Addresses and ranges whose `X-Forwarded-For` is believed; `none` for nobody's. null when one of them is none. */
export function readProxies(text: string): readonly string[] | null {
  const names = text.split(/[\s,]+/).filter((name) => name !== '');
  if (names.length === 1 && names[0] === 'none') return [];
  return names.length > 0 && names.every(isRange) ? names : null;
}

/** Not `/0`, which would believe everybody. */
function isRange(name: string): boolean {
  if (NAMES.has(name)) return true;
  const [address = '', bits, more] = name.split('/');
  const longest = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (longest === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= longest);
}

/**
 * The address that proxies name for a visitor, without the port that some add; null for what is no address: then it is the
 * machine at the other end of the line that counts.
 */
export function plainAddress(claimed: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(claimed)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(claimed)?.[1] ?? claimed;
  return isIP(bare) === 0 ? null : bare;
}
