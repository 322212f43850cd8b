import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { Certificate } from 'pkijs';
import { ok, type Result, refuse } from '../../result.ts';
import { addTimeStamp, encoded, fingerprintOf, type SealSigner, signatureOf, signed } from './cms.ts';
import { fillSignature, reserveSignature } from './signatureSpace.ts';
import { LARGEST_TOKEN, type TimeStamper } from './timeStamp.ts';

/** Of PAdES (ETSI EN 319 142-1): B-T has the time of a third party in it. */
export const SEAL_LEVELS = ['B-B', 'B-T'] as const;
export type SealLevel = (typeof SEAL_LEVELS)[number];

/** Of the certificate that papers are sealed with. */
export type SealCertificate = {
  /** The SHA-256 of the certificate, in hexadecimal. */
  readonly id: string;
  /** Whom it names. */
  readonly subject: string;
  /** With those of who vouch for it, in PEM. */
  readonly chain: string;
  /** Nobody vouches for it. */
  readonly selfMade: boolean;
  readonly endsAt: Temporal.Instant;
};

export type Sealed = { readonly pdf: Buffer; readonly level: SealLevel };

/** Signs what the compiler made, so that any changed byte is seen by any reader of PDFs. */
export type Seal = {
  readonly certificate: SealCertificate;
  /** Null when the certificate has ended: such a seal would only look broken. Never fails for the time-stamp. `label`: what the field is called. */
  readonly seal: (pdf: Buffer, label: string) => Promise<Sealed | null>;
};

export type SealOptions = {
  readonly key: string;
  readonly chain: string;
  /** Null: no time-stamp. */
  readonly timeStamper: TimeStamper | null;
  /** Told of what was left out, and why; nobody waits for it. */
  readonly onTrouble: (error: unknown) => void;
};

/** A paper isn't kept waiting again and again by an authority that doesn't answer. */
const REST_MS = 60_000;
/** Of a signature without its certificates and token. */
const SIGNATURE_ROOM = 2_048;

/** Refuses, in words for the operator, what can't seal. */
export async function openSeal(options: SealOptions): Promise<Result<Seal, string>> {
  const read = await readSigner(options);
  if (!read.ok) return read;
  const { signer, certificate } = read.value;
  const { timeStamper, onTrouble } = options;
  const room = SIGNATURE_ROOM + signer.chain.reduce((sum, one) => sum + one.toSchema().toBER().byteLength, 0);
  const bytes = room + (timeStamper === null ? 0 : LARGEST_TOKEN);
  let restsUntil = 0;
  const stamp = async (signature: Buffer): Promise<Buffer | null> => {
    if (timeStamper === null || performance.now() < restsUntil) return null;
    try {
      return await timeStamper(signature);
    } catch (error) {
      restsUntil = performance.now() + REST_MS;
      onTrouble(error);
      return null;
    }
  };
  const seal = async (pdf: Buffer, label: string): Promise<Sealed | null> => {
    const at = Temporal.Now.instant();
    if (Temporal.Instant.compare(at, certificate.endsAt) >= 0) {
      onTrouble(new Error(`The certificate of the seal ended at ${certificate.endsAt.toString()}`));
      return null;
    }
    const reserved = reserveSignature(pdf, { name: certificate.subject, label, at }, bytes);
    const hash = createHash('sha256');
    for (const part of reserved.parts) hash.update(part);
    const made = await signed(signer, hash.digest());
    const token = await stamp(signatureOf(made));
    if (token !== null) addTimeStamp(made, token);
    const filled = fillSignature(reserved, encoded(made));
    if (filled === null) throw new Error('The signature of the seal takes more room than was kept for it');
    return { pdf: filled, level: token === null ? 'B-B' : 'B-T' };
  };
  return ok({ certificate, seal });
}

const COMMON_NAME = '2.5.4.3';

function nameOf({ subject }: Certificate): string | null {
  const named = subject.typesAndValues.find(({ type }) => String(type) === COMMON_NAME);
  return named === undefined ? null : String(named.value.valueBlock.value);
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const CURVES: Readonly<Record<string, string>> = { prime256v1: 'P-256', secp384r1: 'P-384' };

async function readSigner({
  key,
  chain,
}: Pick<SealOptions, 'key' | 'chain'>): Promise<
  Result<{ readonly signer: SealSigner; readonly certificate: SealCertificate }, string>
> {
  const pems = chain.match(CERTIFICATE) ?? [];
  try {
    const certificates = pems.map((one) => new X509Certificate(one));
    const [own] = certificates;
    const privateKey = createPrivateKey(key);
    if (own === undefined) return refuse('the file of certificates holds none');
    if (!own.checkPrivateKey(privateKey)) return refuse('the key is not that of the first certificate');
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = privateKey;
    const curve = CURVES[details?.namedCurve ?? ''];
    if (type !== 'rsa' && curve === undefined) return refuse('the key must be RSA, or on the curve P-256 or P-384');
    const kind = type === 'rsa' ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } : { name: 'ECDSA', namedCurve: curve };
    const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
    const [first, ...others] = certificates.map(({ raw }) => Certificate.fromBER(Uint8Array.from(raw).buffer));
    if (first === undefined) return refuse('the file of certificates holds none');
    const imported = await crypto.subtle.importKey('pkcs8', pkcs8, kind, false, ['sign']);
    return ok({
      signer: { key: imported, chain: [first, ...others] },
      certificate: {
        id: fingerprintOf(first).toString('hex'),
        subject: nameOf(first) ?? own.subject.replaceAll('\n', ', '),
        chain: pems.map((one) => `${one}\n`).join(''),
        selfMade: own.issuer === own.subject,
        endsAt: Temporal.Instant.fromEpochMilliseconds(own.validToDate.getTime()),
      },
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}
