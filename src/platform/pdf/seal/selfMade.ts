import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import { AttributeTypeAndValue, Certificate, Extension, ExtKeyUsage } from 'pkijs';

/** A key and a certificate that vouches for itself, both in PEM. */
export type SelfMade = { readonly key: string; readonly chain: string };

const COMMON_NAME = '2.5.4.3';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_USAGE = '2.5.29.37';
const YEARS = 10;

/** For a demonstration and for tests: it shows that a file is as it was, and not by whom it is. `usage`: the only use, for a time-stamp authority. */
export async function makeOwnCertificate(name: string, usage?: string): Promise<SelfMade> {
  const kind = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 3072,
    publicExponent: Uint8Array.of(1, 0, 1),
  };
  const pair = await crypto.subtle.generateKey(kind, true, ['sign', 'verify']);
  const made = new Certificate({ version: 2 });
  // Positive: its first bit is nought.
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  made.serialNumber = new asn1js.Integer({ valueHex: Uint8Array.from(serial).buffer });
  for (const { typesAndValues } of [made.issuer, made.subject])
    typesAndValues.push(
      new AttributeTypeAndValue({ type: COMMON_NAME, value: new asn1js.Utf8String({ value: name }) }),
    );
  const from = Temporal.Now.zonedDateTimeISO('UTC').subtract({ hours: 1 });
  made.notBefore.value = dateOf(from);
  made.notAfter.value = dateOf(from.add({ years: YEARS }));
  // digitalSignature and nonRepudiation.
  const bits = new asn1js.BitString({ valueHex: Uint8Array.of(0xc0).buffer, unusedBits: 6 });
  made.extensions = [new Extension({ extnID: KEY_USAGE, critical: true, extnValue: bits.toBER() })];
  if (usage !== undefined) {
    const only = new ExtKeyUsage({ keyPurposes: [usage] });
    made.extensions.push(new Extension({ extnID: EXTENDED_USAGE, critical: true, extnValue: only.toSchema().toBER() }));
  }
  await made.subjectPublicKeyInfo.importKey(pair.publicKey);
  await made.sign(pair.privateKey, 'SHA-256');
  const key = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  return { key: pem('PRIVATE KEY', key), chain: pem('CERTIFICATE', made.toSchema().toBER()) };
}

/** The library knows no other. */
function dateOf(when: Temporal.ZonedDateTime): Date {
  return new Date(when.epochMilliseconds);
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
