import { createHash } from 'node:crypto';
import { fromBase32, toBase32 } from './base32.ts';
import { CODE_LENGTH } from './code.ts';
import type { SigningKey } from './keys.ts';

/** What the square code of a page says (docs/verification.md), besides its signature. */
export type Square = {
  readonly keyId: string;
  /** Of issue, in Paris. */
  readonly day: Temporal.PlainDate;
  /** 1, 2…; 0 where the code stands for the whole paper. */
  readonly page: number;
  readonly code: string;
  /** Tells whether a name is the printed one, and nothing else of it. */
  readonly nameMark: string;
  /** `BP24-00127-K-C2`: enrolment, kind, version. */
  readonly reference: string;
};

export type SignedSquare = { readonly square: Square; readonly body: Uint8Array; readonly signature: Uint8Array };

const FORMAT = 1;
const FIRST_DAY = Temporal.PlainDate.from('2000-01-01');
const SIGNATURE_BYTES = 64;
const NAME_BYTES = 5;
/** Everything before the reference. */
const HEAD_BYTES = 22;

/** The signs of a square code, signed. */
export function writeSquare(square: Omit<Square, 'keyId'>, key: SigningKey): string {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(FORMAT, 0);
  head.write(key.id, 1, 'hex');
  head.writeUInt16BE(FIRST_DAY.until(square.day).days, 5);
  head.writeUInt8(square.page, 7);
  // 60 bits and four zeros.
  head.set(fromBase32(`${square.code}0`) ?? [], 8);
  head.write(square.nameMark, 16, 'hex');
  head.writeUInt8(square.reference.length, HEAD_BYTES - 1);
  const body = Buffer.concat([head, Buffer.from(square.reference, 'latin1')]);
  return toBase32(Buffer.concat([body, key.sign(body)]));
}

/** Reads the signs of a square code, or the address that holds them; says nothing of who signed. Null when it is none. */
export function readSquare(text: string): SignedSquare | null {
  const signs = text.trim().replace(/^.*\/V\//i, '');
  const bytes = fromBase32(signs);
  if (bytes === null || bytes.length < HEAD_BYTES + SIGNATURE_BYTES || bytes[0] !== FORMAT) return null;
  const read = Buffer.from(bytes);
  const length = read.readUInt8(HEAD_BYTES - 1);
  if (read.length !== HEAD_BYTES + length + SIGNATURE_BYTES) return null;
  const body = read.subarray(0, HEAD_BYTES + length);
  return {
    square: {
      keyId: read.toString('hex', 1, 5),
      day: FIRST_DAY.add({ days: read.readUInt16BE(5) }),
      page: read.readUInt8(7),
      code: toBase32(read.subarray(8, 16)).slice(0, CODE_LENGTH),
      nameMark: read.toString('hex', 16, 16 + NAME_BYTES),
      reference: body.toString('latin1', HEAD_BYTES),
    },
    body,
    signature: read.subarray(HEAD_BYTES + length),
  };
}

/** Without accents, spaces or strokes: `Mme Camille Lefèvre-Roux` and `MME CAMILLE LEFEVRE ROUX` have the same. */
export function nameMark(name: string): string {
  const letters = name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return createHash('sha256')
    .update(letters)
    .digest('hex')
    .slice(0, 2 * NAME_BYTES);
}
