import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  type Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

/** What signs: a key, and its certificate before those of who vouch for it. */
export type SealSigner = {
  readonly key: CryptoKey;
  readonly chain: readonly [Certificate, ...Certificate[]];
};

const OIDS = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

const SHA256 = 'SHA-256';
const octets = (bytes: Uint8Array): asn1js.OctetString =>
  new asn1js.OctetString({ valueHex: Uint8Array.from(bytes).buffer });

/** The hash of a certificate, by which a signature says which one it is of. */
export function fingerprintOf(certificate: Certificate): Buffer {
  return createHash('sha256').update(Buffer.from(certificate.toSchema().toBER())).digest();
}

/**
 * A CMS signature apart from what it signs, as CAdES wants it (ETSI EN 319 122-1): content type, digest and signing certificate are
 * signed, the time is not (EN 319 142-1, 6.3: the PDF says it). `type` and `content`: of a content that goes with it.
 */
export async function signed(
  signer: SealSigner,
  digest: Uint8Array,
  attached?: { readonly type: string; readonly content: Uint8Array },
): Promise<SignedData> {
  const [own] = signer.chain;
  const type = attached?.type ?? OIDS.data;
  const attribute = (oid: string, value: asn1js.BaseBlock): Attribute => new Attribute({ type: oid, values: [value] });
  // SigningCertificateV2 (RFC 5035): one certificate, by its SHA-256, which is the default.
  const named = new asn1js.Sequence({
    value: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [octets(fingerprintOf(own))] })] })],
  });
  const made = new SignedData({
    version: attached === undefined ? 1 : 3,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: OIDS.sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: type }),
    certificates: [...signer.chain],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        // In the order of DER: the shortest first.
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute(OIDS.contentType, new asn1js.ObjectIdentifier({ value: type })),
            attribute(OIDS.messageDigest, octets(digest)),
            attribute(OIDS.signingCertificateV2, named),
          ],
        }),
      }),
    ],
  });
  // The library would cut it in pieces.
  if (attached !== undefined) made.encapContentInfo.eContent = octets(attached.content);
  await made.sign(signer.key, 0, SHA256);
  return made;
}

/** What a time-stamp is asked for. */
export function signatureOf({ signerInfos }: SignedData): Buffer {
  return Buffer.from(signerInfos[0]?.signature.valueBlock.valueHexView ?? []);
}

/** The same signature with the proof that it existed then. */
export function addTimeStamp({ signerInfos }: SignedData, token: Uint8Array): void {
  const [signer] = signerInfos;
  if (signer === undefined) throw new Error('Nobody signed');
  const value = asn1js.fromBER(token).result;
  const attributes = [new Attribute({ type: OIDS.timeStampToken, values: [value] })];
  signer.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes });
}

export function encoded(made: SignedData): Buffer {
  const info = new ContentInfo({ contentType: OIDS.signedData, content: made.toSchema(true) });
  return Buffer.from(info.toSchema().toBER());
}
