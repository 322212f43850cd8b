import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { accommodationDue, accommodationMigrations } from '../accommodations/index.ts';
import { accountMigrations } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { closingMigrations } from '../closing/index.ts';
import { decisionMigrations } from '../decisions/index.ts';
import { countUnread, documentRoutes } from '../documents/index.ts';
import { EFFECTS } from '../effects.ts';
import { enrolmentMigrations } from '../enrolment/index.ts';
import { hearingMigrations } from '../hearings/index.ts';
import { integrationMigrations } from '../integrations/index.ts';
import { keptFileMigrations } from '../keptFiles/index.ts';
import { subscribeMails } from '../mails/index.ts';
import { messageMigrations } from '../messages/index.ts';
import { openSheets, paperRoutes, papersMigrations, sheetDoubts, subscribePapers } from '../papers/index.ts';
import { openDues, pieceMigrations, pieceRoutes, subscribePieces } from '../pieces/index.ts';
import { transact } from '../platform/database/transact.ts';
import { createEventBus } from '../platform/events.ts';
import { openFileStore } from '../platform/files.ts';
import { type Act, record, SYSTEM } from '../platform/journal.ts';
import { createOutbox } from '../platform/mail/outbox.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { publicationMigrations } from '../publication/index.ts';
import { followedClock } from '../testing/clock.ts';
import { ownDatabase } from '../testing/database.ts';
import {
  type Answered,
  aDraft,
  type Browser,
  COIFFURE,
  findCandidate,
  MACON_WITH_HANDICAP,
  modifiedEnrolment,
  ORDINARY_DAY,
  openSite,
  PASSWORD,
  registeredEnrolment,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
  typedEnrolment,
} from '../testing/enrolments.ts';
import { examMigrations } from '../testing/examRooms.ts';
import { heldJobs } from '../testing/heldJobs.ts';
import { EVENTS } from '../testing/histories.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { inspector, pdf } from '../testing/shared.ts';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { candidateRoutes } from './routes.tsx';

/** Hub, list, pieces, documents and confirmation say the same of one enrolment. */
const folder = temporaryFolder('hub');
const test = await ownDatabase([
  platformMigrations,
  accountMigrations,
  decisionMigrations,
  enrolmentMigrations,
  keptFileMigrations,
  pieceMigrations,
  papersMigrations,
  integrationMigrations,
  closingMigrations,
  publicationMigrations,
  accommodationMigrations,
  messageMigrations,
  hearingMigrations,
  ...examMigrations,
]);
const { db } = test;
const making = { events: createEventBus(), catalogue: await shippedCatalogue() };
const catalogue = (): Catalogue => making.catalogue;
const [clock, jobs] = [await followedClock(db), heldJobs()];
const refreshClock = clock.refresh;
const site = await openSite(db, {}, (accounts) => {
  const { guards } = accounts;
  const shared = {
    db,
    events: making.events,
    catalogue,
    clock,
    guards,
    findCandidate,
    chrome: async () => PLAIN_CHROME,
  };
  const files = openFileStore(pathToFileURL(folder), folder);
  const due = openDues([sheetDoubts, accommodationDue]);
  const mails = { jobs, due, outbox: createOutbox(db, jobs, null), publicUrl: new URL('https://registre.example') };
  const secret = 'a secret of thirty-two characters';
  const papers = { ...shared, ...mails, effects: EFFECTS, secret, files, pdf, seal: null };
  subscribePieces(shared);
  subscribePapers(papers);
  subscribeMails(papers);
  return [
    ...candidateRoutes({ ...shared, definedEvents: EVENTS, due, countUnread, listStaff: accounts.listStaff }),
    ...pieceRoutes({ ...shared, due, files, inspector, sheets: openSheets({ ...papers, inspector }) }),
    ...documentRoutes(papers),
    ...paperRoutes(papers),
  ];
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await setClock(test.db, ORDINARY_DAY);
});

type Person = TestEnrolment & { readonly browser: Browser };
async function someone(answers: Answered): Promise<Person> {
  const made = await registeredEnrolment(test.db, { ...making, answers });
  return { ...made, browser: await enter(made) };
}
const COIFFEUR = { ...MACON_WITH_HANDICAP, informations: { ...MACON_WITH_HANDICAP.informations, handicap: 'non' } };
async function enter({ candidate }: TestEnrolment): Promise<Browser> {
  const browser = site.browser();
  await browser.get('/connexion');
  await browser.post('/connexion', { address: candidate.address, password: PASSWORD });
  await refreshClock();
  return browser;
}
async function page({ browser, enrolment }: Person, below: string | null): Promise<string> {
  const { body } = await browser.get(below === null ? '/candidatures' : `/candidatures/${enrolment.id}${below}`);
  return body
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
}
const set = ({ enrolment }: Person, code: string, what: string): Promise<unknown> =>
  sql`update piece set ${sql.raw(what)} where enrolment_id = ${enrolment.id} and code = ${code}`.execute(test.db);

describe('What remains', () => {
  it('is counted in one way: the confirmation by its name, what comes later apart, on the paper too', async () => {
    const macon = await someone(MACON_WITH_HANDICAP);
    const { rows } = await sql<{ due: number; later: number }>`
      select count(*) filter (where counts_for_validation and code <> 'CINSIG01')::int as due,
        count(*) filter (where not counts_for_validation and excuses = '{}')::int as later
      from piece where enrolment_id = ${macon.enrolment.id}`.execute(test.db);
    const { due = 0, later = 0 } = rows[0] ?? {};
    expect(later).toBeGreaterThan(0);
    const progress = `0 pièce déposée sur ${due}, confirmation à signer, 0 sur ${later} pour plus tard`;
    for (const below of ['', '/justificatifs', '/documents'])
      expect(await page(macon, below), below).toContain(progress);
    const hub = await page(macon, '');
    expect(hub).toMatch(new RegExp(`Travail en hauteur 0 sur ${later}, jusqu'au jeudi 7 mars 2024 inclus`));
    expect(hub).toContain('Prochaine échéance : vendredi 1er décembre 2023');
    const paper = await sql<{ content: string }>`select content::text from paper
      where enrolment_id = ${macon.enrolment.id} and kind = 'pieces-request'`.execute(test.db);
    const said = (paper.rows[0]?.content ?? '').replaceAll('\u00a0', ' ');
    expect(said).toContain(`votre confirmation signée et ${due} pièces`);
    expect(said).toContain(`${later} autres pièces se donnent plus tard`);
    expect(said).toContain('Mme Camille Martin');
    // Whoever reads of an annulment reads how it is notified, and that it would say how to contest it: nothing is decided yet.
    for (const words of [said, await page(macon, '/justificatifs')])
      for (const right of ['notifiée', 'L221-8', 'Elle dit comment la contester, et dans quel délai.'])
        expect(words).toContain(right);
  });

  it('of a sheet that is in and not handed over is to say so, on every page', async () => {
    const macon = await someone(MACON_WITH_HANDICAP);
    await sql`update enrolment set signed_version = 1, signed_at = business_now() where id = ${macon.enrolment.id}`.execute(
      test.db,
    );
    await set(macon, 'CINSIG01', "status = 'received'");
    for (const below of ['', '/justificatifs', '/documents', '/confirmation']) {
      const words = await page(macon, below);
      expect(words, below).toContain("J'ai fourni toutes mes pièces");
      expect(words, below).not.toMatch(/vous n'avez (plus )?rien à faire/);
    }
    await set(macon, 'CINSIG01', "handed_over_at = '2023-11-15T10:00:00Z'");
    expect(await page(macon, '/documents')).toContain('le rectorat la contrôle');
    expect(await page(macon, '/confirmation')).toContain('Le rectorat la contrôle');
  });

  it('of a refused piece stands in the list, with its date, though the sheet is signed', async () => {
    const macon = await someone(MACON_WITH_HANDICAP);
    await sql`update enrolment set signed_version = 1, signed_at = business_now() where id = ${macon.enrolment.id}`.execute(
      test.db,
    );
    await set(
      macon,
      'DOMICIL',
      "status = 'non-compliant', comment = 'Trop ancien.', correctable_until = '2023-12-22T16:00:00Z'",
    );
    const list = await page(macon, null);
    expect(list).toContain(
      'Avant le 1er décembre, 17 h 00 Une pièce à corriger avant le 22 décembre, 17 h 00 Une confirmation à signer',
    );
    expect(list).not.toContain('Signée');
    expect(await page(macon, '')).toContain(
      "Justificatif de domicile à déposer de nouveau jusqu'au 22 décembre, 17 h 00 Trop ancien.",
    );
  });

  it('of a file that could not be read says which one, and why: of the sheet to sign, and of a piece that has good ones too', async () => {
    const macon = await someone(COIFFEUR);
    for (const [code, name, state, minutes] of [
      ['CINSIG01', 'signe.pdf', 'refused', 3],
      ['DOMICIL', 'mauvais.pdf', 'refused', 3],
      ['DOMICIL', 'bon.pdf', 'stored', 2],
    ] as const)
      await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, pages, file_key, receipt,
          enrolment_version, begun_at, finished_at, ended_at, erased_at, refusal)
        select gen_random_uuid(), academy, session, enrolment_id, id, ${state}, ${name}, 'application/pdf', 1000, repeat('0', 64), 1,
          ${name} || id, 'D-2345-' || upper(left(md5(${name}), 4)), 1, m.at, m.at, case when ${state} = 'refused' then business_now() end,
          case when ${state} = 'refused' then business_now() end, case when ${state} = 'refused' then 'file-cut' end
        from piece, lateral (select business_now() - make_interval(mins => ${minutes}) as at) m
        where enrolment_id = ${macon.enrolment.id} and code = ${code}`.execute(test.db);
    const hub = await page(macon, '');
    const why = "n'a pas pu être lu. Le fichier est incomplet";
    expect(hub).toMatch(new RegExp(`Signer ma confirmation[^.]*« signe.pdf » \\(reçu D-[^)]*\\) ${why}`));
    expect(hub).toMatch(new RegExp(`Justificatif de domicile[^.]*« mauvais.pdf » \\(reçu D-[^)]*\\) ${why}`));
    expect(hub.match(/Justificatif de domicile/g)).toHaveLength(1);
  });

  it('of a sheet that nobody has looked at yet is not that it is signed; a refusal takes no line from the office', async () => {
    const macon = await someone(COIFFEUR);
    const { id } = macon.enrolment;
    await sql`update enrolment set signed_version = 1, signed_at = business_now() where id = ${id}`.execute(test.db);
    await sql`update piece set status = 'received', handed_over_at = business_now() where enrolment_id = ${id}`.execute(
      test.db,
    );
    const waiting = 'Votre confirmation signée est déposée ; le rectorat la vérifie';
    const before = await page(macon, '');
    expect(before).toContain(waiting);
    expect(before).not.toMatch(/votre confirmation est signée/i);
    const [, count] = /(\d+) pièces? à contrôler/.exec(before) ?? [];
    await set(
      macon,
      'DOMICIL',
      "status = 'non-compliant', comment = 'Trop ancien.', correctable_until = '2023-12-22T16:00:00Z'",
    );
    const refused = await page(macon, '');
    expect(/(\d+) pièces? à contrôler/.exec(refused)?.[1]).toBe(String(Number(count) - 1));
    expect(refused).toMatch(/Prochaine échéance : vendredi 22 décembre 2023[^.]*\(une pièce à corriger\)/);
    await set(macon, 'CINSIG01', "status = 'compliant'");
    const checked = await page(macon, '');
    expect(checked).not.toContain(waiting);
    expect(checked).toMatch(/votre confirmation est signée/i);
  });

  it('of who ticked « Oui » is their request: its line, its date and its act, and after its time what can still be done', async () => {
    const macon = await someone(MACON_WITH_HANDICAP);
    await sql`update enrolment set signed_version = 1, signed_at = business_now() where id = ${macon.enrolment.id}`.execute(
      test.db,
    );
    await sql`update piece set status = 'compliant' where enrolment_id = ${macon.enrolment.id}`.execute(test.db);
    const [hub, list] = [await page(macon, ''), await page(macon, null)];
    expect(hub).toMatch(
      /Prochaine échéance : vendredi 1er décembre 2023 inclus, dans \d+ jours \(une démarche à envoyer\)/,
    );
    expect(hub).toContain("Envoyer ma demande d'aménagements d'épreuves jusqu'au 1er décembre inclus");
    expect(hub).toContain("Sans demande, aucun aménagement n'est accordé");
    // A title is read over a shoulder.
    expect(hub).toMatch(/^ Inscription [\w-]+ : une démarche à envoyer jusqu'au 1er décembre inclus · Registre/);
    expect(list).toMatch(/Jusqu'au 1er décembre inclus Une démarche à envoyer/);
    await setClock(test.db, Temporal.Instant.from('2024-01-20T10:00:00+01:00'));
    await refreshClock();
    const after = await page(macon, '');
    expect(after).toContain("la date limite est passée ; vous pouvez encore l'envoyer");
    expect(after).not.toMatch(/Prochaine échéance|jusqu'au 1er décembre/);
    await setClock(test.db, ORDINARY_DAY);
    await refreshClock();
  });

  it('of a sheet that a machine doubts is to look at it, on every page, until a person decides; after the closing the office looks', async () => {
    const macon = await someone(COIFFEUR);
    const id = macon.enrolment.id;
    await sql`update enrolment set signed_version = 1, signed_at = business_now() where id = ${id}`.execute(test.db);
    await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at)
      select gen_random_uuid(), academy, session, enrolment_id, id, 'stored', 'scan.pdf', 'application/pdf', 1000, 'x', gen_random_uuid()::text, 'D-2222-3333', 1, business_now(), business_now()
      from piece where enrolment_id = ${id} and code = 'CINSIG01'`.execute(test.db);
    await sql`insert into sheet_reading (deposit_id, academy, session, enrolment_id, reading)
      select id, academy, session, enrolment_id, '{"state":"older","version":1,"pages":[1],"missing":[],"empty":null}'::jsonb from deposit
      where enrolment_id = ${id}`.execute(test.db);
    await sql`update piece set handed_over_at = business_now() where enrolment_id = ${id}`.execute(test.db);
    await sql`update piece set status = 'compliant' where enrolment_id = ${id} and code <> 'CINSIG01'`.execute(test.db);
    const [hub, list] = [await page(macon, ''), await page(macon, null)];
    expect(hub).toMatch(/^ Inscription [\w-]+ : une confirmation à vérifier avant le 1er décembre, 17 h 00 ·/);
    expect(hub).toContain('Vérifier ma confirmation signée (feuille de la version 1 : signez la version 1) jusqu');
    expect(hub).toContain('quand votre confirmation sera signée');
    expect(hub).not.toContain("Vous n'avez rien à faire");
    expect(list).toMatch(/Avant le 1er décembre, 17 h 00 Une confirmation à vérifier/);
    const pieces = await page(macon, '/justificatifs');
    expect(pieces).toContain('Vérifier ma confirmation signée (feuille de la version 1');
    expect(pieces).toContain('scan.pdf : Ce fichier semble être la version 1');
    expect(pieces).toContain('confirmation déposée, à vérifier');
    expect(await page(macon, '/confirmation')).toContain('une personne le regardera, et rien ne se décide avant');
    // It may be given again, though it was handed over; nothing of it is taken away.
    const { body } = await macon.browser.get(`/candidatures/${id}/justificatifs/CINSIG01`);
    expect([body.includes('type="file"'), body.includes('/supprimer')]).toEqual([true, false]);
    await setClock(test.db, Temporal.Instant.from('2023-12-05T10:00:00+01:00'));
    await refreshClock();
    const after = await page(macon, '');
    expect(after).toContain('Confirmation signée déposée, à vérifier par le rectorat');
    expect(after).not.toMatch(/Le délai est passé|Prochaine échéance/);
    await setClock(test.db, ORDINARY_DAY);
    await refreshClock();
    await set(macon, 'CINSIG01', "status = 'received'");
    expect(await page(macon, '')).not.toContain('Vérifier ma confirmation');
  });

  it('after the closing, under reserve, is to write to the office: nothing past is to come, and no link refuses', async () => {
    const macon = await someone(COIFFEUR);
    const { id } = macon.enrolment;
    await sql`insert into enrolment_reserve (enrolment_id, version, academy, session, reasons)
      select id, 1, academy, session, '[{"code":"x","sentence":"Une condition.","source":"Notice"}]'::jsonb from enrolment where id = ${id}`.execute(
      test.db,
    );
    await sql`update enrolment set reserve = 'pending' where id = ${id}`.execute(test.db);
    expect(await page(macon, '')).toMatch(/D'ici là, continuez.*Corriger mes réponses/);
    await setClock(test.db, Temporal.Instant.from('2024-01-20T10:00:00+01:00'));
    await refreshClock();
    const hub = await page(macon, '');
    expect(hub).toContain('Une condition.');
    expect(hub).toContain('Écrire à mon gestionnaire');
    expect(hub).not.toMatch(
      /D'ici là, continuez|Corriger mes réponses|1er décembre 2023 à 17 h 00 \(heure de Paris\), dans/,
    );
    expect(hub).not.toContain("Dire que j'ai fourni toutes mes pièces");
    const pieces = await page(macon, '/justificatifs');
    expect(pieces).toContain('Le dépôt de cette pièce est clos depuis le');
    await setClock(test.db, ORDINARY_DAY);
    await refreshClock();
  });

  it('after a change is to sign the new version: the piece and the confirmation say why', async () => {
    const macon = await someone(MACON_WITH_HANDICAP);
    const changed = { identification: { ...COIFFURE.identification, city: 'Saint-Flour', postcode: '15100' } };
    await modifiedEnrolment(test.db, making, macon, changed);
    for (const below of ['/justificatifs', '/confirmation'])
      expect(await page(macon, below), String(below)).toContain('signez la version 2');
  });
});

it('A draft left after the closing says whom to write to, and of which exam it is', async () => {
  const made = await aDraft(test.db, making, 'identification');
  const browser = await enter(made);
  await setClock(test.db, Temporal.Instant.from('2023-12-01T17:00:00+01:00'));
  const hub = await browser.get(`/candidatures/${made.enrolment.id}`);
  expect(hub.body).toContain('href="/contact"');
  expect(hub.body).toMatch(/<p>Brevet professionnel, session 2024, spécialité à choisir/);
  expect(await page({ ...made, browser }, null)).toMatch(/Brevet professionnel, session 2024 [^.]* Délai passé/);
});

it('The candidate reads who of the office looked at what, by function, and nobody else does', async () => {
  const macon = await someone(MACON_WITH_HANDICAP);
  expect(await page(macon, '')).toContain('Qui a consulté mon dossier');
  expect(await page(macon, '/consultations')).toContain("Personne ne l'a encore consulté");
  const form = {
    academy: 'clermont',
    role: 'officer',
    name: 'Dominique Robert',
    address: 'dominique.robert@ac-clermont.fr',
    portfolios: ['G2'],
  } as const;
  const created = await transact(test.db, (tx) => site.accounts.createStaff(tx, SYSTEM, form, null));
  if (!created.ok) throw new Error(created.error.code);
  const act: Act = { ...SYSTEM, actor: { kind: 'staff', id: created.value } };
  const subject = { stream: `enrolment:${macon.enrolment.id}`, academy: 'clermont', session: macon.enrolment.session };
  const enrolmentId = macon.enrolment.id;
  const viewed = { pieceId: '', code: 'DOMICIL', confidential: false, depositId: '', ahead: false, page: null };
  await test.db.transaction().execute(async (tx) => {
    await record(tx, act, 'file.read', subject, { enrolmentId });
    await record(tx, act, 'document.viewed', subject, { enrolmentId, ...viewed });
  });
  const words = await page(macon, '/consultations');
  expect(words).toMatch(/mercredi 15 novembre 2023 Votre gestionnaire ou son remplaçant Votre dossier et .*domicile/i);
  expect(words).not.toContain('Dominique');
  // What was looked at is no news of the file.
  expect(await page(macon, '')).not.toContain('document.viewed');
  const other = await someone(MACON_WITH_HANDICAP);
  expect((await other.browser.get(`/candidatures/${macon.enrolment.id}/consultations`)).status).toBe(404);
});

it('The candidate reads what an officer typed in their name, before and after, and nobody else does', async () => {
  const person = await someone(MACON_WITH_HANDICAP);
  const { enrolment } = person;
  expect(await page(person, '')).not.toContain('a saisi pour vous');
  const informations = { ...MACON_WITH_HANDICAP.informations, job1: 'Maçon coffreur' };
  const typed = await typedEnrolment(test.db, making, person, { informations }, "N'a pas d'ordinateur.");
  expect(typed.version).toBe(2);
  expect(await page(person, '')).toContain('Ce que le rectorat a saisi pour vous');
  expect(await page(person, '')).toContain('Saisie par le rectorat, à votre demande.');
  const said = await page(person, '/saisies');
  expect(said).toMatch(/Demandé par téléphone le 15 novembre 2023 .*N'a pas d'ordinateur/);
  expect(said).toMatch(/Maçon, Bâti 63, depuis le 01\/09\/2015 Maçon coffreur, Bâti 63/);
  const other = await someone(MACON_WITH_HANDICAP);
  expect((await other.browser.get(`/candidatures/${enrolment.id}/saisies`)).status).toBe(404);
});
