import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../platform/journal.ts';
import { deskRoom } from '../testing/desk.ts';
import { pieceOf } from '../testing/officeSite.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { serveHook } from './deliver.ts';
import { send } from './send.ts';
import { oldDeliveries, takeDelivery, takeHook } from './store/deliveries.ts';
import { subscribeHooks } from './subscribe.ts';

/** Names that lead inside or nowhere, as a name server would say. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'inside.example.fr': ['93.184.216.34', '10.0.0.1'],
  'public.example.fr': ['93.184.216.34'],
};
const receivers = { local: true, resolve: async (host: string) => NAMES[host] ?? [] };
const webhooks = { secret: 'x'.repeat(32), receivers };

const stood = await stage(deskRoom({ more: () => ({ webhooks }) }), {
  staff: { head: 'head', elsewhere: { role: 'head', academy: 'lyon' } },
  candidates: { lea: 'Martinet' },
});
const { db, events, papers, staff, candidates, site } = stood;
const { head, elsewhere } = staff;
const { enrolment } = candidates.lea;
const deps = {
  db,
  ...webhooks,
  jobs: papers.jobs,
  outbox: papers.outbox,
  publicUrl: papers.publicUrl,
  accounts: site.accounts,
};
subscribeHooks({ ...deps, events });

type Got = { readonly headers: http.IncomingHttpHeaders; readonly body: string };
const got: Got[] = [];
/** What the receiver answers next; `never`: it leaves the line open and says nothing. */
let answers: (number | 'never' | 'elsewhere')[] = [];
const receiver = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    got.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    const next = answers.shift() ?? 204;
    if (next === 'never') return;
    if (next === 'elsewhere') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    else response.writeHead(next).end();
  });
});
await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/registre`;
afterAll(() => receiver.closeAllConnections());
afterAll(() => void receiver.close());

/** As an independent receiver does it, by the specification alone. */
function isSigned(secret: string, { headers, body }: Got): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

async function declare(adresse: string, nom = 'ENT', who = head) {
  const cle = fieldOn((await who.get('/gestion/logiciels/avis/nouveau')).body, 'cle');
  return who.post('/gestion/logiciels/avis/nouveau', {
    cle,
    nom,
    adresse,
    prevenu: ['file.validated', 'piece.decided'],
  });
}
const declared = await declare(url);
const page = declared.location.split('?')[0] ?? '';
const hookId = page.split('/').at(-1) ?? '';
const secretOn = async (): Promise<string> => /whsec_[\w+/=]+/.exec((await head.get(page)).body)?.[0] ?? '';
const validated = () =>
  db
    .transaction()
    .execute((tx) =>
      events.publish(
        tx,
        SYSTEM,
        'enrolment.validated',
        { stream: `enrolment:${enrolment.id}`, academy: 'clermont', session: 'bp-2024-clermont' },
        { enrolmentId: enrolment.id, number: enrolment.number ?? '', version: 1 },
      ),
    );
const due = () => sql`update webhook_delivery set next_at = now() where state = 'waiting'`.execute(db);
const rested = () => sql`update webhook set rest_until = null, busy_until = null`.execute(db);
const states = async () =>
  (
    await sql<{
      state: string;
      tries: number;
      fault: string | null;
    }>`select state, tries, fault from webhook_delivery where webhook_id = ${hookId} order by created_at, id`.execute(
      db,
    )
  ).rows;

describe('A notice', () => {
  it('is received by a server of others, signed, with an id and a fact and nobody’s name', async () => {
    await validated();
    await papers.jobs.run();
    const [one] = got;
    if (one === undefined) throw new Error('Nothing came');
    expect(isSigned(await secretOn(), one)).toBe(true);
    expect(JSON.parse(one.body)).toEqual({
      type: 'file.validated',
      timestamp: expect.any(String),
      data: { file: enrolment.id, session: 'bp-2024-clermont' },
    });
    expect(one.body).not.toMatch(/Martinet|@|BP24/);
    expect(await states()).toEqual([{ state: 'delivered', tries: 1, fault: null }]);
  });

  it('that is forged, changed, or signed with another secret is known as such', async () => {
    const [one] = got;
    if (one === undefined) throw new Error('Nothing came');
    const secret = await secretOn();
    expect(isSigned(secret, { ...one, body: one.body.replace('validated', 'ended') })).toBe(false);
    expect(isSigned(secret, { ...one, headers: { ...one.headers, 'webhook-id': 'x' } })).toBe(false);
    expect(isSigned(`whsec_${Buffer.alloc(32).toString('base64')}`, one)).toBe(false);
    await head.post(page, { acte: 'renew' });
    expect(await secretOn()).not.toBe(secret);
    expect(isSigned(await secretOn(), one)).toBe(false);
  });

  it('is gone with the transaction that is rolled back, and written with the one that stands', async () => {
    await db
      .transaction()
      .execute(async (tx) => {
        await events.publish(
          tx,
          SYSTEM,
          'enrolment.validated',
          { stream: `enrolment:${enrolment.id}`, academy: 'clermont', session: 'bp-2024-clermont' },
          { enrolmentId: enrolment.id, number: enrolment.number ?? '', version: 1 },
        );
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(await states()).toHaveLength(1);
  });

  it('is tried again after a 500, and comes under the same id: whoever got it twice knows', async () => {
    answers = [500, 200];
    got.length = 0;
    await validated();
    await papers.jobs.run();
    expect((await states())[1]).toEqual({ state: 'waiting', tries: 1, fault: 'answered' });
    await due();
    await papers.jobs.minuteNow();
    expect((await states())[1]).toEqual({ state: 'delivered', tries: 2, fault: null });
    expect(got.map(({ headers }) => headers['webhook-id'])).toEqual([
      got[0]?.headers['webhook-id'],
      got[0]?.headers['webhook-id'],
    ]);
    expect(isSigned(await secretOn(), got[1] ?? { headers: {}, body: '' })).toBe(true);
  });

  it('survives whoever is killed at it: due again in a minute, never lost', async () => {
    await validated();
    expect(await takeHook(db, hookId)).not.toBeNull();
    expect(await takeDelivery(db, hookId)).not.toBeNull();
    got.length = 0;
    await serveHook(deps, hookId);
    expect(got).toEqual([]);
    await rested();
    await due();
    await papers.jobs.minuteNow();
    expect(got).toHaveLength(1);
    expect((await states())[2]).toMatchObject({ state: 'delivered', tries: 2 });
  });

  it('to a receiver that never answers is given up after its patience, the hook rests, and another hook doesn’t wait', async () => {
    answers = ['never'];
    const begun = performance.now();
    expect(await send(receivers, url, '{}', {}, 200)).toEqual({ taken: false, status: null, fault: 'timeout' });
    expect(performance.now() - begun).toBeLessThan(2_000);
    answers = [503];
    await validated();
    await validated();
    got.length = 0;
    await papers.jobs.run();
    expect(got).toHaveLength(1);
    await papers.jobs.minuteNow();
    expect(got).toHaveLength(1);
    await rested();
    await due();
    await papers.jobs.minuteNow();
    expect(got).toHaveLength(3);
  });

  it('follows no redirect, and connects to no name that leads inside, whatever it led to before', async () => {
    answers = ['elsewhere'];
    expect(await send(receivers, url, '{}', {})).toEqual({ taken: false, status: 302, fault: 'answered' });
    expect(await send(receivers, 'https://inside.example.fr/', '{}', {})).toMatchObject({ fault: 'inside' });
    expect(await send(receivers, 'https://nobody.example.fr/', '{}', {})).toMatchObject({ fault: 'unknown-host' });
    const before = ['93.184.216.34'];
    const rebinding = { local: false, resolve: async () => [before.pop() ?? '127.0.0.1'] };
    expect(await rebinding.resolve()).toEqual(['93.184.216.34']);
    expect(await send(rebinding, 'https://public.example.fr/', '{}', {})).toMatchObject({ fault: 'inside' });
  });

  it('that nobody took within its day is shown, and goes out again when a head says so', async () => {
    answers = [500];
    await validated();
    await sql`update webhook_delivery set expires_at = now() where state = 'waiting'`.execute(db);
    await papers.jobs.run();
    expect((await states()).at(-1)).toMatchObject({ state: 'dead' });
    expect(words((await head.get(page)).body)).toContain('Renvoyer tout');
    expect((await head.post(page, { acte: 'renvoyer' })).location).toContain('avis-renvoyes');
    await papers.jobs.minuteNow();
    expect((await states()).at(-1)).toMatchObject({ state: 'delivered', tries: 1 });
  });

  it('of a piece of health is never written, of an ordinary one it is', async () => {
    const before = (await states()).length;
    const domicile = (await pieceOf(db, enrolment.id, 'DOMICIL')).id;
    const piece = (code: string, confidential: boolean) =>
      db
        .transaction()
        .execute((tx) =>
          events.publish(
            tx,
            SYSTEM,
            'piece.reviewTakenBack',
            { stream: `enrolment:${enrolment.id}`, academy: 'clermont', session: 'bp-2024-clermont' },
            { enrolmentId: enrolment.id, pieceId: domicile, code, confidential, decision: 'received' },
          ),
        );
    await sql`update piece set confidential = true where enrolment_id = ${enrolment.id} and code = 'DOMICIL'`.execute(
      db,
    );
    await piece('DOMICIL', true);
    expect(await states()).toHaveLength(before);
    await sql`update piece set confidential = false where enrolment_id = ${enrolment.id} and code = 'DOMICIL'`.execute(
      db,
    );
    await piece('DOMICIL', false);
    expect(await states()).toHaveLength(before + 1);
  });
});

describe('A hook', () => {
  it.each([
    ['https://inside.example.fr/', 'réseau interne'],
    ['https://nobody.example.fr/', 'Personne ne connaît'],
    ['http://ent.example.fr/', 'https'],
    ['https://127.0.0.1/', 'nom de machine'],
    ['https://a:b@public.example.fr/', 'mot de passe'],
    ['x', 'ne se lit pas'],
  ])('is not declared for %s: its field says why and keeps what was typed', async (adresse, why) => {
    const refused = await declare(adresse);
    expect([refused.status, words(refused.body)]).toEqual([422, expect.stringContaining(why)]);
    expect(refused.body).toContain(`value="${adresse}"`);
  });

  it('of another academy is not there', async () => {
    expect([(await elsewhere.get(page)).status, (await elsewhere.post(page, { acte: 'remove' })).status]).toEqual([
      404, 404,
    ]);
  });

  it('that takes nothing for three days is suspended, its heads have a mail, and what happens is kept until it is resumed', async () => {
    answers = [500];
    await sql`update webhook set failing_since = now() - interval '4 days' where id = ${hookId}`.execute(db);
    await validated();
    await papers.jobs.run();
    expect(words((await head.get(page)).body)).toContain('Suspendu');
    const mails = await sql`select 1 from mail where template = 'webhook.suspended'`.execute(db);
    expect(mails.rows.length).toBeGreaterThan(0);
    await validated();
    expect((await states()).at(-1)).toMatchObject({ state: 'dead', fault: 'suspended' });
    expect((await head.post(page, { acte: 'renvoyer' })).status).toBe(409);
    expect((await head.post(page, { acte: 'resume' })).location).toContain('avis-resume');
    expect((await head.post(page, { acte: 'resume' })).status).toBe(409);
    await head.post(page, { acte: 'renvoyer' });
    await papers.jobs.minuteNow();
    expect((await states()).at(-1)).toMatchObject({ state: 'delivered' });
  });

  it('whose receiver says 410 is suspended at once, for good as far as the machine knows, and its heads have a mail', async () => {
    const mails = async () =>
      (await sql`select 1 from mail where template = 'webhook.suspended'`.execute(db)).rows.length;
    const before = [await mails(), got.length];
    answers = [410];
    await validated();
    await papers.jobs.run();
    expect(words((await head.get(page)).body)).toContain('Suspendu');
    expect(await mails()).toBeGreaterThan(before[0] ?? 0);
    await due();
    await rested();
    await papers.jobs.minuteNow();
    expect(got, 'nothing is tried any more').toHaveLength((before[1] ?? 0) + 1);
    await head.post(page, { acte: 'resume' });
    await head.post(page, { acte: 'renvoyer' });
    await papers.jobs.minuteNow();
    expect((await states()).at(-1)).toMatchObject({ state: 'delivered' });
  });

  it('keeps what was taken for a week and what nobody took for a month, and what waits as long as it waits', async () => {
    await validated();
    await sql`update webhook_delivery set state = 'dead', fault = 'suspended'
      where id = (select id from webhook_delivery where state = 'delivered' limit 1)`.execute(db);
    const of = async () => Map.groupBy(await states(), ({ state }) => state);
    const aged = (days: number) =>
      sql`update webhook_delivery set created_at = created_at - make_interval(days => ${days}::int), expires_at = expires_at - make_interval(days => ${days}::int)`.execute(
        db,
      );
    const { erase } = oldDeliveries({
      delivered: Temporal.Duration.from({ days: 7 }),
      dead: Temporal.Duration.from({ days: 30 }),
    });
    const before = await of();
    await db.transaction().execute(erase);
    expect(await of()).toEqual(before);
    await aged(8);
    await db.transaction().execute(erase);
    expect([...(await of()).keys()].toSorted()).toEqual(['dead', 'waiting']);
    await aged(30);
    await db.transaction().execute(erase);
    expect([...(await of()).keys()]).toEqual(['waiting']);
  });
});
