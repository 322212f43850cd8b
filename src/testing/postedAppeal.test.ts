import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openScans } from '../keptFiles/index.ts';
import { connectClamd } from '../platform/antivirus.ts';
import { keysOf } from '../platform/keys.ts';
import { silentLog } from '../platform/log.ts';
import { EICAR, startClamd } from '../platform/testingClamd.ts';
import { parisDay } from '../platform/time.ts';
import { scanCaseLetters } from '../publication/index.ts';
import { timeOfCase } from '../publication/rules/caseTime.ts';
import { listOwnCases } from '../publication/store/cases.ts';
import { deskRoom, STRANGERS } from './desk.ts';
import { onePage } from './documents/pdfFile.ts';
import type { TestEnrolment } from './enrolments.ts';
import { heldJobs } from './heldJobs.ts';
import { mailsTo } from './papers.ts';
import { stage } from './stage.ts';
import { fieldOn, plainSpaces, wordsIn } from './words.ts';

/** Published on Friday 5 July 2024: it is contested until Friday 6 September, by the postmark. */
const PUBLISHED = '2024-07-05T09:00:00+02:00';
const NEAR = { seat: 'mainland', residence: 'mainland' } as const;

const { db, files, registered, setClock, staff } = await stage(deskRoom(), {
  staff: { officer: 'officer', head: 'head', ...STRANGERS },
});
const { officer } = staff;
const people = {
  one: await registered(),
  two: await registered(),
  posted: await registered({ mailbox: false }),
  unpublished: await registered(),
};
await setClock(PUBLISHED);
await publish([people.one, people.two, people.posted]);
await setClock('2024-09-10T10:00:00+02:00');

async function publish(files: readonly TestEnrolment[]): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`insert into result_publication (id, academy, session, number, specialities, unchanged, without_verdict,
      sha256, prepared_by, proposed_by, approved_by, announced_at, proposed_at, approved_at)
    values (gen_random_uuid(), 'clermont', 'bp-2024-clermont', 1, '{45033608}', 0, 0, 'x', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
      business_now(), business_now() - interval '2 hours', business_now() - interval '1 hour') returning id`.execute(
    db,
  );
  for (const { enrolment } of files)
    await sql`insert into published_result (publication_id, enrolment_id, academy, session, speciality, decision, result, sha256)
      values (${rows[0]?.id}, ${enrolment.id}, 'clermont', 'bp-2024-clermont', '45033608', 'REFUSED', '{}', 'x')`.execute(
      db,
    );
}

const page = ({ enrolment }: TestEnrolment): string => `/gestion/dossiers/${enrolment.id}/recours`;
const LETTER_SCANNED = onePage();
const LETTER = {
  demande: 'appeal',
  poste: '06/09/2024',
  arrivee: '09/09/2024',
  precisions: 'Je conteste ma note de U20.',
};
const type = (who: TestEnrolment, form: Readonly<Record<string, string>> = {}, browser = officer) =>
  browser.upload(page(who), { ...LETTER, ...form }, LETTER_SCANNED, 'lettre.pdf');
const casesOf = async ({ enrolment }: TestEnrolment) =>
  (await listOwnCases(db, enrolment.id)).map((one) => ({
    ...one,
    time: timeOfCase(
      { ...one, handedOverOn: null, from: one.announcedAt && parisDay(one.announcedAt) },
      { nature: 'appeal' },
      NEAR,
    ),
  }));

describe('An appeal received by post', () => {
  it('refuses what no letter can be, in words, keeps what was typed, and writes nothing', async () => {
    for (const [form, said] of [
      [{ demande: '', precisions: '', arrivee: '' }, "Indiquez le jour d'arrivée de la lettre"],
      [{ arrivee: '11/09/2024' }, "ne peut pas être arrivée après aujourd'hui, mardi 10 septembre 2024"],
      [{ poste: '10/09/2024' }, "Le cachet de la poste ne peut pas être après le jour d'arrivée"],
      [{ poste: '04/07/2024' }, "Ce qui est contesté est du vendredi 5 juillet 2024 : une lettre d'avant"],
      [{ demande: 'autre' }, 'Ce qui est demandé'],
      [{ poste: '31/02/2024' }, 'Cachet de la poste'],
    ] as const) {
      const answer = await type(people.one, form);
      expect([answer.status, plainSpaces(wordsIn(answer.body)).includes(said)], said).toEqual([422, true]);
      if (!('precisions' in form)) expect(answer.body).toContain('Je conteste ma note de U20.');
    }
    expect(await casesOf(people.one)).toEqual([]);
  });

  it('is in time by its postmark, though it came after the last day; its answer is due from the day it arrived', async () => {
    expect(wordsIn((await officer.get(`/gestion/dossiers/${people.one.enrolment.id}`)).body)).toContain(
      'Saisir un recours ou une demande venue par la poste',
    );
    const cle = fieldOn((await officer.get(page(people.one))).body, 'cle');
    const twice = await Promise.all([type(people.one, { cle }), type(people.one, { cle })]);
    expect(twice.map(({ location }) => location)).toEqual(
      [1, 2].map(() => `/gestion/dossiers/${people.one.enrolment.id}?message=demande-saisie`),
    );
    // The scan is kept once, and read by who typed it; another file has no such letter.
    const letter = /href="([^"]+\/lettre)"/.exec((await officer.get(page(people.one))).body)?.[1] ?? '';
    const scan = await officer.get(letter);
    expect([scan.status, scan.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect((await officer.get(letter.replace(people.one.enrolment.id, people.two.enrolment.id))).status).toBe(404);
    const { rows: scans } = await sql`select from case_letter`.execute(db);
    expect(scans).toHaveLength(1);
    const [asked, ...others] = await casesOf(people.one);
    expect(others).toEqual([]);
    expect(asked).toMatchObject({ kind: 'appeal', words: LETTER.precisions, time: { lateSince: null, reopens: true } });
    expect([asked?.postedOn?.toString(), asked?.time.silence.on.toString()]).toEqual(['2024-09-06', '2024-11-09']);
    const receipt = (await mailsTo(db, people.one.candidate.address)).find(
      ({ template }) => template === 'resultCase.opened',
    );
    const words = plainSpaces(receipt?.body);
    expect(words).toContain('le lundi 9 septembre 2024, par la poste (cachet du vendredi 6 septembre 2024)');
    expect(words).toContain("Sans réponse le samedi 9 novembre 2024, c'est un refus");
    const again = await type(people.one, { cle: randomUUID() });
    expect([again.status, wordsIn(again.body).includes('attend déjà une réponse')]).toEqual([409, true]);
    const { rows } = await sql<{
      on_behalf_of: string | null;
    }>`select on_behalf_of from journal where name = 'resultCase.opened'`.execute(db);
    expect(rows.map((row) => row.on_behalf_of)).toEqual([people.one.candidate.accountId]);
  });

  it('posted the day after is taken too, and marked late; unreadable, the day it arrived counts', async () => {
    expect((await type(people.two, { poste: '07/09/2024' })).status).toBe(303);
    expect((await type(people.two, { demande: 'consultation', poste: '' })).status).toBe(303);
    const [one, two] = (await casesOf(people.two)).toSorted((a, b) => a.kind.localeCompare(b.kind));
    expect([one?.time.lateSince !== null, two?.postedOn]).toEqual([true, null]);
  });

  it('is acknowledged by a letter to who has no mail box', async () => {
    expect((await type(people.posted)).status).toBe(303);
    const { rows } = await sql<{ body: string }>`select body from letter where template = 'resultCase.opened'`.execute(
      db,
    );
    expect(plainSpaces(rows[0]?.body)).toContain('cachet du vendredi 6 septembre 2024');
    expect(rows[0]?.body).not.toMatch(/mail|page|https?:/);
  });

  it('of who has no published result has nothing to type, and no link; of another group, nothing at all', async () => {
    const { unpublished } = people;
    expect(wordsIn((await officer.get(`/gestion/dossiers/${unpublished.enrolment.id}`)).body)).not.toContain(
      'venue par la poste',
    );
    const answer = await type(unpublished);
    expect([answer.status, wordsIn(answer.body).includes("Aucun résultat n'est publié")]).toEqual([409, true]);
    const bare = await officer.upload(page(people.two), { ...LETTER, demande: 'material-error' }, Buffer.alloc(0), '');
    expect([bare.status, wordsIn(bare.body).includes('Joignez la lettre scannée')]).toEqual([422, true]);
    for (const who of keysOf(STRANGERS)) {
      const browser = staff[who];
      expect((await browser.get(page(people.one))).status).toBe(404);
      expect((await type(people.one, {}, browser)).status).toBe(404);
    }
  });

  it('by a letter whose copy is infected is read by nobody, and that is said', async () => {
    const clamd = await startClamd();
    const jobs = heldJobs();
    const node = { db, name: 'here', log: silentLog };
    const scans = openScans({ files, antivirus: connectClamd(clamd.url), node });
    scanCaseLetters({ db, jobs }, scans);
    const letter = /href="([^"]+\/lettre)"/.exec((await officer.get(page(people.one))).body)?.[1] ?? '';
    const { rows } = await sql<{ id: string; key: string }>`select l.case_id as id, l.file_key as key
      from case_letter l join result_case c on c.id = l.case_id where c.enrolment_id = ${people.one.enrolment.id}`.execute(
      db,
    );
    const [kept] = rows;
    if (kept === undefined) throw new Error('no letter was kept');
    const scan = async () =>
      (await sql<{ scan: string }>`select scan from case_letter where case_id = ${kept.id}`.execute(db)).rows[0]?.scan;
    // Kept before there was an antivirus; then found by its own job.
    await scans.catchUp();
    expect(await scan()).toBe('clean');
    expect((await officer.get(letter)).status).toBe(200);
    await files.write(kept.key, EICAR);
    await sql`update case_letter set scan = 'waiting' where case_id = ${kept.id}`.execute(db);
    await db.transaction().execute((tx) => jobs.enqueue(tx, 'caseLetter.scan', { caseId: kept.id }));
    await jobs.run();
    expect(await scan()).toBe('infected');
    const refused = await officer.get(letter);
    expect([refused.status, wordsIn(refused.body)]).toEqual([409, expect.stringMatching(/infectée|antivirus/)]);
    scans.stop();
    await clamd.close();
  });
});
