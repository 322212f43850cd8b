import { Resolver } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublic, OWN_MACHINE, readAddress } from './rules/publicAddress.ts';
import type { Fault } from './webhook.ts';

/** The addresses that a name has now; none: nobody knows it. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** How receivers are found. `local`: a test's own receiver on this machine may be one. */
export type Receivers = { readonly resolve: Resolve; readonly local: boolean };

/** Of the name servers alone, never of this machine's own list of names; and on no thread that reads files. */
export const RECEIVERS: Receivers = { resolve: resolveByServers, local: false };

async function resolveByServers(host: string): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: 1_500, tries: 2 });
  const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
}

/** null: it may be connected to. One address inside is enough to refuse: which one a connection takes is a matter of chance. */
export async function whyNotReached(host: string, resolve: Resolve): Promise<'unknown-host' | 'inside' | null> {
  return whyNot(await resolve(host), false);
}

function whyNot(found: readonly string[], local: boolean): 'unknown-host' | 'inside' | null {
  if (found.length === 0) return 'unknown-host';
  return found.every((address) => isPublic(address) || (local && address === OWN_MACHINE)) ? null : 'inside';
}

/** `status`: of its answer; null: it gave none. */
export type Outcome =
  | { readonly taken: true; readonly status: number }
  | { readonly taken: false; readonly status: number | null; readonly fault: Fault };

/** From the look-up of the name to the last byte that is read; and how much of an answer is, nobody needs more. */
const PATIENCE_MS = 5_000;
const READ_AT_MOST = 4 * 1024;

/**
 * Sends one notice, once. The name is looked up here, and the connection made to what was found and found public: a name that changes between
 * the two leads nowhere else. No redirect is followed: who says « elsewhere » hasn't taken it.
 */
export async function send(
  { resolve, local }: Receivers,
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  patience = PATIENCE_MS,
): Promise<Outcome> {
  const read = readAddress(address, local);
  if ('fault' in read) return { taken: false, status: null, fault: 'inside' };
  const { url } = read;
  const signal = AbortSignal.timeout(patience);
  let found: readonly string[] | null = null;
  // Only tests have one that isn't https; it is a number, and nothing is looked up.
  if (url.protocol === 'https:') {
    found = await Promise.race([resolve(url.hostname), ended(signal)]);
    if (found === null) return { taken: false, status: null, fault: 'timeout' };
    const fault = whyNot(found, local);
    if (fault !== null) return { taken: false, status: null, fault };
  }
  try {
    const status = await post(url, body, headers, { signal, lookup: lookingUp(found ?? []) });
    return status >= 200 && status < 300 ? { taken: true, status } : { taken: false, status, fault: 'answered' };
  } catch {
    return { taken: false, status: null, fault: signal.aborted ? 'timeout' : 'unreachable' };
  }
}

function ended(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
}

/** What was found and looked at is what is connected to; nothing is asked a second time. */
function lookingUp(found: readonly string[]): LookupFunction {
  const all = found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return (_, options, done) => {
    const [first] = all;
    if (first === undefined) done(new Error('no address'), '', 4);
    else if (options.all === true) done(null, all);
    else done(null, first.address, first.family);
  };
}

function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  { signal, lookup }: { readonly signal: AbortSignal; readonly lookup: LookupFunction },
): Promise<number> {
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method: 'POST',
        // A connection of its own: one that is kept would outlive what was looked at.
        agent: false,
        signal,
        lookup,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Registre-Webhook/1',
          connection: 'close',
        },
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        let length = 0;
        const done = (): void => {
          resolve(status);
          asked.destroy();
        };
        answer.on('data', (chunk: Buffer) => {
          length += chunk.length;
          if (length > READ_AT_MOST) done();
        });
        answer.on('end', done);
        answer.on('error', reject);
        answer.on('close', () => reject(new Error('cut')));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}
