import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCatalogue, loadPack } from '../catalogue/index.ts';
import { examplePages } from '../gallery.ts';
import { migrations } from '../migrations.ts';
import { publicVerification } from '../papers/index.ts';
import type { Clock } from '../platform/clock.ts';
import { createServer } from '../platform/http/server.ts';
import { everyone, redirect } from '../platform/http/visit.ts';
import { silentLog } from '../platform/log.ts';
import { createOutbox, latestMails } from '../platform/mail/outbox.ts';
import { createCarrier, publicRoutes, standingPages, visitorChrome } from '../public/index.ts';
import { createJudge } from '../simulation/index.ts';
import { followedClock } from '../testing/clock.ts';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import { heldJobs } from '../testing/heldJobs.ts';
import { danglingReferences, repeatedIds } from '../testing/markup.ts';
import { misplacedFaults } from '../testing/misplacedFaults.ts';
import { fieldOn } from '../testing/words.ts';
import { createFaults } from './faults/faults.ts';
import { demonstrationRoutes } from './routes.tsx';

const ACCOUNT = {
  role: 'candidate',
  name: 'Camille Démonstration',
  address: 'camille@demo.registre.fr',
  password: 'Volcan.Puy-1465',
  portfolios: [],
} as const;

let database: TestDatabase;
let clock: Clock;
let server: FastifyInstance;
const faults = createFaults();
const minuteNow = vi.fn(async () => undefined);
beforeAll(async () => {
  database = await emptyDatabase(migrations);
  clock = await followedClock(database.db);
  const loaded = await loadPack(path.join(import.meta.dirname, '..', '..', 'catalogue'));
  if (!loaded.ok) throw new Error('The shipped rule pack is faulty');
  const catalogue = createCatalogue(loaded.value);
  const publicUrl = new URL('http://localhost:3000');
  const site = { catalogue: () => catalogue, clock, demonstration: true, publicUrl };
  const sessionOf = async () => null;
  server = await createServer({
    secret: 'a secret of thirty-two characters',
    publicUrl,
    staticFolder: null,
    log: silentLog,
    uploadLimit: 1000,
    pages: standingPages({ ...site, toSignIn: () => redirect('/connexion') }),
    routes: [
      ...publicRoutes({
        ...site,
        cookies: [],
        carrier: createCarrier('test secret'),
        judge: createJudge(),
        papers: publicVerification(database.db),
        sessionOf,
        missing: async () => [],
      }),
      ...demonstrationRoutes({
        ...site,
        rehearsal: false,
        mailReaders: everyone,
        db: database.db,
        jobs: { minuteNow },
        faults,
        accounts: () => [ACCOUNT],
        door: { find: async () => null, enter: async () => null, leave: async () => [] },
        chrome: async (visit) => visitorChrome(site, visit, { session: null, csrf: visit.csrf() }),
        examples: async () => examplePages(site),
      }),
    ],
  });
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});

const setClock = (fields: Record<string, string>) => post('/demo/horloge', fields);
async function post(url: string, fields: Record<string, string>) {
  const page = await server.inject('/demo');
  const cookie = String(page.headers['set-cookie']).split(';')[0] ?? '';
  const jeton = fieldOn(page.body, 'jeton');
  return server.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ jeton, ...fields }).toString(),
  });
}
const paris = (): string =>
  clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString({ smallestUnit: 'minute' });

describe("The exam's clock", () => {
  it('jumps to the last minute, which the front page and the work of every minute follow at once', async () => {
    expect((await setClock({ saut: 'last-minute' })).statusCode).toBe(303);
    expect(minuteNow).toHaveBeenCalledOnce();
    expect(paris()).toBe('2023-12-01T16:59');
    expect((await server.inject('/')).body).toContain('Clôture dans');
    await setClock({ saut: 'closed' });
    expect((await server.inject('/')).body).toContain('sont closes');
  });
  it.each([
    ['15/11/2023', '10 h 30', '2023-11-15T10:30'],
    ['1er mars 2024', '8h', '2024-03-01T08:00'],
    ['15/11/2023', '17:05', '2023-11-15T17:05'],
  ])('goes to any instant: %s, %s', async (jour, heure, expected) => {
    expect((await setClock({ jour, heure })).statusCode).toBe(303);
    expect(paris()).toBe(expected);
  });
  it.each([
    ['31/03/2024', '2 h 30', 'on avance les montres'],
    ['29/10/2023', '2 h 30', 'on recule les montres'],
    ['30/02/2024', '10 h 00', "n'existe pas"],
    ['15/11/2023', '25 h 00', "Écrivez l'heure avec des chiffres"],
    ['15/11/2023', '', "Écrivez l'heure"],
  ])('refuses %s, %s, says why and keeps what was typed', async (jour, heure, reason) => {
    await setClock({ saut: 'enrolling' });
    const answer = await setClock({ jour, heure });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(reason);
    expect(misplacedFaults(answer.body)).toEqual([]);
    expect(answer.body).toContain(`value="${jour}"`);
    expect(paris()).toBe('2023-11-15T10:00');
  });
  it('refuses a moment that does not exist, and comes back to real time', async () => {
    expect((await setClock({ saut: 'never' })).statusCode).toBe(422);
    await setClock({ saut: 'real-time' });
    expect(Math.abs(clock.now().since(Temporal.Now.instant()).total('seconds'))).toBeLessThan(60);
    expect((await server.inject('/demo')).body).toContain('heure réelle');
  });
});

describe('The mails', () => {
  const write = async (recipient: string, subject: string, body: string): Promise<void> => {
    const outbox = createOutbox(database.db, heldJobs(), null);
    await database.db.transaction().execute((tx) =>
      outbox.post(tx, {
        eventId: randomUUID(),
        template: 'account.activation',
        recipient,
        accountId: null,
        academy: null,
        session: null,
        subject,
        body,
      }),
    );
  };

  it('are all there, newest first, or those of one address', async () => {
    await write('zoe@exemple.fr', 'Premier', 'Bonjour');
    await write('ali@exemple.fr', 'Second', 'Bonjour');
    const all = (await server.inject('/demo/courrier')).body;
    expect(all.indexOf('Second')).toBeLessThan(all.indexOf('Premier'));
    const hers = (await server.inject('/demo/courrier?destinataire=%20Zoe%40exemple.fr')).body;
    expect(hers).toContain('Premier');
    expect(hers).not.toContain('Second');
    expect((await server.inject('/demo/courrier?destinataire=personne%40exemple.fr')).body).toContain('Aucun mail');
  });
  it('are read as text: markup in them is shown, never obeyed; links can be followed', async () => {
    await write(
      'eve@exemple.fr',
      '<img src=x onerror=alert(1)>',
      'Lien "><script>alert(1)</script>\n\nhttp://localhost:3000/compte/activer?a=1&b="onmouseover=alert(1)\n\nhttps://b.example/.',
    );
    const id = (await latestMails(database.db, 1))[0]?.id ?? '';
    const { body } = await server.inject(`/demo/courrier/${id}`);
    expect(body).not.toMatch(/<script>|<img /);
    expect(body).not.toMatch(/"[^"<>]*" onmouseover/);
    expect(body).toContain('href="/compte/activer?a=1&amp;b="');
    expect(body).toContain('href="https://b.example/"');
  });
  it('answer 404 for one that does not exist', async () => {
    expect((await server.inject(`/demo/courrier/${randomUUID()}`)).statusCode).toBe(404);
    expect((await server.inject('/demo/courrier/nimporte')).statusCode).toBe(404);
  });
});

describe('An outage', () => {
  it('is begun and ended by a button, and says until when it lasts', async () => {
    expect((await server.inject('/demo')).body).not.toContain('En panne');
    expect((await post('/demo/pannes', { panne: 'store', acte: 'couper' })).statusCode).toBe(303);
    expect([faults.until('store') === null, faults.until('relay')]).toEqual([false, null]);
    const { body } = await server.inject('/demo?message=panne-commencee');
    expect(body.match(/En panne, jusqu/g)).toHaveLength(1);
    expect(body).toContain('La panne a commencé.');
    await post('/demo/pannes', { panne: 'store', acte: 'retablir' });
    expect(faults.until('store')).toBeNull();
    expect((await post('/demo/pannes', { panne: 'tout', acte: 'couper' })).headers.location).toBe('/demo');
  });
  it('has a page of where to look meanwhile', async () => {
    for (const address of ['/demo/visite/panne-mail', '/demo/visite/panne-fichiers']) {
      expect((await server.inject('/demo')).body).toContain(`href="${address}"`);
      expect((await server.inject(address)).body).toContain('Y aller');
    }
  });
});

describe('The demonstration', () => {
  it('gives the accounts with what each shows', async () => {
    const { body } = await server.inject('/demo');
    expect(body).toContain('camille');
    expect(body).toContain('Volcan.Puy-1465');
    expect(body).toContain('href="/demo/courrier"');
  });
});

describe('The gallery', () => {
  const shown = async (): Promise<readonly string[]> => {
    const { body } = await server.inject('/demo/galerie');
    return [...body.matchAll(/href="(\/demo\/galerie\/[^"#]+)"/g)].map(([, href = '']) => href);
  };

  it('shows each of its components and pages, which send nothing and repeat no id', async () => {
    const addresses = await shown();
    expect(addresses.length).toBeGreaterThan(25);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) {
      const { statusCode, headers, body } = await server.inject(address);
      expect([address, statusCode]).toEqual([address, 200]);
      expect(headers['content-security-policy']).toContain("form-action 'none'");
      expect([address, repeatedIds(body), danglingReferences(body)]).toEqual([address, [], []]);
      expect([address, body.match(/<h1/g)?.length]).toEqual([address, 1]);
    }
  });
  it('is linked from the demonstration, and answers 404 for what it has not', async () => {
    expect((await server.inject('/demo')).body).toContain('href="/demo/galerie"');
    for (const address of ['/demo/galerie/rien', '/demo/galerie/pages/rien'])
      expect((await server.inject(address)).statusCode).toBe(404);
  });
});
