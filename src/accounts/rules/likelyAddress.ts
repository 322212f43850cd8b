import { isOneLetterFrom } from './likeness.ts';

/** Where most candidates read their mail. */
const DOMAINS = [
  'bbox.fr',
  'free.fr',
  'gmail.com',
  'gmx.fr',
  'hotmail.com',
  'hotmail.fr',
  'icloud.com',
  'laposte.net',
  'live.fr',
  'neuf.fr',
  'orange.fr',
  'outlook.com',
  'outlook.fr',
  'proton.me',
  'protonmail.com',
  'sfr.fr',
  'wanadoo.fr',
  'yahoo.com',
  'yahoo.fr',
];

/** The address that was perhaps meant: its domain is one letter away from a well-known one, as `gmail.con`. Null: nothing to ask. */
export function likelyAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  if (DOMAINS.includes(domain)) return null;
  const meant = DOMAINS.find((one) => isOneLetterFrom(domain, one));
  return meant === undefined ? null : `${address.slice(0, at)}@${meant}`;
}
