/** A name of this house, for which browsers keep passkeys, and where its pages come from (WebAuthn, 5.1.2 and 13.4.9). */
export type RelyingParty = { readonly host: string; readonly origin: string };

/**
 * For whom a passkey is made. `host`: the academy's own name by which a visitor came; null: the address of all. Gives null where no browser
 * has passkeys: without https (this machine itself aside), or at an address in figures.
 */
export function relyingPartyOf(publicUrl: URL, host: string | null): RelyingParty | null {
  const url = new URL(publicUrl);
  if (host !== null) url.hostname = host;
  const { hostname, protocol, origin } = url;
  const isSafe = protocol === 'https:' || hostname === 'localhost';
  const inFigures = /^(\[|[\d.]+$)/.test(hostname);
  return isSafe && !inFigures ? { host: hostname, origin } : null;
}
