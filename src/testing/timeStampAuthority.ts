import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as asn1js from 'asn1js';
import { Certificate, ContentInfo, PKIStatusInfo, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs';
import { encoded, signed } from '../platform/pdf/seal/cms.ts';
import { makeOwnCertificate } from '../platform/pdf/seal/selfMade.ts';

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** How it answers: well, or as an authority may on a bad day. */
export type Manner = 'well' | 'of something else' | 'refused' | 'nonsense' | 'down' | 'forged' | 'never';

export type TimeStampAuthority = {
  readonly url: URL;
  readonly certificate: string;
  readonly become: (manner: Manner) => void;
  /** How often it was asked. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
};

/** A time-stamp authority (RFC 3161) over real HTTP, for tests. Its time is that of the machine. */
export async function openTimeStampAuthority(): Promise<TimeStampAuthority> {
  const made = await makeOwnCertificate('Horodatage d’essai', TIME_STAMPING);
  const pkcs8 = createPrivateKey(made.key).export({ format: 'der', type: 'pkcs8' });
  const kind = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, kind, false, ['sign']);
  const own = Certificate.fromBER(Uint8Array.from(new X509Certificate(made.chain).raw).buffer);
  let manner: Manner = 'well';
  let asked = 0;

  const answerTo = async (body: Buffer): Promise<Buffer> => {
    const { messageImprint, nonce } = TimeStampReq.fromBER(Uint8Array.from(body).buffer);
    if (manner === 'refused') {
      const refusal = new TimeStampResp({ status: new PKIStatusInfo({ status: 2 }) });
      return Buffer.from(refusal.toSchema().toBER());
    }
    if (manner === 'of something else')
      messageImprint.hashedMessage = new asn1js.OctetString({ valueHex: new ArrayBuffer(32) });
    const info = new TSTInfo({
      version: 1,
      policy: '1.2.3.4.1',
      messageImprint,
      serialNumber: new asn1js.Integer({ value: asked }),
      genTime: new Date(),
      ...(nonce !== undefined && { nonce }),
    });
    const content = Buffer.from(info.toSchema().toBER());
    const digest = createHash('sha256').update(content).digest();
    const token = encoded(await signed({ key, chain: [own] }, digest, { type: TST_INFO, content }));
    // The last byte belongs to the signature.
    if (manner === 'forged') token.writeUInt8(token.readUInt8(token.length - 1) ^ 1, token.length - 1);
    const timeStampToken = ContentInfo.fromBER(Uint8Array.from(token).buffer);
    const given = new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken });
    return Buffer.from(given.toSchema().toBER());
  };

  const server = createServer((request, answer) => {
    asked += 1;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      if (manner === 'never') return;
      if (manner === 'down') return answer.writeHead(503).end();
      const body = manner === 'nonsense' ? Buffer.from('bonjour') : await answerTo(Buffer.concat(parts));
      return answer.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/tsa`),
    certificate: made.chain,
    become: (next) => {
      manner = next;
    },
    asked: () => asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
