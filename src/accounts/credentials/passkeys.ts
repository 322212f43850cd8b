import { createHash, randomBytes } from 'node:crypto';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import * as z from 'zod';
import type { AccountId, SignedInStaff } from '../account.ts';
import type { RelyingParty } from '../rules/relyingParty.ts';
import type { NewPasskey, Passkey, ProvingKey } from '../store/passkeys.ts';

/** WebAuthn: the ceremonies, as the library checks them. Always with the owner's finger, face or code (`userVerification`). */

/** Loaded by the first who needs it: half a second and 29 MB that most nodes of a quiet office can do without. */
const library = () => import('@simplewebauthn/server');

/** Characters of what a browser sends back; a key of ours takes a thousand. */
const LONGEST = 16_384;

/** Milliseconds that a browser waits for its owner. */
const TIMEOUT = 120_000;

/** ES256, EdDSA and RS256 (RFC 8152, 8812): what every authenticator has one of. */
const ALGORITHMS = [-7, -8, -257];

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

const encoded = z.string().regex(/^[\w-]+$/);
/** WebAuthn, 4: 1,023 bytes at most. */
const credential = encoded.max(1_364);
const named = {
  id: credential,
  rawId: credential,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
};

const Created = z.object({
  ...named,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z.array(z.string()).max(20).default([]),
  }),
});
const Signed = z.object({
  ...named,
  response: z.object({ clientDataJSON: encoded, authenticatorData: encoded, signature: encoded }),
});
const ClientData = z.object({ challenge: credential });

export type CreatedKey = z.infer<typeof Created>;
export type SignedChallenge = z.infer<typeof Signed>;

export function newChallenge(): string {
  return randomBytes(32).toString('base64url');
}

/** Names the ticket of a sign-in in the database, which can't open it. */
export function ticketMark(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64url');
}

/** What a browser makes a key by. It may be one of those that an authenticator lists, which asks for no name. */
export async function creationOptions(
  { host }: RelyingParty,
  staff: SignedInStaff,
  challenge: string,
  known: readonly Passkey[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: `Registre ${host}`,
    rpID: host,
    userID: userHandle(staff.accountId),
    userName: staff.address,
    userDisplayName: staff.displayName,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: TIMEOUT,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: descriptors(known),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
}

export async function requestOptions(
  { host }: RelyingParty,
  challenge: string,
  known: readonly Passkey[],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: host,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: TIMEOUT,
    allowCredentials: descriptors(known),
    userVerification: 'required',
  });
}

/** null: no answer of a browser, or a longer one than any. */
export function readCreated(posted: string): CreatedKey | null {
  return readAs(Created, posted);
}

export function readSigned(posted: string): SignedChallenge | null {
  return readAs(Signed, posted);
}

/** The challenge that a browser says it signed: looked for, not believed. */
export function challengeIn({ response }: CreatedKey | SignedChallenge): string {
  return readAs(ClientData, Buffer.from(response.clientDataJSON, 'base64url').toString())?.challenge ?? '';
}

/** null: not made for us, by us or with its owner's consent. */
export async function checkCreated(
  { host, origin }: RelyingParty,
  challenge: string,
  created: CreatedKey,
): Promise<Omit<NewPasskey, 'name'> | null> {
  const checked = await orNull(async () => {
    if (await isCertified(created)) return null;
    const { verifyRegistrationResponse } = await library();
    return verifyRegistrationResponse({
      response: { ...created, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
  });
  if (checked?.verified !== true) return null;
  const { credential: key, credentialBackedUp } = checked.registrationInfo;
  const { transports } = created.response;
  return {
    credential: key.id,
    publicKey: key.publicKey,
    counter: key.counter,
    transports: TRANSPORTS.filter((one) => transports.includes(one)),
    host,
    backedUp: credentialBackedUp,
  };
}

/** null: not signed by this key, for us, now, with its owner's consent. The counter is for the caller to judge. */
export async function checkSigned(
  { host, origin }: RelyingParty,
  challenge: string,
  signed: SignedChallenge,
  key: ProvingKey,
): Promise<{ readonly counter: number; readonly backedUp: boolean } | null> {
  const { verifyAuthenticationResponse } = await library();
  const checked = await orNull(() =>
    verifyAuthenticationResponse({
      response: { ...signed, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      credential: { id: signed.id, publicKey: new Uint8Array(key.publicKey), counter: 0 },
    }),
  );
  if (checked?.verified !== true) return null;
  const { newCounter: counter, credentialBackedUp: backedUp } = checked.authenticationInfo;
  return { counter, backedUp };
}

/** None is asked for; the library would follow the addresses that a certificate names. */
async function isCertified({ response }: CreatedKey): Promise<boolean> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  const made = decodeAttestationObject(new Uint8Array(Buffer.from(response.attestationObject, 'base64url')));
  const format = made.get('fmt');
  return (format !== 'none' && format !== 'packed') || made.get('attStmt').get('x5c') !== undefined;
}

function userHandle(id: AccountId): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'));
}

function descriptors(known: readonly Passkey[]) {
  return known.map(({ credential: id, transports }) => ({
    id,
    transports: TRANSPORTS.filter((one) => transports.includes(one)),
  }));
}

function readAs<T>(shape: z.ZodType<T>, posted: string): T | null {
  if (posted.length > LONGEST) return null;
  try {
    return shape.safeParse(JSON.parse(posted)).data ?? null;
  } catch {
    return null;
  }
}

/** The library says by errors what it doesn't accept. */
async function orNull<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}
