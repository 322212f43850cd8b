import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Browser, MACON_WITH_HANDICAP } from '../testing/enrolments.ts';
import { aCentre, aSeat, aSitting, examRoom, publishedPlan, SESSION } from '../testing/examSite.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';

let draft: string | null = null;
let lateSheets = 0;
const [parts, locked]: [
  { enrolmentId: string; unit: string; name: string }[],
  { enrolmentId: string; unit: string }[],
] = [[], []];

const {
  db,
  papers,
  enter,
  staff: { head },
  registered,
} = await stage(
  examRoom({
    lateSheets: async () => lateSheets,
    missingParts: async () => parts,
    lockedMarks: async () => locked,
    ruleForm: async () => (draft === null ? null : (cfd) => `/gestion/regles/brouillons/${draft}/specialites/${cfd}`),
  }),
  { staff: { head: 'head' } },
);
await registered();
const macon = await registered({ answers: MACON_WITH_HANDICAP });

const LOCKED = randomUUID();
const read = async (browser: Browser, address = '/gestion/examen'): Promise<string> =>
  words((await browser.get(address)).body);
const signed = sql`update enrolment set signed_version = version, signed_at = business_now()`;

describe('What is missing before the exam', () => {
  it('is counted, and each line leads to where it is mended', async () => {
    const before = await head.get('/gestion/examen');
    expect(before.status).toBe(200);
    expect(words(before.body)).toContain('2 candidats inscrits');
    expect(words(before.body)).toContain('Inscriptions non signées 2');
    expect(before.body).toContain(`href="/gestion/dossiers?session=${SESSION}&amp;etat=a-signer"`);
    expect(before.body).not.toContain('etat=signees');

    await signed.execute(db);
    await sql`update enrolment set reserve = 'pending' where id = ${macon.enrolment.id}`.execute(db);
    const after = await head.get('/gestion/examen');
    expect(words(after.body)).toMatch(
      /Inscriptions sous réserve.*? 1 .*En ordre : \d+ points .*Inscriptions non signées/,
    );
    expect(words(after.body)).toContain('Inscriptions signées, pas encore validées 1');
    expect(after.body).toContain(`href="/gestion/dossiers?session=${SESSION}&amp;etat=sous-reserve"`);
    expect(after.body).toContain(`href="/gestion/dossiers?session=${SESSION}&amp;etat=signees"`);
    await sql`update enrolment set reserve = null`.execute(db);
  });

  it('says how far each stage is, with the way to it', async () => {
    const page = await head.get('/gestion/examen');
    expect(words(page.body)).toMatch(
      /Où en est la préparation .*Dossiers .*Règlements .*incomplets pour 1 spécialité.*Centres et salles à écrire.*Calendrier à écrire.*Répartition à faire.*Convocations aucune encore.*Examinateurs et surveillants après la répartition/,
    );
    for (const part of ['centres', 'calendrier', 'plan', 'convocations'])
      expect(page.body).toContain(`href="/gestion/examen/${part}?session=${SESSION}">`);
    const { rooms } = await aCentre(db, ['A'], { code: 'LYC-9' });
    await aSitting(db, 'U20', '2024-06-03T09:00+02:00');
    const planned = await read(head);
    expect(planned).toMatch(/1 centre, 1 salle, 30 places.*1 épreuve, \d+ unités n'y sont pas encore/);
    await sql`delete from exam_sitting`.execute(db);
    await sql`delete from exam_room where id = ${rooms.A}`.execute(db);
    await sql`delete from exam_centre`.execute(db);
  });

  it('names the specialities whose rules lack something, those with candidates first, with the form that mends it', async () => {
    const page = words((await head.get('/gestion/examen')).body);
    expect(page).toContain("commencez d'abord un brouillon");
    expect(page).toMatch(/Il manque quelque chose à \d+ des \d+ spécialités/);
    // Each stands under what it lacks; the others stand folded, after them.
    expect((await head.get('/gestion/examen')).body).toMatch(/<details open><summary>[^<]*travail en hauteur/);
    const [first, folded] = page.split(/\d+ spécialités sans candidat aujourd'hui/);
    expect(first).toMatch(/travail en hauteur : 1 spécialité, 1 candidat Maçon, 1 candidat .*unités concernées/);
    expect(folded).toMatch(/(?:Unités|Coefficients|Durées).* : \d+ spécialités? /);
    expect(folded).not.toContain('Maçon, 1');
    expect(page).toContain('unités concernées par les attestations de travail en hauteur');
    expect(page).not.toContain('Aciériste');
    draft = '0b5f9a52-6f0e-4a37-9d0e-3b7a4b2f6a11';
    const { body } = await head.get('/gestion/examen');
    expect(body).toContain(`href="/gestion/regles/brouillons/${draft}/specialites/45023216"`);
    expect(words(body)).not.toContain("commencez d'abord un brouillon");
  });

  it('counts the certificates of safety that nobody gave, and those that nobody has looked at', async () => {
    expect(await read(head)).toMatch(/Attestations de travail en hauteur non fournies .*? 1 /);
    await sql`update piece set status = 'received', received_on = '2023-11-20' where code like 'R408A%'`.execute(db);
    const given = await head.get('/gestion/examen');
    expect(words(given.body)).toContain('Attestations de travail en hauteur à contrôler 1');
    expect(given.body).toContain(`href="/gestion/corbeille?session=${SESSION}&amp;piece=R408A3"`);
    await sql`update piece set status = 'compliant' where code like 'R408A%'`.execute(db);
    expect(await read(head)).toMatch(/En ordre : .*Attestations de travail en hauteur à contrôler/);
  });

  it('counts the requests for accommodations for the head alone, by no name', async () => {
    await sql`insert into accommodation_case (id, academy, session, enrolment_id, state, channel, submitted_at, waiting_since)
      values (gen_random_uuid(), 'clermont', ${SESSION}, ${macon.enrolment.id}, 'submitted', 'online', business_now(), business_now())`.execute(
      db,
    );
    expect(await read(head)).toMatch(/Demandes d'aménagement sans décision .*? 1/);
    const officer = await enter({ role: 'officer', portfolios: ['G1', 'G2', 'G3', 'G4'] });
    const page = await read(officer);
    expect(page).not.toContain('aménagement');
    expect(page).not.toContain('santé');
  });

  it('counts who has no summons once a plan is published or the first test is near, and mails that came back', async () => {
    expect(await read(head)).not.toContain('Candidats sans convocation');
    const { rooms } = await aCentre(db, ['A']);
    await publishedPlan(papers, rooms, [aSeat(macon, 'U20', '2024-06-03T09:00')]);
    await papers.jobs.run();
    await sql`update mail set state = 'failed' where template = 'summons.issued'`.execute(db);
    const page = await head.get('/gestion/examen');
    expect(words(page.body)).toMatch(
      /Candidats sans convocation 1 candidat n'a pas de place .*publiez de nouveau\. 1 Mails de convocation refusés 1/,
    );
    expect(page.body).toContain(`/gestion/examen/convocations?session=${SESSION}&amp;etat=sans`);
    expect(words(page.body)).toMatch(/En ordre : .*Convocations à refaire/);
    await sql`update exam_room set name = 'B'`.execute(db);
    const renamed = await head.get('/gestion/examen');
    expect(words(renamed.body)).toMatch(
      /Convocations à refaire la salle, le centre ou le matériel ont changé depuis 1/,
    );
    expect(renamed.body).toContain(`/gestion/examen/convocations?session=${SESSION}&amp;etat=a-refaire`);
  });

  it('counts the centres in which nobody may say who came: none was named, or whoever was left', async () => {
    const unkept = async (): Promise<string> =>
      /Centres sans personne pour le pointage .*?(\d+) /.exec((await read(head)).split('En ordre')[0] ?? '')?.[1] ??
      'none';
    expect(await unkept()).toBe('1');
    const keeper = await enter('centre');
    await sql`insert into attendance_keeper (account_id, academy, session, centre_id, named_by)
      select ${keeper.id}::uuid, academy, ${SESSION}, id, ${keeper.id}::uuid from exam_centre limit 1`.execute(db);
    expect(await unkept()).toBe('none');
    await sql`update staff set disabled_at = business_now() where account_id = ${keeper.id}`.execute(db);
    expect(await unkept()).toBe('1');
  });

  it('has the sheets that came after the lock, for whoever decides of them, and only where some did', async () => {
    const said = 'Fiches de commission arrivées après le verrou';
    expect(await read(head)).not.toContain(said);
    lateSheets = 2;
    const { body } = await head.get('/gestion/examen');
    expect(words(body)).toMatch(new RegExp(`${said} .*? 2 `));
    expect(body).toContain(`href="/gestion/notes?session=${SESSION}"`);
    expect(await read(await enter({ role: 'officer', portfolios: ['G2'] }))).not.toContain(said);
    lateSheets = 0;
  });

  it('says which part of a mark that two juries make is not signed, until a locked batch has it', async () => {
    const said = "Fiches dont l'autre partie manque";
    parts.push(
      { enrolmentId: macon.enrolment.id, unit: 'U10', name: 'Phase de dégustation' },
      { enrolmentId: LOCKED, unit: 'U10', name: 'Phase de dégustation' },
      { enrolmentId: randomUUID(), unit: 'U10', name: '' },
    );
    locked.push({ enrolmentId: LOCKED, unit: 'U10' });
    expect(await read(head)).toMatch(
      new RegExp(
        `${said} .*« Phase de dégustation » de U10 \\(1 : ${macon.candidate.birthName}.*\\) et le reste de la fiche de U10 \\(1\\)\\. La page de leur commission dit qui appeler\\. 2 `,
      ),
    );
    expect(await read(await enter({ role: 'officer', portfolios: ['G2'] }))).not.toContain(said);
    parts.splice(0);
    expect(await read(head)).not.toContain(said);
  });

  it('is read by an officer within their groups, without a form that is not theirs', async () => {
    const [mine, other] = ['G2', 'G3'];
    const officer = await enter({ role: 'officer', portfolios: [mine] });
    const { body } = await officer.get('/gestion/examen');
    expect(words(body)).not.toContain('Examinateurs');
    expect(body).not.toContain('/gestion/regles/');
    const counted = (await sql<{ portfolio: string }>`select portfolio from enrolment`.execute(db)).rows;
    const theirs = counted.filter(({ portfolio }) => portfolio === mine).length;
    expect(words(body)).toContain(`${theirs} candidat`);
    const elsewhere = await enter({ role: 'officer', portfolios: [other] });
    expect(await read(elsewhere)).toContain('0 candidat');
  });

  it('says that an academy without a session has none', async () => {
    const lyon = await enter({ role: 'head', academy: 'lyon' });
    expect(await read(lyon)).toContain('ne décrivent pas encore de session');
  });
});
