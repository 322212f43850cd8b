import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { subscribeAccommodations } from '../accommodations/index.ts';
import { makeAccount } from '../accounts/testingSite.ts';
import { ownDataRoutes } from '../candidate/index.ts';
import { EFFECTS } from '../effects.ts';
import { subscribeEnrolments } from '../enrolment/index.ts';
import { disputedIn } from '../erasures.ts';
import { subscribeMessages } from '../messages/index.ts';
import { migrations } from '../migrations.ts';
import { openDues, subscribePieces } from '../pieces/index.ts';
import { columns, integer, nullable, present, text } from '../platform/database/columns.ts';
import { createEventBus } from '../platform/events.ts';
import { openFileStore } from '../platform/files.ts';
import { createOutbox } from '../platform/mail/outbox.ts';
import { keptSubjects } from '../public/index.ts';
import { subscribeReplacements } from '../replacements/index.ts';
import { followedClock } from './clock.ts';
import { ownDatabase } from './database.ts';
import {
  aDraft,
  type Browser,
  findCandidate,
  MACON_WITH_HANDICAP,
  ORDINARY_DAY,
  openSite,
  PASSWORD,
  registeredEnrolment,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
  withdraw,
} from './enrolments.ts';
import { heldJobs } from './heldJobs.ts';
import { EVENTS } from './histories.ts';
import { PLAIN_CHROME } from './plainChrome.ts';
import { pdf } from './shared.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** A candidate closes their account: what goes, what the law keeps, and what has to be over before. */
const folder = temporaryFolder('closing');
const { db } = await ownDatabase(migrations);
const catalogue = await shippedCatalogue();
const making = { events: createEventBus(), catalogue };
const [clock, jobs] = [await followedClock(db), heldJobs()];
const files = openFileStore(pathToFileURL(folder), folder);
const outbox = createOutbox(db, jobs, null);
const publicUrl = new URL('https://registre.example');
const site = await openSite(db, {}, (accounts) => {
  const shared = {
    db,
    events: making.events,
    catalogue: () => catalogue,
    clock,
    guards: accounts.guards,
    findCandidate,
  };
  const papers = {
    ...{ ...shared, chrome: async () => PLAIN_CHROME, jobs, due: openDues([]), outbox, publicUrl, effects: EFFECTS },
    ...{ files, pdf, seal: null, secret: 'a secret of thirty-two characters', decisionDelaySeconds: 0 },
  };
  subscribePieces(shared);
  subscribeEnrolments({ ...shared, jobs });
  subscribeAccommodations(papers);
  subscribeMessages(papers);
  subscribeReplacements(papers);
  return ownDataRoutes({
    ...papers,
    accounts,
    definedEvents: EVENTS,
    subjects: () => keptSubjects(catalogue.installation()),
  });
});
beforeEach(() => setClock(db, ORDINARY_DAY));
afterAll(() => rmSync(folder, { recursive: true }));

const PAGE = '/compte/mes-donnees/fermer';
const CLOSED = '/connexion?message=compte-ferme';
const COUNT = columns({ count: integer });

async function signedIn(address: string): Promise<Browser> {
  const browser = site.browser();
  await browser.get('/connexion');
  await browser.post('/connexion', { address, password: PASSWORD });
  return browser;
}

async function countOf(table: string, where: RawBuilder<unknown>): Promise<number> {
  return (await COUNT.one(db, sql`select count(*) as count from ${sql.table(table)} where ${where}`)).count;
}

/** Rows whose rooms aren't what is tried here, without what they lean on. */
async function put(...statements: readonly RawBuilder<unknown>[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    for (const statement of statements) await statement.execute(tx);
  });
}

const somebody = sql`'00000000-0000-4000-8000-00000000000a'::uuid`;
let published = 0;
async function publish({ enrolment: { id, academy, session } }: TestEnrolment): Promise<string> {
  published += 1;
  const publication = randomUUID();
  await put(
    sql`insert into result_publication (id, academy, session, number, specialities, unchanged, without_verdict, sha256, prepared_by,
        announced_at, proposed_by, proposed_at, approved_by, approved_at)
      values (${publication}, ${academy}, ${session}, ${published}, '{x}', 0, 0, '', ${somebody}, business_now() - interval '1 day',
        ${somebody}, business_now() - interval '3 days', gen_random_uuid(), business_now() - interval '2 days')`,
    sql`insert into published_result (publication_id, enrolment_id, academy, session, speciality, decision, result, sha256)
      values (${publication}, ${id}, ${academy}, ${session}, 'x', 'REFUSED', '{}', '')`,
    sql`insert into held_mark (enrolment_id, unit, academy, session, candidate_id, cfd, year, half_points, obtained_on)
      select id, 'U10', academy, session, candidate_id, '45032316', 2024, 24, '2024-07-05' from enrolment where id = ${id}`,
  );
  return publication;
}

/** All that goes with an account, as somebody might have it. */
async function fill({ candidate, enrolment: { id, academy, session } }: TestEnrolment): Promise<void> {
  const [request, excuse, message] = [randomUUID(), randomUUID(), randomUUID()];
  const of = sql`${academy}, ${session}, ${id}`;
  const file = sql`'bilan.pdf', 'application/pdf', 6, repeat('0', 64), repeat('0', 64), 6, 'application/pdf'`;
  await put(
    sql`insert into accommodation_case (id, academy, session, enrolment_id, state, channel, words, submitted_at, waiting_since)
      values (${request}, ${of}, 'submitted', 'online', 'Je suis malade', now(), now())`,
    sql`insert into accommodation_request (enrolment_id, academy, session, received_on) values (${id}, ${academy}, ${session}, '2023-11-15')`,
    sql`insert into accommodation_document (id, academy, session, enrolment_id, case_id, state, kind, name, type, size, sha256, sent_sha256, sent_size,
        sent_type, file_key, receipt, begun_at, finished_at)
      values (gen_random_uuid(), ${of}, ${request}, 'stored', 'medical', ${file}, ${`health/${id}`}, ${`H-${id}`}, now(), now())`,
    sql`insert into accommodation_advice (event_id, case_id, given_on, measures, officer_id) values (gen_random_uuid(), ${request}, '2023-11-15', '[]', ${somebody})`,
    sql`insert into accommodation_demand (event_id, case_id, words, until, officer_id) values (gen_random_uuid(), ${request}, 'Un bilan', now(), ${somebody})`,
    sql`insert into accommodation_prepared (case_id, prepared_id, request_version, measures, ground) values (${request}, gen_random_uuid(), 1, '[]', '')`,
    sql`insert into accommodation_said (id, academy, session, enrolment_id, what) values (gen_random_uuid(), ${of}, 'given-up')`,
    sql`insert into accommodation_reminder (academy, session, enrolment_id, until, step) values (${of}, now(), 'j-7')`,
    sql`insert into absence_excuse (id, academy, session, enrolment_id, units, words) values (${excuse}, ${of}, '{U10}', 'Mon dos')`,
    sql`insert into absence_proof (id, academy, session, enrolment_id, excuse_id, name, type, size, sha256, sent_sha256, sent_size, sent_type, file_key,
        receipt, begun_at, finished_at)
      values (gen_random_uuid(), ${of}, ${excuse}, ${file}, ${`absence/${id}`}, ${`A-${id}`}, now(), now())`,
    sql`insert into message (id, academy, session, enrolment_id, place, author, words, answers) values (${message}, ${of}, 1, 'candidate', 'Bonjour', false)`,
    sql`insert into message_reading (message_id, reader_id) values (${message}, ${somebody})`,
    sql`insert into message_settlement (enrolment_id, up_to, academy, session, officer_id) values (${id}, 1, ${academy}, ${session}, ${somebody})`,
    sql`insert into message_thread (enrolment_id, academy, session, version, last_at, last_author, waiting, pieces)
      values (${id}, ${academy}, ${session}, 1, now(), 'candidate', 0, '{}')`,
    sql`insert into message_lot_recipient (lot_id, enrolment_id) values (gen_random_uuid(), ${id})`,
    sql`insert into access_letter (id, account_id, academy, officer_id, mark) values (gen_random_uuid(), ${candidate.accountId}, ${academy}, ${somebody}, ${id})`,
    sql`insert into access_letter_request (id, account_id, academy, enrolment_id, asked_by) values (gen_random_uuid(), ${candidate.accountId}, ${academy}, ${id}, ${somebody})`,
    sql`insert into address_recovery (id, account_id, academy, stream, state, former_address, new_address, proof, seen_on, proposed_by)
      values (gen_random_uuid(), ${candidate.accountId}, ${academy}, 's', 'dropped', 'a@domaine.fr', 'b@domaine.fr', 'passport', '2023-11-14', ${somebody})`,
  );
}

const OF_ENROLMENT = [
  ...[
    'accommodation_case',
    'accommodation_request',
    'accommodation_document',
    'accommodation_said',
    'accommodation_reminder',
  ],
  ...['absence_proof', 'message', 'message_settlement', 'message_thread', 'message_lot_recipient'],
];
const OF_ACCOUNT = ['access_letter', 'access_letter_request', 'address_recovery', 'sign_up'];
const OF_ANOTHER = ['accommodation_advice', 'accommodation_demand', 'accommodation_prepared', 'message_reading'];

async function left({ candidate, enrolment }: TestEnrolment): Promise<Readonly<Record<string, number>>> {
  const [id, account] = [sql`enrolment_id = ${enrolment.id}`, sql`account_id = ${candidate.accountId}`];
  const asked = [
    ...OF_ENROLMENT.map((table) => [table, id] as const),
    ...OF_ACCOUNT.map((table) => [table, account] as const),
    ...['auth_account', 'auth_session'].map((table) => [table, sql`user_id = ${candidate.accountId}`] as const),
    ...OF_ANOTHER.map((table) => [table, sql`true`] as const),
  ];
  const found: Record<string, number> = {};
  for (const [table, where] of asked) {
    const count = await countOf(table, where);
    if (count > 0) found[table] = count;
  }
  return found;
}

describe('An account with a draft', () => {
  it('asks for the password, then is closed: nothing says who it was, nobody gets in, the address serves again', async () => {
    const { candidate, enrolment } = await aDraft(db, making);
    const address = candidate.address;
    const stranger = site.browser();
    await stranger.get('/mot-de-passe-oublie');
    await stranger.post('/mot-de-passe-oublie', { address });
    const browser = await signedIn(address);
    const { body } = await browser.get(PAGE);
    expect(body).toContain('Votre mot de passe et votre adresse mail');
    expect(body).toContain('Votre état civil');
    expect(body).not.toContain('Vos résultats publiés');
    expect((await browser.post(PAGE, { current: 'Autre.Chose-1' })).status).toBe(422);
    expect((await browser.post(PAGE, {})).status).toBe(422);
    const done = await browser.post(PAGE, { current: PASSWORD });
    expect([done.status, done.location]).toEqual([303, CLOSED]);
    expect((await browser.get(CLOSED)).body).toContain('Votre compte est fermé.');
    expect((await browser.get('/compte')).location).toContain('/connexion');
    const again = site.browser();
    await again.get('/connexion');
    expect((await again.post('/connexion', { address, password: PASSWORD })).status).not.toBe(303);
    expect(await countOf('auth_verification', sql`value like ${`%${candidate.accountId}%`}`)).toBe(0);
    expect(await findCandidate(db, candidate.accountId)).toMatchObject({ birthName: '', firstNames: '' });
    const kept = columns({ status: text, working: nullable(text) });
    expect(
      await kept.all(db, sql`select status, working::text as working from enrolment where id = ${enrolment.id}`),
    ).toEqual([{ status: 'abandoned', working: null }]);
    const mails = sql`template = 'account.closed' and recipient = ${address}`;
    expect(await countOf('mail', mails)).toBe(1);
    await db.transaction().execute(site.accounts.expired.erase);
    expect(
      await countOf('mail', sql`account_id = ${candidate.accountId} and (recipient = ${address} or body <> '')`),
    ).toBe(0);
    expect(await makeAccount(db, site, address), 'the address serves again').not.toBe(candidate.accountId);
    expect((await (await signedIn(address)).get(PAGE)).status).toBe(200);
  });

  it('is closed once by two tabs', async () => {
    const { candidate } = await aDraft(db, making);
    const browser = await signedIn(candidate.address);
    await browser.get(PAGE);
    const both = await Promise.all([1, 2].map(() => browser.post(PAGE, { current: PASSWORD })));
    for (const { status, location } of both) expect([status, location.startsWith('/connexion')]).toEqual([303, true]);
    expect(await countOf('mail', sql`template = 'account.closed' and recipient = ${candidate.address}`)).toBe(1);
  });
});

describe('An account with an enrolment', () => {
  it('stays open while something of it is under way, and says what to wait for', async () => {
    const running = await registeredEnrolment(db, making);
    const browser = await signedIn(running.candidate.address);
    const refused = async () => (await browser.post(PAGE, { current: PASSWORD })).body;
    expect((await browser.get(PAGE)).body).toContain(`/candidatures/${running.enrolment.id}/retrait`);
    expect(await refused()).toContain('Retirez-la d');
    const { id, academy, session } = running.enrolment;
    const [plan, room, centre] = [randomUUID(), randomUUID(), randomUUID()];
    await put(
      sql`insert into exam_centre (id, academy, session, code, name, address, postcode, city) values (${centre}, ${academy}, ${session}, 'X', 'X', 'X', '63000', 'X')`,
      sql`insert into exam_room (id, academy, session, centre_id, name, folded, capacity, accessible) values (${room}, ${academy}, ${session}, ${centre}, 'X', 'x', 9, true)`,
      sql`insert into exam_plan (id, academy, session, number, state, ordered_by, ordered_at, published_by, published_at)
        values (${plan}, ${academy}, ${session}, 1, 'published', ${somebody}, now(), ${somebody}, now())`,
      sql`insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at, percent, alone, frozen)
        values (${plan}, ${id}, 'U10', gen_random_uuid(), ${room}, now(), now() + interval '1 hour', 0, false, false)`,
    );
    expect((await browser.get(PAGE)).body).toMatch(/après vos résultats, ou après le mardi 31\sdécembre\s2024/);
    expect(await refused()).toContain('après vos résultats');
    const publication = await publish(running);
    await put(
      sql`insert into exam_replacement (academy, session, enrolment_id, unit, admitted) values (${academy}, ${session}, ${id}, 'U10', true)`,
    );
    expect(await refused()).toContain('Vous repassez une épreuve');
    await put(
      sql`delete from exam_replacement where enrolment_id = ${id}`,
      sql`insert into result_case (id, academy, session, enrolment_id, publication_id, kind, words)
        values (gen_random_uuid(), ${academy}, ${session}, ${id}, ${publication}, 'contest', 'Mon recours')`,
    );
    expect(await refused()).toContain('pas encore répondu');
    expect([...(await disputedIn(db)([id]))]).toEqual([id]);
    const paper = randomUUID();
    await put(
      sql`delete from result_case where enrolment_id = ${id}`,
      sql`insert into paper (id, academy, session, enrolment_id, kind, version, title, reference, content) values
        (${paper}, ${academy}, ${session}, ${id}, 'hearing', 1, 'X', 'R', '{}')`,
      sql`insert into hearing (id, academy, session, enrolment_id, kind, units, facts, words, until, officer_id, paper_id)
        values (gen_random_uuid(), ${academy}, ${session}, ${id}, 'units', '[{}]', '{}', 'X', now(), ${somebody}, ${paper})`,
    );
    expect(await refused()).toContain('vos observations');
    expect([...(await disputedIn(db)([id]))]).toEqual([id]);
    await put(sql`delete from hearing where enrolment_id = ${id}`);
    expect([...(await disputedIn(db)([id]))]).toEqual([]);
    expect(await countOf('auth_account', sql`user_id = ${running.candidate.accountId}`)).toBe(1);
  });

  it('is closed once it was taken back', async () => {
    const taken = await registeredEnrolment(db, making);
    await withdraw(db, making, taken);
    const browser = await signedIn(taken.candidate.address);
    await browser.get(PAGE);
    expect((await browser.post(PAGE, { current: PASSWORD })).location).toBe(CLOSED);
    expect(await findCandidate(db, taken.candidate.accountId)).toMatchObject({ birthName: taken.candidate.birthName });
  });

  it('is closed once results are told: they stay, with who they are of; health, messages and doors go, of nobody else', async () => {
    const [mine, other] = [
      await registeredEnrolment(db, { ...making, answers: MACON_WITH_HANDICAP }),
      await registeredEnrolment(db, making),
    ];
    await publish(mine);
    await fill(other);
    const before = await left(other);
    await expect(sql`delete from message where enrolment_id = ${other.enrolment.id}`.execute(db)).rejects.toThrow(
      'kept',
    );
    await expect(sql`delete from message_reading`.execute(db)).rejects.toThrow('kept');
    await expect(sql`delete from accommodation_advice`.execute(db)).rejects.toThrow('kept');
    await fill(mine);
    const browser = await signedIn(mine.candidate.address);
    const { body } = await browser.get(PAGE);
    expect(body).toContain('Vos résultats publiés et vos relevés');
    expect(body.match(/10\sans après la fin de la session/g), 'said once').toHaveLength(1);
    expect((await browser.post(PAGE, { current: PASSWORD })).location).toBe(CLOSED);
    const { id } = mine.enrolment;
    const gone = await left(mine);
    for (const table of [...OF_ENROLMENT, ...OF_ACCOUNT, 'auth_account', 'auth_session'])
      expect(gone[table] ?? 0, table).toBe(0);
    expect(await left(other)).toEqual(before);
    const said = columns({ words: text });
    expect(await said.all(db, sql`select words from absence_excuse where enrolment_id = ${id}`)).toEqual([
      { words: '' },
    ]);
    const health = columns({ answered: present(text), version: present(text) });
    expect(
      await health.all(
        db,
        sql`select e.registered->'informations'->>'handicap' as answered, v.answers->'informations'->>'handicap' as version
          from enrolment e join enrolment_version v on v.enrolment_id = e.id where e.id = ${id}`,
      ),
    ).toEqual([{ answered: 'non', version: 'non' }]);
    for (const table of ['visible_result', 'held_mark', 'piece', 'enrolment_version'])
      expect(await countOf(table, sql`enrolment_id = ${id}`), table).toBeGreaterThan(0);
    expect(await findCandidate(db, mine.candidate.accountId)).toMatchObject({ birthName: mine.candidate.birthName });
    expect(
      await countOf('journal', sql`name = 'account.closed' and stream = ${`account:${mine.candidate.accountId}`}`),
    ).toBe(1);
  });

  it('is closed once the time of its session is over, whatever came of it', async () => {
    const old = await registeredEnrolment(db, making);
    await setClock(db, Temporal.Instant.from('2025-02-01T10:00:00+01:00'));
    const browser = await signedIn(old.candidate.address);
    await browser.get(PAGE);
    expect((await browser.post(PAGE, { current: PASSWORD })).location).toBe(CLOSED);
  });
});

describe('The invented people of a demonstration', () => {
  it('keep their account, which others use after', async () => {
    const { candidate } = await aDraft(db, making);
    const address = `somebody@demo.registre.fr`;
    await sql`update auth_user set email = ${address} where id = ${candidate.accountId}`.execute(db);
    const browser = await signedIn(address);
    expect((await browser.get(PAGE)).body).toContain('Ce compte de démonstration');
    expect((await browser.post(PAGE, { current: PASSWORD })).status).toBe(409);
  });
});
