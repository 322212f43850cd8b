import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';
import { afterAll, expect, it } from 'vitest';
import { keyOfHook, secretInWords, signedHeaders } from './rules/signature.ts';
import { send } from './send.ts';

const NAME = 'recoit.example.fr';
const key = keyOfHook('x'.repeat(32), randomUUID(), 0);
const before = getCACertificates('default');
afterAll(() => setDefaultCACertificates(before));

const made = await generate([{ name: 'commonName', value: randomUUID() }], {
  extensions: [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'subjectAltName', altNames: [{ type: 2, value: NAME }] },
  ],
});

/** What another program makes of it, by docs/api.md alone: its secret, and the ids that it took. */
const said: string[] = [];
const taken = new Set<string>();
function judge(headers: Readonly<Record<string, unknown>>, body: string): string {
  const [id, at] = [String(headers['webhook-id']), Number(headers['webhook-timestamp'])];
  const secret = Buffer.from(secretInWords(key).replace('whsec_', ''), 'base64');
  const expected = Buffer.from(`v1,${createHmac('sha256', secret).update(`${id}.${at}.${body}`).digest('base64')}`);
  const given = Buffer.from(String(headers['webhook-signature']));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
  if (Math.abs(Date.now() / 1000 - at) > 300) return 'old';
  if (taken.has(id)) return 'twice';
  taken.add(id);
  return 'new';
}
const receiver = createServer({ key: made.private, cert: made.cert }, (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const verdict = judge(request.headers, Buffer.concat(chunks).toString());
    said.push(verdict);
    response.writeHead(verdict === 'new' || verdict === 'twice' ? 204 : 400).end();
  });
});
await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve));
afterAll(() => void receiver.close());
const { port } = receiver.address() as AddressInfo;
const receivers = { local: true, resolve: async () => ['127.0.0.1'] };
const to = (host: string) => `https://${host}:${port}/registre`;
const BODY = '{"type":"file.validated"}';
const signed = (at = Temporal.Now.instant(), id: string = randomUUID()) => signedHeaders(key, id, BODY, at);

it('reaches nobody whose certificate no authority known here has signed, and nobody under another name', async () => {
  const unreachable = { taken: false, status: null, fault: 'unreachable' };
  expect(await send(receivers, to(NAME), BODY, signed())).toEqual(unreachable);
  setDefaultCACertificates([...before, made.cert]);
  expect(await send(receivers, to('autre.example.fr'), BODY, signed())).toEqual(unreachable);
  expect(said).toEqual([]);
});

it('is received over TLS, known when it comes again, and refused when it is forged, changed or replayed later', async () => {
  const headers = signed();
  expect(await send(receivers, to(NAME), BODY, headers)).toEqual({ taken: true, status: 204 });
  expect(await send(receivers, to(NAME), BODY, headers)).toMatchObject({ taken: true });
  const refused = { taken: false, status: 400, fault: 'answered' };
  expect(await send(receivers, to(NAME), `${BODY} `, headers)).toEqual(refused);
  const other = keyOfHook('x'.repeat(32), randomUUID(), 0);
  expect(
    await send(receivers, to(NAME), BODY, signedHeaders(other, randomUUID(), BODY, Temporal.Now.instant())),
  ).toEqual(refused);
  expect(await send(receivers, to(NAME), BODY, signed(Temporal.Now.instant().subtract({ minutes: 6 })))).toEqual(
    refused,
  );
  expect(said).toEqual(['new', 'twice', 'forged', 'forged', 'old']);
});

it('is sent to this machine by tests alone', async () => {
  expect(await send({ ...receivers, local: false }, to(NAME), BODY, signed())).toMatchObject({ fault: 'inside' });
});
