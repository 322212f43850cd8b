import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Application, composeApplication } from '../src/application.ts';
import { readConfiguration } from '../src/configuration.ts';
import { readEnrolmentId } from '../src/enrolment/index.ts';
import { type PhoneCodeId, tokenOf } from '../src/pieces/phoneCode.ts';
import { connectDatabase, type Pool } from '../src/platform/database/database.ts';
import type { Route } from '../src/platform/http/visit.ts';
import { linkToken } from '../src/platform/linkToken.ts';
import { silentLog } from '../src/platform/log.ts';
import { DOOR_USE } from '../src/signature/door.ts';
import { createDatabase } from '../src/testing/database.ts';
import { aClosedJury } from '../src/testing/jury.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { type Decided, decideAccommodations } from './support/accommodations.ts';
import { makePdf } from './support/documents.ts';
import {
  accountForm,
  COIFFURE,
  createVisitor,
  DEMONSTRATION_PASSWORD,
  fillDraft,
  hiddenFields,
  mainOf,
  type Seen,
  signIn,
  type Visitor,
} from './support/visitor.ts';
import { mayOn, PEOPLE, type Person } from './support/whoMay.ts';

/** Every route of the whole application × everybody who may knock, from the table that the server itself uses. */

/** Appeals against a decision of the office and one of the service of accommodations, of the same enrolment, and a request to see scripts. */
async function appealNames(
  id: string,
  one: (query: ReturnType<typeof sql<{ id: string }>>) => Promise<string>,
): Promise<Readonly<Record<string, string>>> {
  const appeal = async (confidential: boolean, kind = 'decision') => {
    const decision =
      await one(sql`insert into decision (id, academy, session, enrolment_id, act, first_name, surname, capacity, service, facts, reason, ground)
      select gen_random_uuid(), academy, session, id, 'essai', 'Anne', 'Essai', 'cheffe', 'Bureau', '{}', '', '' from enrolment where id = ${id} returning id`);
    await one(sql`insert into appealable_decision (decision_id, enrolment_id, academy, session, act, title, confidential, of_two, event_id)
      select ${decision}::uuid, id, academy, session, 'essai', 'Essai', ${confidential}, false, gen_random_uuid() from enrolment where id = ${id} returning decision_id as id`);
    const request =
      await one(sql`insert into result_case (id, academy, session, enrolment_id, contested_id, confidential, kind, words)
      select gen_random_uuid(), academy, session, id, ${decision}::uuid, ${confidential}, ${kind}, 'Essai' from enrolment where id = ${id} returning id`);
    return { decision, request };
  };
  const [office, health] = [await appeal(false), await appeal(true)];
  const seeing = await appeal(false, 'consultation');
  // Its time is over, which its candidate is told.
  const script =
    await one(sql`insert into script_scan (id, case_id, academy, session, enrolment_id, unit, file_key, size, sha256, pages, until, sent_by)
      select gen_random_uuid(), ${seeing.request}::uuid, academy, session, id, 'U20', 'scripts/' || academy || '/' || id, 1, '', 1, '2023-11-01',
        gen_random_uuid() from enrolment where id = ${id} returning id`);
  return {
    '/candidatures/:id/recours/:decision': `/candidatures/${id}/recours/${health.decision}`,
    '/candidatures/:id/demandes/:demande': `/candidatures/${id}/demandes/${health.request}`,
    '/gestion/amenagements/:id/recours/:demande': `/gestion/amenagements/${id}/recours/${health.request}`,
    '/gestion/amenagements/recours/:demande': `/gestion/amenagements/recours/${health.request}`,
    '/recours/:demande/copies': `/recours/${seeing.request}/copies`,
    '/copies/:copie': `/copies/${script}`,
    '/recours/:demande': `/recours/${office.request}`,
  };
}

/** What ends the things that the others look at: asked last, in this order. */
const ENDS = [/supprimer$/, /retrait$/, /abandonner/, /renvoyer$/, /publier$/, /acces$/, /deconnexion$/];
const order = ({ method, path }: Route): number => (method === 'GET' ? -1 : ENDS.findIndex((end) => end.test(path)));

let application: Application;
let pool: Pool;
let drop: () => Promise<void>;
let url: string;
let secret: string;
let routes: readonly Route[];
let names: Readonly<Record<string, string>>;
const visitors = new Map<Person, { readonly visitor: Visitor; readonly token: string }>();

const dataFolder = temporaryFolder('matrix');
/** A prepared file has a place of its own in the store, as a deposit has. */
async function copiedFile(one: (query: ReturnType<typeof sql<{ id: string }>>) => Promise<string>): Promise<string> {
  const key = await one(sql`select file_key as id from deposit order by file_key limit 1`);
  const copy = path.join(path.dirname(key), randomUUID());
  copyFileSync(path.join(dataFolder, 'files', key), path.join(dataFolder, 'files', copy));
  return copy;
}
beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  pool = connectDatabase(database.connection, () => undefined);
  const environment = { DATA_DIR: dataFolder, REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00', PUT_OFF: 'nothing' };
  const configuration = readConfiguration(environment, `${import.meta.dirname}/..`);
  if (!configuration.ok) throw new Error(JSON.stringify(configuration.error));
  secret = configuration.value.secret;
  application = await composeApplication({
    configuration: configuration.value,
    connection: database.connection,
    staticFolder: null,
    say: () => undefined,
    log: silentLog,
  });
  url = await application.listen('127.0.0.1', 0);
  routes = application.routes.toSorted((a, b) => order(a) - order(b));
  for (const person of PEOPLE) await enter(person);
  names = await namesOfThings();
}, 600_000);
afterAll(async () => {
  await application?.stop();
  await pool?.close();
  await drop?.();
});

async function enter(person: Person): Promise<void> {
  const visitor = createVisitor(url, `192.0.2.${PEOPLE.indexOf(person) + 1}`);
  const addresses: Readonly<Record<string, string>> = {
    owner: 'camille',
    'officer of G2': 'officer.g2',
    'officer of G1': 'officer.g1',
  };
  if (person === 'other candidate') await signUp(visitor, 'autre@example.fr');
  else if (person !== 'visitor')
    await signIn(visitor, `${addresses[person] ?? person}@demo.registre.fr`, DEMONSTRATION_PASSWORD);
  const { html } = await visitor.get(person === 'visitor' ? '/connexion' : '/deconnexion');
  visitors.set(person, { visitor, token: hiddenFields(html).jeton ?? '' });
}

async function signUp(visitor: Visitor, address: string, name = 'Autre'): Promise<void> {
  const form = accountForm(address, { birthName: name, firstNames: 'Un' });
  expect((await visitor.fill('/compte/creer', form)).status).toBe(303);
  const { rows } = await sql<{ body: string }>`select body from mail where recipient = ${address}`.execute(pool.db);
  const link = /jeton=([\w-]+)/.exec(rows[0]?.body ?? '')?.[1] ?? '';
  expect((await visitor.fill(`/compte/activer?jeton=${link}`, {})).status).toBe(303);
  await signIn(visitor, address, DEMONSTRATION_PASSWORD);
}

/** All confirmations of the session, printed in number. */
async function orderedEdition(head: Visitor): Promise<string> {
  const asked = '/gestion/editions?session=bp-2024-clermont&document=confirmation';
  return (await head.fill(asked, {})).location.split('/').at(-1) ?? '';
}

/** A centre with its room, a sitting, and a draft of who sits where. */
async function examNames(
  enrolment: string,
  one: (query: ReturnType<typeof sql<{ id: string }>>) => Promise<string>,
): Promise<Readonly<Record<string, string>>> {
  const place = sql`'clermont', 'bp-2024-clermont'`;
  const centre = await one(sql`insert into exam_centre (id, academy, session, code, name, address, postcode, city)
    values (gen_random_uuid(), ${place}, 'LYC', 'Lycée', '', '63000', 'Riom') returning id`);
  const keeper = await one(sql`insert into attendance_keeper (account_id, academy, session, centre_id, named_by)
    select account_id, ${place}, ${centre}, account_id from staff where role = 'centre' returning account_id as id`);
  await one(sql`insert into exam_plan (id, academy, session, number, state, ordered_by, ordered_at)
    values (gen_random_uuid(), ${place}, 1, 'draft', gen_random_uuid(), now()) returning id`);
  const room = await one(sql`insert into exam_room (id, academy, session, centre_id, name, folded, capacity, accessible)
    values (gen_random_uuid(), ${place}, ${centre}, 'A', 'a', 3, true) returning id`);
  return {
    '/centres/prets/:id': `/centres/prets/${await one(sql`insert into exam_room_loan (id, academy, room_id, borrower, first_day, last_day, said_by)
      values (gen_random_uuid(), 'clermont', ${room}, 'lyon', '2100-01-01', '2100-01-02', gen_random_uuid()) returning id`)}`,
    '/centre/droit/:account': `/centre/droit/${keeper}`,
    '/notes/droit/:account': `/notes/droit/${await one(sql`select account_id as id from staff where role = 'examiner' limit 1`)}`,
    '/plan/centres/:id': `/plan/centres/${centre}`,
    '/plan/candidats/:id': enrolment.replace('/candidatures', '/plan/candidats'),
    '/unites/:unite': '/unites/U20',
    '/examen/centres/:id': `/examen/centres/${centre}`,
    '/examen/salles/:id': `/examen/salles/${room}`,
    '/examen/calendrier/:id': `/examen/calendrier/${await one(sql`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, material, kind)
      values (gen_random_uuid(), ${place}, '45033608', 'U20', '2024-06-03T07:00Z', 120, '', '') returning id`)}`,
  };
}

/** A board of a published plan before which the owner comes, and somebody who examines. */
async function boardNames(
  enrolment: string,
  one: (query: ReturnType<typeof sql<{ id: string }>>) => Promise<string>,
): Promise<Readonly<Record<string, string>>> {
  const place = sql`'clermont', 'bp-2024-clermont'`;
  const plan =
    await one(sql`insert into exam_plan (id, academy, session, number, state, ordered_by, ordered_at, published_by, published_at)
    values (gen_random_uuid(), ${place}, 2, 'published', gen_random_uuid(), now(), gen_random_uuid(), now()) returning id`);
  await one(sql`insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at)
    select ${plan}, ${enrolment}, s.unit, s.id, r.id, s.starts_at, s.starts_at + interval '2 hours' from exam_sitting s, exam_room r
    limit 1 returning sitting_id as id`);
  // A board is kept when its plan is published: here its seats came after.
  await one(sql`update exam_plan set state = state where id = ${plan} returning id`);
  const board = await one(sql`select id from exam_board limit 1`);
  const person =
    await one(sql`insert into examiner (id, academy, last_name, first_name, folded, side, title, employer, postcode, tasks, specialities, away,
      account_id)
    select gen_random_uuid(), academy, 'Essai', 'Alix', 'essai alix', 'teaching', '', '', '63000', '{jury}', '{}', '{}', account_id
    from staff where role = 'examiner' returning id`);
  await one(sql`insert into board_member (id, academy, session, board_id, examiner_id, state, added_by, told, told_at)
    select gen_random_uuid(), academy, session, id, ${person}, 'convened', ${person}, jsonb_build_object('startsAt', starts_at, 'endsAt', ends_at,
      'held', held, 'centre', centre, 'address', '', 'city', city, 'room', room, 'specialities', specialities, 'units', units), now()
    from exam_board where id = ${board} returning id`);
  return {
    '/examinateurs/commissions/:id': `/examinateurs/commissions/${board}`,
    '/examinateurs/personnes/:id': `/examinateurs/personnes/${person}`,
    '/commission/:id': `/commission/${board}`,
  };
}

/** An officer typed for the owner, on a letter that the office keeps, and left it. */
async function typedFor(officer: Visitor, enrolment: string): Promise<void> {
  const file = enrolment.replace('/candidatures', '/gestion/dossiers');
  const asked = { demande: 'post', jour: '15/11/2023', mots: 'Essai' };
  const begun = await officer.deposit(`${file}/saisir`, makePdf('lettre'), 'lettre.pdf', asked);
  expect([begun.status, begun.status === 303 ? '' : mainOf(begun.html)]).toEqual([303, '']);
  const { html } = await officer.get(begun.location);
  expect((await officer.post(`${file}/saisie/laisser`, hiddenFields(html))).status).toBe(303);
}

/** A document of the office that the owner has been given. */
async function published(officer: Visitor, enrolment: string): Promise<string> {
  const fresh = `/gestion/documents/nouveau?dossier=${enrolment.split('/').at(-1)}`;
  const fields = { titre: 'Convocation', consigne: 'Lisez-la.', echeance: '' };
  const { location } = await officer.deposit(fresh, makePdf('convocation'), 'convocation.pdf', fields);
  expect((await officer.fill(location, { acte: 'publier' })).status).toBe(303);
  const id = location.split('/').at(-1) ?? '';
  await vi.waitFor(
    async () => {
      const given = sql`select from publication_recipient where publication_id = ${id} and state = 'given'`;
      expect((await given.execute(pool.db)).rows).toHaveLength(1);
    },
    { timeout: 60_000, interval: 100 },
  );
  return id;
}

/** The owner's registered file with a document and a paper, a colleague, a draft of rules: what the addresses name. */
async function namesOfThings(): Promise<Readonly<Record<string, string>>> {
  const owner = visitors.get('owner')?.visitor ?? createVisitor(url);
  const enrolment = await fillDraft(owner, 'bp-2024-clermont');
  expect((await owner.fill(`${enrolment}/recapitulatif`, {})).status).toBe(303);
  await owner.deposit(`${enrolment}/justificatifs/DOMICIL`, makePdf('domicile'), 'domicile.pdf');
  const accommodations = await decideAccommodations(owner, visitors.get('accommodation')?.visitor ?? owner, enrolment);
  const draft = (await (visitors.get('head')?.visitor ?? owner).fill('/gestion/regles', { title: 'Essai' })).location;
  const one = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> =>
    vi.waitFor(
      async () => {
        const { rows } = await query.execute(pool.db);
        if (rows[0] === undefined) throw new Error('not there yet');
        return String(rows[0].id);
      },
      { timeout: 60_000, interval: 100 },
    );
  await typedFor(visitors.get('officer of G2')?.visitor ?? owner, enrolment);
  const publication = await published(visitors.get('officer of G2')?.visitor ?? owner, enrolment);
  return {
    '/annulations/:lot': `/annulations/${await one(sql`insert into cancellation_lot (id, academy, session, officer_id)
      select gen_random_uuid(), academy, 'bp-2024-clermont', account_id from staff where role = 'head' limit 1 returning id`)}`,
    ...(await examNames(enrolment, one)),
    ...(await boardNames(enrolment.split('/').at(-1) ?? '', one)),
    ...(await juryNames(enrolment.split('/').at(-1) ?? '', one)),
    '/prolongations/:id': `/prolongations/${await one(sql`insert into extension (academy, sessions, deadlines, days, hours, reason, proposed_by)
      select academy, array['bp-2024-clermont'], array['pieces'], 1, 0, 'Essai', account_id from staff where role = 'jury' limit 1 returning id`)}`,
    '/gestion/notes/:id': `/gestion/notes/${await one(sql`insert into mark_batch (id, academy, session, speciality, unit, title, step, opened_by, first_clerk)
      select gen_random_uuid(), academy, 'bp-2024-clermont', '45033608', 'ESSAI', 'Essai', 'half-point', account_id, account_id
      from staff where role = 'jury' limit 1 returning id`)}`,
    '/fichier/:import': `/fichier/${await one(sql`insert into mark_import (id, academy, session, batch_id, round, version, name, sha256, changes, same, absent, by)
      select gen_random_uuid(), academy, session, id, 'first', 1, 'essai.csv', 'x', '[]', 0, 0, first_clerk from mark_batch limit 1 returning id`)}`,
    '/fichiers/:import': `/fichiers/${await one(sql`insert into former_import (id, academy, name, sha256, lines, persons, added, changed, same, expired, unchecked, by, after_rank)
      select gen_random_uuid(), academy, 'essai.csv', 'x', 0, 0, 0, 0, 0, 0, 0, account_id, 0 from staff where role = 'jury' limit 1 returning id`)}`,
    '/listes/:liste': `/listes/${await one(sql`insert into changeover_import (id, academy, session, name, sha256, lines, known, by)
      select gen_random_uuid(), academy, 'bp-2024-clermont', 'essai.csv', 'x', 0, 0, account_id from staff where role = 'jury' limit 1 returning id`)}`,
    '/gestion/reprise/candidats/:ligne': `/gestion/reprise/candidats/${await one(sql`with i as (
        insert into changeover_import (id, academy, session, name, sha256, lines, known, by, written_at)
        select gen_random_uuid(), academy, 'bp-2024-clermont', 'repris.csv', 'y', 1, 0, account_id, now() from staff where role = 'jury' limit 1 returning *)
      insert into changeover_line (id, import_id, at, academy, session, written, number, birth_name, first_names, birth_date, speciality, portfolio)
      select gen_random_uuid(), id, 2, academy, session, true, 'C-1', 'Reprise', 'Alix', '2000-02-29', '45033608', 'G2' from i returning id`)}`,
    // A sheet that one person signed, of a script of that batch.
    '/fiche/:sheet': `/fiche/${await one(sql`with b as (select id, academy, session, unit from mark_batch order by opened_at desc limit 1),
        s as (insert into mark_script (id, academy, session, batch_id, number) select gen_random_uuid(), academy, session, id, '482917R' from b returning *),
        i as (insert into mark_identity (script_id, academy, session, batch_id, enrolment_id)
          select id, academy, session, batch_id, ${enrolment.split('/').at(-1)}::uuid from s)
      insert into marking_sheet (id, academy, session, board_id, enrolment_id, unit, version, outcome, answers, seen, source, device, said_at, examiner_id, "by", digest)
      select gen_random_uuid(), academy, session, gen_random_uuid(), ${enrolment.split('/').at(-1)}::uuid, unit, 'x', 'absent', '{}', 0, 'page', 'x', now(),
        gen_random_uuid(), gen_random_uuid(), 'x' from b returning id`)}`,
    '/gestion/resultats-anterieurs/candidats/:id': enrolment.replace(
      '/candidatures',
      '/gestion/resultats-anterieurs/candidats',
    ),
    '/anonymat/:lift': `/anonymat/${await one(sql`insert into mark_lift (id, academy, session, batch_id, reason, by)
      select gen_random_uuid(), b.academy, b.session, b.id, 'Essai', s.account_id from mark_batch b join staff s on s.role = 'head' limit 1 returning id`)}`,
    '/gestion/publication/:id': `/gestion/publication/${await one(sql`insert into result_publication (id, academy, session, number, specialities, unchanged, without_verdict, sha256, prepared_by)
      select gen_random_uuid(), academy, 'bp-2024-clermont', 1, array['45033608'], 0, 0, 'x', account_id from staff where role = 'jury' limit 1 returning id`)}`,
    ...(await appealNames(enrolment.split('/').at(-1) ?? '', one)),
    '/logiciels/cles/:id': `/logiciels/cles/${await one(sql`insert into api_key (id, academy, name, shown, hash, scopes, made_by, expires_at)
      select gen_random_uuid(), academy, 'Essai', 'registre_x', decode(repeat('00', 32), 'hex'), '{files}', account_id, now() + interval '1 day'
      from staff where role = 'head' and academy = 'clermont' limit 1 returning id`)}`,
    '/logiciels/avis/:id': `/logiciels/avis/${await one(sql`insert into webhook (id, academy, name, address, facts, made_by)
      select gen_random_uuid(), academy, 'Essai', 'https://ent.example.fr/', '{file.ended}', account_id
      from staff where role = 'head' and academy = 'clermont' limit 1 returning id`)}`,
    '/delegations/:id': `/delegations/${await one(sql`select id from delegation where academy = 'clermont' limit 1`)}`,
    '/double-authentification/cles/:id': `/double-authentification/cles/${await one(sql`insert into passkey (id, account_id, credential,
        public_key, counter, transports, host, name, backed_up)
      select gen_random_uuid(), account_id, 'x', '', 0, '{}', 'localhost', 'Essai', false from staff_portfolio where portfolio = 'G1' limit 1 returning id`)}`,
    '/procedures/:hearing': `/procedures/${await one(sql`insert into hearing (id, academy, session, enrolment_id, kind, units, codes, facts, words, until, officer_id, paper_id)
      select gen_random_uuid(), academy, session, id, 'regularisation', '[]', '{DOMICIL}', '{}', '', business_now() + interval '1 day', candidate_id,
        (select p.id from paper p where p.enrolment_id = enrolment.id and p.kind = 'confirmation' limit 1)
      from enrolment where id = ${enrolment.split('/').at(-1)} returning id`)}`,
    '/candidatures/:id': enrolment,
    '/preuves/:saisie': `/preuves/${await one(sql`select entry_id as id from entry_proof limit 1`)}`,
    '/gestion/exports/inscriptions': '/gestion/exports/inscriptions?format=csv',
    '/exports/prets/:id': `/exports/prets/${await one(sql`insert into export_order (id, academy, session, account_id, query, portfolios, format, what, state)
      select gen_random_uuid(), academy, 'bp-2024-clermont', account_id, '', '{G2}', 'csv', 'x', 'ready' from staff_portfolio where portfolio = 'G2' returning id`)}`,
    '/gestion/editions/:id': `/gestion/editions/${await orderedEdition(visitors.get('head')?.visitor ?? owner)}`,
    '/gestion/dossiers/:id': enrolment.replace('/candidatures', '/gestion/dossiers'),
    '/courriers/:lettre': `/courriers/${await one(sql`insert into letter (id, event_id, template, account_id, academy, session, about, confidential, subject, body)
      select gen_random_uuid(), gen_random_uuid(), 'x', candidate_id, academy, session, id, false, 'x', 'x' from enrolment where id = ${enrolment.split('/').at(-1)} returning id`)}`,
    '/gestion/examen/convocations/:id': enrolment.replace('/candidatures', '/gestion/examen/convocations'),
    '/gestion/a-signer/:id': `/gestion/a-signer/${await one(sql`insert into prepared_decision (id, academy, session, enrolment_id, version, act, facts, reason, ground, prepared_by)
      select gen_random_uuid(), academy, session, id, 1, 'reserve-lifted', '{}', 'Essai', '', candidate_id
      from enrolment where id = ${enrolment.split('/').at(-1)} returning id`)}`,
    '/gestion/doublons/:id': enrolment.replace('/candidatures', '/gestion/doublons'),
    '/:autre': `/${await one(sql`insert into enrolment select (jsonb_populate_record(e, jsonb_build_object(
        'id', gen_random_uuid(), 'candidate_id', c.account_id, 'number', 'BP24-99999-A'))).*
      from enrolment e join candidate c on c.account_id <> e.candidate_id where e.id = ${enrolment.split('/').at(-1)} limit 1 returning id`)}`,
    '/invitations/:envoi': `/invitations/${await one(sql`insert into invitation_lot (id, academy, session, officer_id)
      select gen_random_uuid(), academy, 'bp-2024-clermont', account_id from staff_portfolio where portfolio = 'G2' returning id`)}`,
    '/gestion/cloture/:id': enrolment.replace('/candidatures', '/gestion/cloture'),
    '/gestion/messages/:id': enrolment.replace('/candidatures', '/gestion/messages'),
    '/gestion/modeles/:id': `/gestion/modeles/${await one(sql`select id from message_template limit 1`)}`,
    '/gestion/envois/:id': `/gestion/envois/${await one(sql`insert into message_lot (id, academy, officer_id, words) select gen_random_uuid(), academy, account_id, 'x' from staff_portfolio where portfolio = 'G2' returning id`)}`,
    '/gestion/documents/:id': `/gestion/documents/${publication}`,
    '/bureau/:document': `/bureau/${publication}`,
    '/gestion/relances/:id': enrolment.replace('/candidatures', '/gestion/relances'),
    '/gestion/amenagements/courriers/:id/:lettre': `/gestion/amenagements/courriers/${enrolment.split('/').at(-1)}/${await one(sql`insert into letter (id, event_id, template, account_id, academy, session, about, confidential, subject, body)
      select gen_random_uuid(), gen_random_uuid(), 'x', candidate_id, academy, session, id, true, 'x', 'x' from enrolment where id = ${enrolment.split('/').at(-1)} returning id`)}`,
    '/gestion/amenagements/:id': `/gestion/amenagements/${await one(sql`update enrolment set registered = jsonb_set(registered, '{informations,handicap}', '"oui"') where id = ${enrolment.split('/').at(-1)} returning id`)}`,
    '/gestion/pieces/:id': `/gestion/pieces/${await one(sql`select id from piece where code = 'DOMICIL'`)}`,
    '/gestion/personnel/demandes/:demande': `/gestion/personnel/demandes/${await one(sql`insert into staff_proposal (id, academy, kind, address, name, role, proposed_by)
        select gen_random_uuid(), academy, 'invite', 'nouveau.chef@demo.registre.fr', 'X', 'head', account_id from staff where role = 'admin' returning id`)}`,
    '/gestion/personnel/:id': `/gestion/personnel/${await one(sql`select account_id as id from staff where role = 'jury'`)}`,
    '/gestion/regles/publications/:id': `/gestion/regles/publications/${await one(sql`select max(id) as id from rule_publication`)}`,
    '/gestion/regles/brouillons/:id': draft.replace(/\?.*$/, ''),
    '/fichiers/:file': `/fichiers/${await one(sql`select id from deposit`)}`,
    '/fichiers/:deposit': `/fichiers/${await one(sql`select id from deposit`)}`,
    '/documents/:paper': `/documents/${await one(sql`select id from paper where kind = 'confirmation'`)}`,
    '/fichiers/:document': `/fichiers/${accommodations.document}`,
    '/notifications/:paper': `/notifications/${accommodations.paper}`,
    '/feuilles/:sheet': `/feuilles/${await one(sql`insert into deposit_sheet (id, academy, session, enrolment_id, piece_id, rank, name, type,
        size, sha256, pages, sent_sha256, sent_size, sent_type, file_key, begun_at, finished_at)
      select gen_random_uuid(), academy, session, enrolment_id, piece_id, 1, name, type, size, sha256, 1, sent_sha256, sent_size, sent_type,
        ${await copiedFile(one)}, begun_at, finished_at from deposit order by file_key limit 1 returning id`)}`,
    ...(await excuseNames(enrolment.split('/').at(-1) ?? '', one)),
    '/envois/:envoi': `/envois/${await one(sql`insert into deposit_upload (id, academy, session, enrolment_id, piece_id, name, size, begun_at)
      select gen_random_uuid(), academy, session, enrolment_id, piece_id, 'essai.jpg', 100, begun_at from deposit limit 1 returning id`)}`,
    '/telephone/:jeton/:piece': `/telephone/${await phoneToken(one)}/DOMICIL`,
    '/signer/:jeton': `/signer/${await doorToken(one)}`,
    '/pages/:page': '/pages/1',
    '/justificatifs/remettre/:group': '/justificatifs/remettre/inscription',
    '/justificatifs/:piece': '/justificatifs/DOMICIL',
    '/sessions/:code': '/sessions/bp-2024-clermont',
    '/pieces/:code': '/pieces/DOMICIL',
    '/textes/:code': '/textes/account.activation',
    '/academies/:code': '/academies/clermont',
    '/installation/:code': '/installation/installation',
    '/departements/:code': '/departements/63',
    '/examens/:code': '/examens/bp',
    '/cas/:code': '/cas/distance-cinq-ans',
    '/specialites/:code': '/specialites/45033608',
    '/:cfd': '/45033608',
    '/reglements/:file': '/reglements/45033608-coiffure',
    '/simulateur/:question': '/simulateur/specialite',
    '/calendrier/:file': '/calendrier/bp-2024-clermont.ics',
    '/demo/visite/:personne': '/demo/visite/jury',
    '/demo/galerie/:groupe': '/demo/galerie/listes',
    '/demo/galerie/pages/:exemple': '/demo/galerie/pages/attente',
    '/demo/courrier/:id': `/demo/courrier/${await one(sql`select id from mail`)}`,
  };
}

/** What the owner said of an absence, with a document. */
async function excuseNames(
  enrolment: string,
  one: (query: ReturnType<typeof sql<{ id: string }>>) => Promise<string>,
): Promise<Readonly<Record<string, string>>> {
  const excuse = await one(sql`insert into absence_excuse (id, academy, session, enrolment_id, units, words)
    values (gen_random_uuid(), 'clermont', 'bp-2024-clermont', ${enrolment}, array['U20'], 'Essai') returning id`);
  const proof =
    await one(sql`insert into absence_proof (id, academy, session, enrolment_id, excuse_id, name, type, size, sha256, sent_sha256,
      sent_size, sent_type, file_key, receipt, begun_at, finished_at)
    select gen_random_uuid(), academy, session, enrolment_id, ${excuse}, name, type, size, sha256, sent_sha256, sent_size, sent_type,
      ${await copiedFile(one)}, gen_random_uuid()::text, now(), now() from deposit order by file_key limit 1 returning id`);
  return {
    '/absence/:excuse': `/absence/${excuse}`,
    '/absences/:excuse': `/absences/${excuse}`,
    '/:justificatif': `/${proof}`,
  };
}

/** A square code that the owner's computer shows, as its address says it; it lives longer than the others. */
async function phoneToken(one: (query: ReturnType<typeof sql<{ id: string }>>) => Promise<string>): Promise<string> {
  const id = await one(sql`insert into phone_code (id, academy, session, enrolment_id, piece_id, session_id, ends_at)
    select gen_random_uuid(), p.academy, p.session, p.enrolment_id, p.id, s.id, now() + interval '1 day'
    from piece p join enrolment_file e on e.id = p.enrolment_id join open_session s on s.account_id = e.candidate_id
    where p.code = 'DOMICIL' limit 1 returning id`);
  return tokenOf(secret, id as PhoneCodeId);
}

/** The link of whoever would answer for the owner; a candidate of age has none, so it opens nothing more than its own page. */
async function doorToken(one: (query: ReturnType<typeof sql<{ id: string }>>) => Promise<string>): Promise<string> {
  const id = await one(sql`insert into signature_door (id, academy, session, enrolment_id, version, ends_at)
    select gen_random_uuid(), e.academy, e.session, e.id, e.version, now() + interval '1 day'
    from piece p join enrolment_file e on e.id = p.enrolment_id where p.code = 'DOMICIL' limit 1 returning id`);
  return linkToken(secret, DOOR_USE, id);
}

/** A closed record, its candidate and an addition that waits. */
async function juryNames(
  enrolment: string,
  one: (query: ReturnType<typeof sql<{ id: string }>>) => Promise<string>,
): Promise<Readonly<Record<string, string>>> {
  const place = { academy: 'clermont', session: 'bp-2024-clermont' };
  const enrolmentId = readEnrolmentId(enrolment);
  if (enrolmentId === null) throw new Error('No enrolment');
  const judgement = {
    outcome: 'NOT_JUDGED',
    average: null,
    professionalAverage: null,
    lines: [],
    missing: [],
  } as const;
  const file = { number: 'BP24-00001-A', speciality: '45033608', form: 'GLOBAL', units: [], doubts: [] } as const;
  const account = { ...file, enrolmentId, judgement };
  const chair = await one(sql`select account_id as id from staff where role = 'jury'`);
  const said = { enrolmentId, decision: 'NOT_JUDGED', account, juryPoints: [] } as const;
  const jury = await aClosedJury(pool.db, place, [said], { chair });
  return {
    '/deliberation/:id': `/deliberation/${jury}`,
    '/candidats/:candidat': `/candidats/${enrolment}`,
    '/pv/:numero': '/pv/0',
    '/additifs/:additif': `/additifs/${await one(sql`insert into jury_addition (id, jury_id, academy, session, enrolment_id, kind, decision, reason, proposed_by)
      select gen_random_uuid(), ${jury}::uuid, 'clermont', 'bp-2024-clermont', ${enrolment}::uuid, 'decision', 'REFUSED', 'Essai', account_id
      from staff where role = 'officer' limit 1 returning id`)}`,
  };
}

const addressOf = (path: string): string =>
  Object.entries(names).reduce((address, [pattern, name]) => address.replace(pattern, name), path);

async function ask(person: Person, { method, upload }: Route, address: string): Promise<Seen> {
  const { visitor, token } = visitors.get(person) ?? { visitor: createVisitor(url), token: '' };
  if (method === 'GET') return visitor.get(address);
  if (!upload) return visitor.post(address, { jeton: token });
  const body = new FormData();
  body.append('jeton', token);
  body.append('fichier', new Blob(['rien']), 'rien.txt');
  return visitor.send({ action: address, body });
}

describe('What was refused', () => {
  it('is on the page of the head of office, with the person and the route, never with its ids', async () => {
    const head = createVisitor(url, '192.0.2.99');
    await signIn(head, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
    const stranger = visitors.get('other candidate')?.visitor ?? head;
    expect((await stranger.get(names['/candidatures/:id'] ?? '')).status).toBe(404);
    // That somebody was on the page of their health isn't read by the office.
    expect((await stranger.post(`${names['/candidatures/:id']}/amenagement`, { jeton: 'x' })).status).toBe(403);
    expect((await stranger.post(`${names['/candidatures/:id']}/absence`, { jeton: 'x' })).status).toBe(403);
    expect((await stranger.post('/apparence', { jeton: 'x' })).status).toBe(403);
    await vi.waitFor(
      async () => {
        const { html } = await head.get('/gestion/journal/refus');
        expect(html).toContain('GET /candidatures/:id');
        expect(html).toContain('POST /apparence');
        expect(html).toContain('POST /candidatures/:id');
        expect(html).not.toMatch(/candidatures[^ ]*(amenagement|absence)/);
        expect(html).toContain('le candidat');
        expect(html).not.toContain(names['/candidatures/:id']?.split('/').at(-1));
      },
      { timeout: 60_000, interval: 100 },
    );
    expect((await head.get('/gestion/journal')).html).toContain('href="/gestion/journal/refus"');
  }, 600_000);
});

describe('What a candidate said of their health', () => {
  const HEALTH = /handicap|rqth|am[ée]nagement|médica|santé|r408disp|dispense de la formation|travail en hauteur\s*:/gi;
  /** Pages of one kind (a speciality, a rule, a column to sort by) that say what the others would. */
  const ENOUGH = 3;
  const MACON: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...COIFFURE,
    informations: { ...COIFFURE.informations, handicap: 'oui' },
    qualification: { speciality: '45023216', form: 'GLOBAL', formFinal: 'oui', disabledWorker: 'oui' },
    acquis: { notes: 'non' },
    epreuves: { language: 'anglais' },
  };
  const enrol = async (): Promise<{ readonly candidate: Visitor; readonly enrolment: string }> => {
    const candidate = createVisitor(url, '192.0.2.98');
    await signUp(candidate, 'ficaire@example.fr', 'Ficaire');
    const enrolment = await fillDraft(candidate, 'bp-2024-clermont', MACON);
    expect((await candidate.fill(`${enrolment}/recapitulatif`, {})).status).toBe(303);
    // Said again, otherwise and back: nothing of it is in the history of the office.
    for (const handicap of ['non', 'oui']) {
      await candidate.fill(`${enrolment}/informations`, { ...MACON.informations, handicap });
      expect((await candidate.fill(`${enrolment}/recapitulatif`, {})).status).toBe(303);
    }
    return { candidate, enrolment };
  };
  /** The pages that links lead to from these, with where each stands: all that name `enrolment`, some of each other kind. */
  const crawl = async (
    visitor: Visitor,
    starts: readonly string[],
    enrolment: string,
  ): Promise<ReadonlyMap<string, string>> => {
    const seen = new Map<string, string>();
    const alike = new Map<string, number>();
    const left = [...starts];
    for (let next = left.shift(); next !== undefined && seen.size < 200; next = left.shift()) {
      const kind = next.replace(/=[^&]*/g, '=').replace(/[\w-]*\d[\w-]*/g, ':id');
      const before = alike.get(kind) ?? 0;
      if (seen.has(next) || (before === ENOUGH && !next.includes(enrolment))) continue;
      alike.set(kind, before + 1);
      const { html } = await visitor.get(next);
      seen.set(next, html);
      for (const [, href = ''] of html.matchAll(
        / href="(\/gestion(?!\/regles\/brouillons\/[^/]*\/(?!inscriptions|relire))[^"#]*)/g,
      ))
        left.push(href.replaceAll('&amp;', '&'));
    }
    return seen;
  };

  it('is read by them and by the service of accommodations, and stands on no page that names them to others', async () => {
    const { candidate, enrolment } = await enrol();
    expect((await candidate.get(`${enrolment}/recapitulatif`)).html).toMatch(/Handicap[\s\S]{0,200}Oui/);
    const waiver = await candidate.deposit(`${enrolment}/justificatifs/R408DISP`, makePdf('sante'), 'rqth.pdf');
    expect(waiver.location).toContain('recu=');
    const { rows } = await sql<{ number: string }>`
      select number from enrolment where id = ${enrolment.split('/').at(-1)}`.execute(pool.db);
    const number = rows[0]?.number ?? '';
    const file = enrolment.replace('/candidatures', '/gestion/dossiers');
    const id = enrolment.split('/').at(-1) ?? '';
    const service = createVisitor(url, '192.0.2.96');
    await signIn(service, 'accommodation@demo.registre.fr', DEMONSTRATION_PASSWORD);
    const decided = await decideAccommodations(candidate, service, enrolment, 'Mon handicap, en secret.');
    const told: string[] = [];
    let named = 0;
    const lookAs = async (role: string): Promise<void> => {
      const visitor = createVisitor(url, '192.0.2.97');
      await signIn(visitor, `${role}@demo.registre.fr`, DEMONSTRATION_PASSWORD);
      const pages = await crawl(visitor, ['/gestion', file, `/gestion/journal?numero=${number}`], id);
      told.push(...(await openedDirectly(visitor, enrolment, decided)));
      for (const [address, html] of pages) {
        if (!html.includes(number) && !/ficaire/i.test(html)) continue;
        named += 1;
        // The member of staff who sits there is called so in the demonstration.
        const shown = mainOf(html)
          .replace(/<[^>]+>/g, ' ')
          .replaceAll('Aménagements d&#39;épreuves', '')
          .replaceAll("Aménagements d'épreuves", '');
        for (const { index } of shown.matchAll(HEALTH))
          told.push(`${role} ${address}: ${shown.slice(Math.max(0, index - 60), index + 80)}`);
      }
    };
    await Promise.all(['officer.g4', 'head', 'admin', 'jury', 'centre'].map(lookAs));
    expect(told).toEqual([]);
    expect(named).toBeGreaterThan(8);
    const theirs = await crawl(service, ['/gestion'], id);
    expect(mainOf(theirs.get('/gestion/amenagements?liste=decided') ?? '')).toContain('Ficaire');
    expect(mainOf((await service.get('/gestion/amenagements/courriers')).html)).toContain('Ficaire');
    expect((await service.get('/gestion/amenagements/courriers/liste')).html).toContain(number);
    const mails = await sql<{ text: string }>`
      select subject || ' ' || body as text from mail where recipient = 'ficaire@example.fr' and template = 'space.message'`.execute(
      pool.db,
    );
    expect(mails.rows.length).toBeGreaterThan(1);
    for (const { text } of mails.rows) expect(text).not.toMatch(HEALTH);
  }, 600_000);

  /** The document and the notification by their ids, the papers of the file, its ZIP and the exports: what of it is given to others. */
  async function openedDirectly(visitor: Visitor, enrolment: string, { document, paper }: Decided): Promise<string[]> {
    const id = enrolment.split('/').at(-1) ?? '';
    const [desk, file] = [`/gestion/amenagements/${id}`, `/gestion/dossiers/${id}`];
    const addresses = [
      desk,
      `${desk}/fichiers/${document}`,
      `${desk}/fichiers/${document}/pages/1`,
      `${desk}/notifications/${paper}/pdf`,
      `${enrolment}/amenagement`,
      `${enrolment}/amenagement/fichiers/${document}`,
      `${enrolment}/documents/${paper}`,
      `${file}/documents/${paper}`,
      `/gestion/pieces/${document}`,
      `/gestion/pieces/${document}/fichiers/${document}`,
    ];
    const given: string[] = [];
    for (const address of addresses) {
      const { status } = await visitor.get(address);
      if (status !== 404) given.push(`${address}: ${status}`);
    }
    for (const format of ['csv', 'xlsx']) {
      const { status, html } = await visitor.get(`/gestion/exports/inscriptions?format=${format}`);
      if (status === 200 && /secret|am[ée]nagement|temps major|extra-time/i.test(html)) given.push(`export ${format}`);
    }
    const zip = await visitor.get(`${file}/fichiers`);
    if (zip.status === 200 && /bilan|health|notification/i.test(zip.html)) given.push('the ZIP of pieces');
    return given;
  }
});

// Last what ends sessions.
describe('Every route for everybody', () => {
  it('can be put off where it only follows what changes, or draws a small page', () => {
    const putOff = routes.filter(({ priority }) => priority === 'later').map(({ path }) => path);
    for (const end of [
      /justificatifs\/lecture$/,
      /feuilles\/lecture$/,
      /telephone\/etat$/,
      /\/vignette$/,
      /\/pages\/:page$/,
    ]) {
      const like = routes.filter(({ method, path }) => method === 'GET' && end.test(path)).map(({ path }) => path);
      expect([end, like.length > 0, like.filter((path) => !putOff.includes(path))]).toEqual([end, true, []]);
    }
  });

  it('takes what is no id for what is not there, and is never a fault of ours', async () => {
    const wrong: string[] = [];
    await Promise.all(
      (['other candidate', 'head'] as const).map(async (person) => {
        for (const route of routes.filter(({ path }) => path.includes(':')))
          for (const nonsense of ['00000000-0000-4000-8000-000000000000', "x'%00é"]) {
            const { status } = await ask(person, route, route.path.replace(/:\w+/g, encodeURI(nonsense)));
            if (status >= 500 || status === 200)
              wrong.push(`${person}: ${route.method} ${route.path} with ${nonsense}: ${status}`);
          }
      }),
    );
    expect(wrong).toEqual([]);
  }, 600_000);

  it('opens to who may, asks a visitor to sign in, and is not there for the others', async () => {
    const cells = { opened: 0, 'sign in': 0, 'not there': 0 };
    const wrong: string[] = [];
    for (const route of routes) {
      const address = addressOf(route.path);
      // Nobody publishes a draft of their own: 403. What an empty form names may not be there.
      const shut = route.path.endsWith('/publier') ? [404] : route.method === 'POST' ? [403] : [403, 404];
      const may = mayOn(route.path);
      const look = async (person: Person): Promise<void> => {
        const seen = await ask(person, route, address);
        const outcome = !may.includes(person) ? (person === 'visitor' ? 'sign in' : 'not there') : 'opened';
        // A form that is sent without a session is kept: its page says so.
        const toSignIn =
          route.method === 'POST'
            ? seen.status === 401
            : seen.status === 303 && seen.location.startsWith('/connexion?suite=');
        const right = {
          opened: seen.status < 500 && !shut.includes(seen.status) && !toSignIn,
          'sign in': toSignIn,
          'not there': seen.status === 404,
        }[outcome];
        cells[outcome] += 1;
        if (!right)
          wrong.push(`${person}: ${route.method} ${address} should be ${outcome}: ${seen.status} ${seen.location}`);
      };
      // Who may not comes first, all at once: what they must not reach still stands.
      await Promise.all(PEOPLE.filter((one) => !may.includes(one)).map(look));
      for (const person of may) await look(person);
    }
    expect(wrong).toEqual([]);
    expect(cells.opened + cells['sign in'] + cells['not there']).toBe(routes.length * PEOPLE.length);
    expect(Math.min(...Object.values(cells))).toBeGreaterThan(50);
    process.stdout.write(`${routes.length} routes × ${PEOPLE.length} people: ${JSON.stringify(cells)}\n`);
  }, 600_000);
});
