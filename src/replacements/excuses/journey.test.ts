import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { ROLES } from '../../accounts/index.ts';
import { openDues } from '../../pieces/index.ts';
import { createPlacer } from '../../plan/index.ts';
import { createInspector } from '../../platform/documents/inspector.ts';
import { checkFiles } from '../../platform/files/checkFiles.ts';
import { readStream } from '../../platform/journal.ts';
import { silentLog } from '../../platform/log.ts';
import { onePage } from '../../testing/documents/pdfFile.ts';
import { shippedCatalogue } from '../../testing/enrolments.ts';
import { aCentre, aSeat, publishedPlan } from '../../testing/exam.ts';
import { handleExamJobs, subscribeExam } from '../../testing/examRooms.ts';
import { misplacedFaults } from '../../testing/misplacedFaults.ts';
import { mailsTo } from '../../testing/papers.ts';
import { SESSION } from '../../testing/publication.ts';
import { lockedBatch } from '../../testing/results.ts';
import { EVERY_ROLE, stage } from '../../testing/stage.ts';
import { fieldOn, words } from '../../testing/words.ts';
import { excuseRoom } from '../testing.ts';
import { dueExcuses } from './actions/eraseExcuses.ts';
import { absenceDue } from './due.ts';
import { countToRead } from './store/excuses.ts';
import { proofLedger } from './store/proofs.ts';

/** Why somebody could not come: said by its candidate, read by the service alone, decided of by a head who reads no cause. */

const AT = '/gestion/remplacements';
const LIST = '/gestion/amenagements/absences';
const SECRETS = /migraine|certificat-secret/;

const catalogue = await shippedCatalogue();
const found = catalogue.session(SESSION);
if (found === undefined) throw new Error(`No session ${SESSION}`);
const session = found;
const inspector = createInspector();
const {
  db,
  as,
  papers,
  candidates: { own, other },
  setClock,
} = await stage(excuseRoom({ reads: inspector, scans: false }), {
  catalogue,
  staff: { ...EVERY_ROLE, elsewhere: { role: 'accommodation', academy: 'lyon' } },
  candidates: { own: 'Alpha', other: 'Bravo' },
});
const [alpha, bravo] = [own, other];
const page = `/candidatures/${alpha.enrolment.id}/absence`;
const centre = await aCentre(db, ['Salle 1']);
const placer = createPlacer();
subscribeExam(papers);
handleExamJobs({ ...papers, placer });
await publishedPlan(papers, centre.rooms, [
  aSeat(alpha, 'U20', '2024-06-03T09:00', { place: 1 }),
  aSeat(alpha, 'U60', '2024-06-05T09:00', { place: 2 }),
  // Optional: no replacement test, so nobody would answer.
  aSeat(alpha, 'UF', '2024-06-03T08:00', { place: 3 }),
]);
await papers.jobs.run();
await placer.close();
afterAll(async () => {
  await inspector.close();
});

const send = (more: Record<string, string | readonly string[]> = {}, key: string = randomUUID()) =>
  own.post(page, { epreuves: 'U20', mots: 'Une migraine.', cle: key, ...more } as Record<string, string>);
const rows = async () =>
  (
    await sql<{
      id: string;
      state: string;
      conclusion: string | null;
      words: string;
    }>`select id, state, conclusion, words
    from absence_excuse order by sent_at`.execute(db)
  ).rows;
const excuse = async (): Promise<string> => (await rows()).at(-1)?.id ?? '';
/** What is due of it, for the candidate, then for the office. */
const left = async () => {
  const file = { enrolment: alpha.enrolment, session, pieces: [] };
  const now = Temporal.Instant.from('2024-06-10T10:00:00Z');
  return Promise.all(
    (['candidate', 'office'] as const).map(async (reader) => {
      const { lines } = await openDues([absenceDue])(db, file, now, reader);
      return lines.flatMap((line) => (line.act === 'other' ? [`${line.who}: ${line.label}`] : []));
    }),
  );
};
const PROOF = 'candidate: Joindre un justificatif à ce que vous avez dit de votre absence';
const READING = 'office: Ce que vous avez dit de votre absence';

it('before a test begins, nothing of it can be explained: the page says where to say it', async () => {
  await setClock('2024-06-03T08:59:00+02:00');
  expect(words((await own.get(page)).body)).toContain("Aucune épreuve n'a commencé");
  const early = await send();
  expect([early.status, misplacedFaults(early.body)]).toEqual([422, []]);
  expect((await send({ epreuves: 'UF' })).status).toBe(422);
  expect(await rows()).toEqual([]);
});

it('from its first minute on it is sent, with its reason; every fault is said and what was typed kept; twice is once', async () => {
  await setClock('2024-06-03T09:00:00+02:00');
  const html = (await own.get(page)).body;
  expect(words(html)).toMatch(/U20 : .*lundi 3 juin 2024, 9 h 00/);
  expect(words(html)).not.toContain('U60');
  const empty = await send({ epreuves: '', mots: 'Une migraine.' });
  expect([empty.status, words(empty.body)]).toEqual([422, expect.stringContaining('Cochez au moins une épreuve')]);
  expect(empty.body).toContain('Une migraine.');
  expect(misplacedFaults(empty.body)).toEqual([]);
  expect((await send({ epreuves: 'U60' })).status).toBe(422);
  expect((await send({ mots: 'x'.repeat(1501) })).status).toBe(422);
  const key = randomUUID();
  const [first, second] = await Promise.all([send({}, key), send({}, key)]);
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(first.location).toBe(second.location);
  expect(await rows()).toEqual([expect.objectContaining({ state: 'sent', words: 'Une migraine.' })]);
  expect(await countToRead(db, 'clermont')).toBe(1);
  expect(await left()).toEqual([[PROOF], []]);
  const mail = (await mailsTo(db, alpha.candidate.address)).at(-1);
  expect(mail?.template).toBe('space.message');
  expect(JSON.stringify(mail)).not.toMatch(/migraine|absen|épreuve|U20/);
});

it('takes a document under the checks of every file, and refuses others with the words of files', async () => {
  const id = await excuse();
  const none = await own.upload(`${page}/${id}/fichiers`, { cle: randomUUID() }, Buffer.from('MZ…'), 'virus.exe');
  expect(none.status).toBeGreaterThanOrEqual(400);
  expect(none.status).toBeLessThan(500);
  const given = await own.upload(`${page}/${id}/fichiers`, { cle: randomUUID() }, onePage(), 'certificat-secret.pdf');
  expect(given.location).toBe(`${page}?message=ajoute#${id}`);
  const html = (await own.get(page)).body;
  expect(words(html)).toMatch(/certificat-secret\.pdf .*numéro de dépôt/);
  expect(await left()).toEqual([[READING], []]);
  const link = /href="([^"]*\/fichiers\/[^"]+)"/.exec(html)?.[1] ?? '';
  expect((await own.get(link)).status).toBe(200);
  expect((await other.get(link)).status).toBe(404);
  expect((await other.upload(`${page}/${id}/fichiers`, {}, onePage(), 'x.pdf')).status).toBe(404);
  const theirs = `/candidatures/${bravo.enrolment.id}/absence/${id}`;
  expect((await other.upload(`${theirs}/fichiers`, {}, onePage(), 'x.pdf')).status).toBe(404);
  expect((await other.post(`${theirs}/retrait`, {})).status).toBe(404);
});

it('is read by the service of its academy alone: nobody else has the page, the document, nor a word of it', async () => {
  const id = await excuse();
  const link = /href="([^"]*\/fichiers\/[^"]+)"/.exec((await own.get(page)).body)?.[1] ?? '';
  const served = `${LIST}/${id}/fichiers/${link.split('/').at(-1)}`;
  for (const role of [...ROLES, 'elsewhere'] as const)
    for (const address of [LIST, `${LIST}/${id}`, served]) {
      if (role === 'accommodation') continue;
      const { status, body } = await as(role).get(address);
      expect([role, address, status < 400 && !(role === 'elsewhere' && address === LIST)]).toEqual([
        role,
        address,
        false,
      ]);
      expect(body).not.toMatch(SECRETS);
      expect((await as(role).post(`${LIST}/${id}`, { conclusion: 'established' })).status).toBeGreaterThanOrEqual(302);
    }
  expect(words((await own.get(page)).body)).toContain('Envoyé, pas encore ouvert');
  expect(words((await as('accommodation').get(LIST)).body)).toMatch(/Alpha .*U20.*À lire/);
  const opened = await as('accommodation').get(`${LIST}/${id}`);
  expect(words(opened.body)).toMatch(/Une migraine\..*certificat-secret\.pdf/);
  expect((await as('accommodation').get(served)).header('content-type')).toBe('application/pdf');
  expect(words((await own.get(page)).body)).toContain('En cours de lecture');
  const named = (await readStream(db, `health:${alpha.enrolment.id}`, 50)).map(({ name }) => name);
  expect(named).toEqual(
    expect.arrayContaining(['excuse.sent', 'excuse.proofGiven', 'excuse.opened', 'excuse.proofViewed']),
  );
  const file = (await readStream(db, `enrolment:${alpha.enrolment.id}`, 50)).map(({ name }) => name);
  expect(file.filter((name) => name.startsWith('excuse'))).toEqual([]);
});

it('its conclusion reaches who decides, with the day it came and no cause; until then nothing keeps them from deciding', async () => {
  await setClock('2024-06-04T10:00:00+02:00');
  const head = async () => words((await as('head').get(`${AT}?session=${SESSION}`)).body);
  expect(await head()).toMatch(
    /Alpha .*dite par le candidat seul.*Le candidat s'est expliqué le .*vous pouvez décider sans attendre/,
  );
  expect(await head()).not.toMatch(SECRETS);
  const id = await excuse();
  const desk = `${LIST}/${id}`;
  const stale = fieldOn((await as('accommodation').get(desk)).body, 'version');
  await own.upload(`${page}/${id}/fichiers`, { cle: randomUUID() }, onePage(), 'suite.pdf');
  const late = await as('accommodation').post(desk, { version: stale, conclusion: 'established', mots: 'Vu.' });
  expect([late.status, words(late.body)]).toEqual([409, expect.stringContaining('Le candidat a ajouté un document')]);
  const none = await as('accommodation').post(desk, { version: fieldOn(late.body, 'version'), conclusion: '' });
  expect([none.status, words(none.body)]).toEqual([422, expect.stringContaining("Dites si l'empêchement est établi")]);
  expect(misplacedFaults(none.body)).toEqual([]);
  const said = { version: fieldOn(none.body, 'version'), conclusion: 'established', mots: 'Un document de ce jour.' };
  for (let click = 1; click <= 2; click += 1)
    expect((await as('accommodation').post(desk, said)).location).toBe(`${LIST}?message=conclue`);
  expect(await head()).toMatch(/l'empêchement est établi pour ce jour\. « Un document de ce jour\. »/);
  expect(await head()).not.toMatch(SECRETS);
  expect((await as('head').get(`${AT}?session=${SESSION}`)).body).toContain('value="03/06/2024"');
  expect(words((await own.get(page)).body)).toContain('Lu, le rectorat va décider');
  expect(await countToRead(db, 'clermont')).toBe(0);
});

const decide = (decision: string, vu: string) =>
  as('head').post(AT, {
    session: SESSION,
    dossier: alpha.enrolment.id,
    unite: 'U20',
    vu,
    decision,
    recu: '03/06/2024',
    motif: 'Le document est d’un autre jour.',
  });

it('is answered by the decision itself: refused with its reason and the ways of appeal, told by a mail that says neither', async () => {
  expect((await decide('refused', '0')).status).toBe(303);
  const own1 = words((await own.get(page)).body);
  expect(own1).toContain('Refusée : le motif et les recours sont dans vos messages');
  const told = await sql<{
    words: string;
  }>`select words from message where enrolment_id = ${alpha.enrolment.id}`.execute(db);
  expect(told.rows.at(-1)?.words).toMatch(
    /Motif\u00a0: Le document est d’un autre jour\..*Jusqu'au [^.]* inclus, vous pouvez demander.*recours gracieux.*tribunal administratif/s,
  );
  expect(JSON.stringify((await mailsTo(db, alpha.candidate.address)).at(-1))).not.toMatch(/refus|recours|absen/i);
  // Answered: neither taken back nor added to any more; another may be sent.
  expect(await left()).toEqual([[], []]);
  const id = await excuse();
  expect((await own.post(`${page}/${id}/retrait`, {})).status).toBe(409);
  expect((await own.upload(`${page}/${id}/fichiers`, {}, onePage(), 'x.pdf')).status).toBe(409);
  expect((await decide('granted', '1')).status).toBe(303);
  expect(words((await own.get(page)).body)).toContain('Acceptée : vous repassez cette unité');
});

it('is taken whenever it comes, for several tests at once, and may be taken back while nobody has answered', async () => {
  await setClock('2024-12-20T10:00:00+01:00');
  expect((await send({ epreuves: ['U20', 'U60'] })).status).toBe(303);
  const id = await excuse();
  await own.upload(`${page}/${id}/fichiers`, { cle: randomUUID() }, onePage(), 'trop.pdf');
  expect((await own.post(`${page}/${id}/retrait`, {})).location).toBe(`${page}?message=retire`);
  expect((await own.post(`${page}/${id}/retrait`, {})).status).toBe(303);
  expect((await as('accommodation').get(`${LIST}/${id}`)).status).toBe(404);
  expect((await own.upload(`${page}/${id}/fichiers`, {}, onePage(), 'x.pdf')).status).toBe(404);
});

it('once a mark has come no answer is promised any more, the mark isn’t told, and its documents may still be taken back', async () => {
  expect((await send({ epreuves: 'U60' })).status).toBe(303);
  const id = await excuse();
  expect(words((await own.get(page)).body)).toMatch(/U60[^.]*\. Réponse attendue/);
  const place = { academy: 'clermont', session: SESSION, speciality: '45033608', unit: 'U60' };
  const batch = await lockedBatch(db, place, [[alpha.enrolment.id, { code: 'mark', halfPoints: 27 }]]);
  const shown = words((await own.get(page)).body);
  expect(shown).toMatch(/U60[^.]*\. Notée Une copie à votre nom a été notée : le rectorat n'a plus d'absence à juger/);
  expect(shown).not.toMatch(/13,5|Réponse attendue|Joindre un justificatif|pas encore ouvert|U60.*, mercredi 5 juin/);
  expect((await send({ epreuves: 'U60' })).status).toBe(422);
  expect((await own.post(`${page}/${id}/retrait`, {})).location).toBe(`${page}?message=retire`);
  await sql`update mark_batch set locked_at = null, locked_by = null where id = ${batch}`.execute(db);
});

it('has a budget: five documents, ten excuses, each told from another by its words', async () => {
  await send({ epreuves: 'U60' });
  const id = await excuse();
  for (let count = 0; count < 5; count += 1)
    expect((await own.upload(`${page}/${id}/fichiers`, {}, onePage(), `${count}.pdf`)).status).toBe(303);
  const sixth = await own.upload(`${page}/${id}/fichiers`, {}, onePage(), '6.pdf');
  expect([sixth.status, words(sixth.body)]).toEqual([409, expect.stringContaining('Cet envoi a déjà 5 documents')]);
  expect(misplacedFaults(sixth.body)).toEqual([]);
  // Gone back to and written anew, it is another excuse; the first sent again is still the first.
  const key = randomUUID();
  const [first, anew] = [
    await send({ epreuves: 'U60' }, key),
    await send({ epreuves: 'U60', mots: 'Une migraine, et la grève.' }, key),
  ];
  expect([first.status, anew.status, anew.location === first.location]).toEqual([303, 303, false]);
  expect((await rows()).map(({ words: said }) => said)).toContain('Une migraine, et la grève.');
  expect((await send({ epreuves: 'U60' }, key)).location).toBe(first.location);
  while ((await rows()).length < 10) await send({ epreuves: 'U60' });
  expect((await send({ epreuves: 'U60' })).status).toBe(429);
});

it('is kept as health data is, then its words and bytes are destroyed; what was decided stays', async () => {
  const { files, events } = papers;
  const catalogue = await shippedCatalogue();
  const deps = { db, events, files, catalogue: () => catalogue };
  const ledger = proofLedger(db);
  expect(await checkFiles(files, ledger, silentLog)).toBeGreaterThanOrEqual(0);
  const due = await ledger.due(1000);
  expect((await ledger.named(due.map(({ key }) => key))).size).toBe(due.length);
  expect(await dueExcuses(deps, async () => new Set()).erase()).toBe(0);
  await setClock('2025-03-01T10:00:00+01:00');
  expect(await dueExcuses(deps, async () => new Set()).erase()).toBeGreaterThan(0);
  expect((await rows()).filter(({ words: said }) => said === '')).toHaveLength(2);
  await setClock('2027-01-01T10:00:00+01:00');
  await dueExcuses(deps, async () => new Set()).erase();
  expect((await rows()).every(({ words: said }) => said === '')).toBe(true);
  const left = await sql`select from absence_proof where erased_at is null`.execute(db);
  expect(left.rows).toEqual([]);
  expect(await dueExcuses(deps, async () => new Set()).erase()).toBe(0);
  await expect(sql`delete from absence_excuse`.execute(db)).rejects.toThrow('is kept');
  expect((await sql`select from replacement_decision`.execute(db)).rows).toHaveLength(2);
});
