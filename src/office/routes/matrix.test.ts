import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { deliverTemplates, listTemplates } from '../../messages/index.ts';
import { listPapers } from '../../papers/index.ts';
import type { Route } from '../../platform/http/visit.ts';
import { keysOf } from '../../platform/keys.ts';
import { deskRoom } from '../../testing/desk.ts';
import { onePage } from '../../testing/documents/pdfFile.ts';
import { type Browser, COIFFURE } from '../../testing/enrolments.ts';
import { giveFile, pieceOf } from '../../testing/officeSite.ts';
import { EVERY_ROLE, stage } from '../../testing/stage.ts';

const { officer: _, ...others } = EVERY_ROLE;
const STAFF = {
  'officer of G2': { portfolios: ['G2'] },
  'officer of G1': { portfolios: ['G1'] },
  ...others,
  'head elsewhere': { role: 'head', academy: 'lyon' },
} as const;
const PEOPLE = ['visitor', 'candidate', ...keysOf(STAFF)] as const;
type Person = (typeof PEOPLE)[number];

const stood = await stage(deskRoom(), {
  staff: STAFF,
  candidates: { candidate: { answers: { informations: { ...COIFFURE.informations, handicap: 'oui' } } } },
});
const { db, catalogue, files, routes: table, registered, enter, as, staff, candidates } = stood;
const { enrolment } = candidates.candidate;
const beside = await registered();
const piece = await pieceOf(db, enrolment.id, 'DOMICIL');
const deposit = await giveFile(db, files, piece, { content: onePage() });
const [confirmation] = await listPapers(db, null, enrolment.id);
await deliverTemplates(db, catalogue.academies());
const template = (await listTemplates(db, 'clermont'))[0]?.id ?? '';
const colleague = await enter();
const lot = randomUUID();
await sql`insert into cancellation_lot (id, academy, session, officer_id) values (${lot}, 'clermont', 'bp-2024-clermont', ${colleague.id})`.execute(
  db,
);
const apiKey = randomUUID();
await sql`insert into api_key (id, academy, name, shown, hash, scopes, made_by, expires_at)
    values (${apiKey}, 'clermont', 'Essai', 'registre_x', ${Buffer.alloc(32)}, '{files}', ${colleague.id}, now() + interval '1 day')`.execute(
  db,
);
await sql`insert into webhook (id, academy, name, address, facts, made_by)
    values (${apiKey}, 'clermont', 'Essai', 'https://ent.example.fr/', '{file.ended}', ${colleague.id})`.execute(db);
const waiting = randomUUID();
await sql`insert into prepared_decision (id, academy, session, enrolment_id, version, act, facts, reason, ground, prepared_by)
    values (${waiting}, 'clermont', 'bp-2024-clermont', ${enrolment.id}, 1, 'reserve-lifted', '{}', 'Essai', '', ${colleague.id})`.execute(
  db,
);
const saisie = await anEntry(enrolment.id, colleague.id);
const prepared = randomUUID();
await sql`insert into export_order (id, academy, session, account_id, query, portfolios, format, what, state)
    values (${prepared}, 'clermont', 'bp-2024-clermont', ${staff['officer of G2'].id}, '', '{G2}', 'csv', 'Essai', 'ready')`.execute(
  db,
);
const invitations = randomUUID();
await sql`insert into invitation_lot (id, academy, session, officer_id)
    values (${invitations}, 'clermont', 'bp-2024-clermont', ${staff['officer of G2'].id})`.execute(db);
const ids: Readonly<Record<string, string>> = {
  exports: prepared,
  saisie,
  'a-signer': waiting,
  logiciels: apiKey,
  pieces: piece.id,
  dossiers: enrolment.id,
  relances: enrolment.id,
  messages: enrolment.id,
  modeles: template,
  // Nobody's of these people.
  envois: '00000000-0000-4000-8000-000000000000',
  cloture: enrolment.id,
  personnel: colleague.id,
  fichiers: deposit,
  documents: confirmation?.id ?? '',
  doublons: enrolment.id,
  autre: beside.enrolment.id,
  lot,
  envoi: invitations,
};

/** A letter that a colleague types from: the steps open, in another hand. */
async function anEntry(enrolment: string, officer: string): Promise<string> {
  const entry = randomUUID();
  const key = `proofs/clermont/${randomUUID()}`;
  await files.write(key, onePage());
  await sql`insert into enrolment_entry (id, enrolment_id, academy, session, officer_id, way, received_on, words)
    values (${entry}, ${enrolment}, 'clermont', 'bp-2024-clermont', ${officer}, 'post', '2023-11-15', 'Change de langue.')`.execute(
    db,
  );
  await sql`insert into entry_proof (entry_id, academy, officer_id, file_key, type, size, sha256)
    values (${entry}, 'clermont', ${officer}, ${key}, 'application/pdf', ${onePage().length}, 'x')`.execute(db);
  return entry;
}

/** The address of a route, with the real file, piece, document and colleague of group G2 and academy of Clermont. */
function addressOf(route: Route): string {
  const [, , collection = ''] = route.path.split('/');
  return route.path
    .replace(':id', ids[collection] ?? '')
    .replace(':lot', ids.lot ?? '')
    .replace(':envoi', ids.envoi ?? '')
    .replace(':autre', ids.autre ?? '')
    .replace(':deposit', ids.fichiers ?? '')
    .replace(':paper', ids.documents ?? '')
    .replace(':saisie', ids.saisie ?? '')
    .replace(':page', '1')
    .replace(/(?<=\/exports\/inscriptions)$/, '?format=csv');
}

const send = (browser: Browser, route: Route, fields: Readonly<Record<string, string>>) =>
  route.upload
    ? browser.upload(addressOf(route), fields, Buffer.from('rien'), 'rien.txt')
    : browser.post(addressOf(route), fields);

const FILES = new Set([
  'a-signer',
  'corbeille',
  'pieces',
  'dossiers',
  'courriers',
  'injoignables',
  'appels',
  'attestations',
  'doublons',
  'confier',
  'relances',
  'messages',
  'envois',
  'documents',
  'inscrire',
  'reprise',
  'cloture',
  'exports',
  'travaux',
]);

/** What docs/product.md says of each role, as an answer. */
function expected(person: Person, route: Route): 'opens' | 'sign in' | 'not found' {
  if (person === 'visitor') return 'sign in';
  if (person === 'candidate' || person === 'centre' || person === 'examiner') return 'not found';
  const [, , collection = ''] = route.path.split('/');
  if (collection === '') return 'opens';
  const named = /:(id|lot)/.test(route.path);
  if (route.path.startsWith('/gestion/reprise/candidats')) return 'not found';
  if (route.path.startsWith('/gestion/reprise/listes'))
    return person === 'head' || person === 'head elsewhere' ? 'opens' : 'not found';
  if (route.path.startsWith('/gestion/cloture/annulations'))
    return person === 'head' || (person === 'head elsewhere' && !named) ? 'opens' : 'not found';
  if (route.path.startsWith('/gestion/cloture/invitations')) return person === 'officer of G2' ? 'opens' : 'not found';
  if (route.path.startsWith('/gestion/exports/prets')) return person === 'officer of G2' ? 'opens' : 'not found';
  if ((collection === 'envois' || collection === 'documents') && named) return 'not found';
  if (collection === 'modeles') {
    // Whoever answers reads them; who runs the office changes them.
    const changes = route.method === 'POST' || route.path.endsWith('/nouveau');
    if (person === 'officer of G1' || person === 'officer of G2') return changes ? 'not found' : 'opens';
    return person === 'head' || (person === 'head elsewhere' && !named) ? 'opens' : 'not found';
  }
  // The tray of who alone reads of somebody's health: no letter of it bears these names.
  if (collection === 'amenagements') return person === 'accommodation' && !named ? 'opens' : 'not found';
  if (collection === 'logiciels')
    return person === 'head' || (person === 'head elsewhere' && !named) ? 'opens' : 'not found';
  if (collection === 'incident' || collection === 'tableau-de-bord')
    return person === 'head' || person === 'head elsewhere' ? 'opens' : 'not found';
  if (FILES.has(collection)) {
    // Their own queue, of documents that nobody else reads; none of the ordinary pieces.
    if (person === 'accommodation') return collection === 'corbeille' ? 'opens' : 'not found';
    if (person === 'officer of G2' || person === 'head') return 'opens';
    if (person === 'officer of G1' || person === 'head elsewhere') return named ? 'not found' : 'opens';
    return 'not found';
  }
  if (person === 'head' || person === 'admin') return 'opens';
  return person === 'head elsewhere' && !named ? 'opens' : 'not found';
}

describe.each(PEOPLE)('The staff door for %s', (person) => {
  it('opens what is theirs and nothing else, on every route', async () => {
    expect(table.length).toBeGreaterThan(15);
    const browser = as(person);
    await browser.get('/connexion');
    for (const route of table) {
      const address = addressOf(route);
      const answer = route.method === 'GET' ? await browser.get(address) : await send(browser, route, {});
      const label = `${person}: ${route.method} ${address}`;
      const outcome = expected(person, route);
      if (outcome === 'sign in') {
        expect([answer.status, answer.location], label).toEqual([303, expect.stringMatching(/^\/connexion\?suite=/)]);
      } else if (outcome === 'not found') {
        expect([answer.status, answer.body], label).toEqual([404, 'standing 404']);
      } else if (route.method === 'GET') {
        // The steps of an entry that a colleague holds: in the scope, and said to be held.
        // No letter of this file bears that name: its page says so.
        // Refusals of no piece lead back to their reasons.
        const isCut = address.endsWith('/tableau-de-bord/refus');
        const status = /\/saisie\/[a-z]+$/.test(address) ? 409 : /\/:lettre$|:demande|:liste/.test(address) ? 404 : 200;
        expect(isCut ? 303 : status, label).toBe(answer.status);
      } else {
        // An empty form, or a file that is none: let in, and told what is missing, or why nothing can be done.
        expect([200, 303, 409, 415, 422, ...(/\/:lettre$|:liste/.test(address) ? [404] : [])], label).toContain(
          answer.status,
        );
      }
    }
  });
});

describe('A route of the staff door', () => {
  it('says who may use it, and refuses a form without its token', async () => {
    for (const route of table) expect(route.who.name, route.path).toMatch(/^staff/);
    // What isn't there for them is not said to be refused.
    for (const route of table.filter((one) => one.method === 'POST' && expected('head', one) !== 'not found'))
      expect((await send(staff.head, route, { jeton: 'x' })).status, route.path).toBe(403);
  });
  it('takes what is no id, or too long, for what does not exist', async () => {
    for (const id of ['x', '%00', "'", '..%2f', `${'a'.repeat(500)}`, '00000000-0000-0000-0000-000000000000'])
      for (const address of [`/gestion/pieces/${id}`, `/gestion/dossiers/${id}`, `/gestion/personnel/${id}`])
        expect([404, 400, 414], address).toContain((await staff.head.get(address)).status);
  });
});
