import { spawnSync } from 'node:child_process';
import { createHash, verify, X509Certificate } from 'node:crypto';

/**
 * What stands in the seal of a PDF, read without the library that made it: by ISO 32000-1 (12.8) and RFC 5652, with a reader of DER of
 * a dozen lines and the cryptography of Node.
 */
export type SealOn = {
  /** Does the signature hold for every byte outside itself? */
  readonly holds: boolean;
  readonly subFilter: string;
  readonly certificates: readonly X509Certificate[];
  /** Object identifiers in hexadecimal, as they stand. */
  readonly signedAttributes: readonly string[];
  readonly unsignedAttributes: readonly string[];
  /** Of the hash by which the signature names its certificate. */
  readonly namesItsCertificate: boolean;
  readonly cms: Buffer;
  /** What the key gave, of which a time-stamp speaks. */
  readonly signature: Buffer;
  readonly content: Buffer;
};

export const OID = {
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  signingTime: '2a864886f70d010905',
  signingCertificateV2: '2a864886f70d010910022f',
  timeStampToken: '2a864886f70d010910020e',
} as const;

type Node = { readonly tag: number; readonly whole: Buffer; readonly body: Buffer };

function read(bytes: Buffer, at: number): Node {
  const tag = bytes.readUInt8(at);
  const first = bytes.readUInt8(at + 1);
  const more = first < 128 ? 0 : first - 128;
  const length = more === 0 ? first : bytes.readUIntBE(at + 2, more);
  const from = at + 2 + more;
  if (from + length > bytes.length) throw new Error('The DER is cut');
  return { tag, whole: bytes.subarray(at, from + length), body: bytes.subarray(from, from + length) };
}

function inside({ body }: Node): readonly Node[] {
  const nodes: Node[] = [];
  for (let at = 0; at < body.length; at += nodes.at(-1)?.whole.length ?? body.length) nodes.push(read(body, at));
  return nodes;
}

/** The n-th, and its n-th… */
function down(node: Node, ...path: readonly number[]): Node {
  return path.reduce((one, index) => {
    const next = inside(one).at(index);
    if (next === undefined) throw new Error('The DER is another');
    return next;
  }, node);
}

export function sealOn(pdf: Buffer): SealOn {
  const text = pdf.toString('latin1');
  const range = /\/ByteRange \[(\d+) +(\d+) +(\d+) +(\d+)\]/.exec(text);
  if (range === null) throw new Error('No seal');
  const [start = 0, before = 0, after = 0, length = 0] = range.slice(1).map(Number);
  if (start !== 0 || after + length !== pdf.length) throw new Error('The seal leaves bytes out');
  const content = Buffer.concat([pdf.subarray(0, before), pdf.subarray(after)]);
  const hex = text.slice(before, after);
  if (!/^<[0-9a-f]+>$/.test(hex)) throw new Error('The seal leaves bytes out');
  const cms = read(Buffer.from(hex.slice(1, -1), 'hex'), 0);
  const parts = inside(down(cms, 1, 0));
  const certificates = parts
    .filter(({ tag }) => tag === 0xa0)
    .flatMap(inside)
    .map(({ whole }) => new X509Certificate(whole));
  const signer = inside(down(parts.at(-1) ?? cms, 0));
  const signedPart = signer.find(({ tag }) => tag === 0xa0);
  const unsignedPart = signer.find(({ tag }) => tag === 0xa1);
  const signature = signer.find(({ tag }) => tag === 0x04)?.body;
  const [own] = certificates;
  if (signedPart === undefined || signature === undefined || own === undefined) throw new Error('The DER is another');
  const attributes = new Map(inside(signedPart).map((one) => [down(one, 0).body.toString('hex'), down(one, 1, 0)]));
  const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
  // What is signed is the same with the tag of a set (RFC 5652, 5.4).
  const asSet = Buffer.concat([Buffer.of(0x31), signedPart.whole.subarray(1)]);
  const digest = attributes.get(OID.messageDigest)?.body;
  const named = attributes.get(OID.signingCertificateV2);
  return {
    holds: digest?.equals(sha256(content)) === true && verify('sha256', asSet, own.publicKey, signature),
    subFilter: /\/SubFilter \/([\w.]+)/.exec(text)?.[1] ?? '',
    certificates,
    signedAttributes: [...attributes.keys()],
    unsignedAttributes:
      unsignedPart === undefined ? [] : inside(unsignedPart).map((one) => down(one, 0).body.toString('hex')),
    namesItsCertificate: named !== undefined && down(named, 0, 0, 0).body.equals(sha256(own.raw)),
    cms: cms.whole,
    signature,
    content,
  };
}

/** Does the seal hold? False for whatever makes it unreadable too. */
export function holdsSeal(pdf: Buffer): boolean {
  try {
    return sealOn(pdf).holds;
  } catch {
    return false;
  }
}

/** What another program answers. Who asks `needs` it (`leftOut.ts`). */
export function answerOf(
  program: string,
  args: readonly string[],
): { readonly succeeded: boolean; readonly output: Buffer } {
  const { error, status, stdout } = spawnSync(program, [...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1e7,
  });
  if (error !== undefined) throw error;
  return { succeeded: status === 0, output: stdout };
}
