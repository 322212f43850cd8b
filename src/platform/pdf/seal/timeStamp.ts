import { createHash, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  ContentInfo,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

/** Gives the token of a time-stamp authority for these bytes (RFC 3161 over HTTP). Throws what went wrong. */
export type TimeStamper = (bytes: Uint8Array) => Promise<Buffer>;

const SHA256 = '2.16.840.1.101.3.4.2.1';
const GRANTED = [0, 1];
/** Somebody may wait for the paper. */
const PATIENCE_MS = 3_000;
/** A token with its certificates takes five thousand or so. */
export const LARGEST_TOKEN = 12_000;

export function askAuthority(url: URL, patienceMs = PATIENCE_MS): TimeStamper {
  return async (bytes) => {
    const hash = createHash('sha256').update(bytes).digest();
    // The first bit is left out: a whole number, and no negative one.
    const nonce = randomBytes(8);
    nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
    const asked = new TimeStampReq({
      version: 1,
      messageImprint: new MessageImprint({
        hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new asn1js.Null() }),
        hashedMessage: new asn1js.OctetString({ valueHex: Uint8Array.from(hash).buffer }),
      }),
      nonce: new asn1js.Integer({ valueHex: Uint8Array.from(nonce).buffer }),
      certReq: true,
    });
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: asked.toSchema().toBER(),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!answer.ok) throw new Error(`The time-stamp authority answers ${answer.status}`);
    return tokenIn(new Uint8Array(await answer.arrayBuffer()), bytes, nonce);
  };
}

/** Of our bytes, of our asking, and signed by the certificate that it carries: whom to believe is for whoever reads the paper. */
async function tokenIn(answer: Uint8Array, bytes: Uint8Array, nonce: Buffer): Promise<Buffer> {
  const { status, timeStampToken } = TimeStampResp.fromBER(Uint8Array.from(answer).buffer);
  if (!GRANTED.includes(status.status) || timeStampToken === undefined)
    throw new Error(`The time-stamp authority refuses (${status.status})`);
  const token = Buffer.from(timeStampToken.toSchema().toBER());
  if (token.length > LARGEST_TOKEN)
    throw new Error(`The token of the time-stamp authority is too long: ${token.length} bytes`);
  const info = new ContentInfo({ schema: timeStampToken.toSchema() });
  const made = new SignedData({ schema: info.content });
  const content = made.encapContentInfo.eContent?.getValue();
  if (content === undefined) throw new Error('The token of the time-stamp authority is empty');
  const said = TSTInfo.fromBER(content);
  const sameNonce = said.nonce !== undefined && Buffer.from(said.nonce.valueBlock.valueHexView).equals(nonce);
  if (!sameNonce) throw new Error('The token of the time-stamp authority is of something else');
  // The imprint too.
  if (!(await made.verify({ signer: 0, data: Uint8Array.from(bytes).buffer, checkChain: false })))
    throw new Error('The token of the time-stamp authority is signed by somebody else');
  return token;
}
