import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { ofOfficer } from '../platform/journal.ts';
import { aCentre } from '../testing/exam.ts';
import { mailsTo } from '../testing/mails.ts';
import { readPdf } from '../testing/pdf.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, words } from '../testing/words.ts';
import { type ConvenedJury, joinJury, leaveJury, listJurors, sayJury } from './actions/onJury.ts';
import type { ExaminerId, ExaminerWords } from './examiners.ts';
import { aPerson, boardIds, examinerRoom, heldBoards, lettersDue, SESSION } from './testing.ts';

const {
  db,
  deps,
  papers,
  setClock,
  staff: { head, gaelle },
  candidates: { camille },
} = await stage(examinerRoom, {
  staff: { head: 'head', gaelle: 'examiner' },
  candidates: { camille: 'Camille' },
});
const { rooms } = await aCentre(db, ['A']);
const AT = '/gestion/examen/examinateurs';
const JURY: ConvenedJury = {
  academy: 'clermont',
  session: SESSION,
  id: '00000000-0000-4000-8000-0000000000a1',
  name: 'Métiers de la beauté',
  place: 'Rectorat, salle 3',
  specialities: ['45033608'],
  meetsOn: Temporal.PlainDate.from('2024-06-03'),
  hour: '09:30',
};
const oral = { held: 'oral', unit: 'U41', room: rooms.A ?? '', at: '2024-06-03T08:00', minutes: 100 } as const;

beforeEach(async () => {
  await setClock('2024-05-01T10:00+02:00');
  await sql`truncate board_member, examiner_link, examiner_code, examiner_letter, examiner, examiner_jury cascade`.execute(
    db,
  );
  await sql`delete from exam_plan`.execute(db);
  await sql`delete from exam_sitting`.execute(db);
  await heldBoards(db, [{ ...oral, enrolments: [camille.enrolment.id] }]);
});

const read = async (path: string): Promise<string> => words((await head.get(path)).body);
const juror = (name: string, more: Partial<ExaminerWords> = {}): Promise<ExaminerId> =>
  aPerson(db, name, { tasks: ['jury', 'board'], ...more });
const join = (person: string, jury = JURY) =>
  db.transaction().execute((tx) => joinJury(tx, jury, { person, by: head.id }));
const say = (jury: ConvenedJury) => db.transaction().execute((tx) => sayJury(tx, jury));
async function convene(): Promise<void> {
  await head.post(`${AT}/convoquer`, { vu: fieldOn((await head.get(`${AT}/convoquer`)).body, 'vu') });
  await papers.jobs.run();
}
const boardPage = async (): Promise<string> => `${AT}/commissions/${(await boardIds(db))[0]}`;
/** Gaëlle, who is signed in, in the jury and told. */
async function gaelleTold(jury = JURY): Promise<ExaminerId> {
  const person = await juror('Murol', { firstName: 'Gaëlle', mail: 'gaelle@exemple.fr' });
  await sql`update examiner set account_id = ${gaelle.id} where id = ${person}`.execute(db);
  await join(person, jury);
  await convene();
  return person;
}

describe("A jury's people", () => {
  it('are convened with those who sit on boards: mail, letter, calendar, answer', async () => {
    await gaelleTold();
    await join(await juror('Vernet', { mail: null }));
    await convene();
    const [mail] = await mailsTo(db, 'gaelle@exemple.fr');
    expect(words(mail?.body ?? '')).toContain(
      'lundi 3 juin 2024, à 9 h 30 : Métiers de la beauté. Jury, délibération. Rectorat, salle 3.',
    );
    const own = words((await gaelle.get('/commission')).body);
    expect(own).toMatch(/1 réponse attendue de vous.*lundi 3 juin 2024, à 9 h 30 .*Jury, délibération/);
    const page = `/commission/${JURY.id}`;
    const before = await gaelle.get(page);
    expect(words(before.body)).not.toMatch(/Candidats|code de signature/);
    await gaelle.post(`${page}/venir`, { version: fieldOn(before.body, 'version') });
    expect(words((await gaelle.get(page)).body)).toContain('Réponse vous venez');
    const calendar = words((await gaelle.get('/commission/convocations.ics')).body);
    expect(calendar).toMatch(/DTSTART:20240603T073000Z SUMMARY:Jury\\, délibération : Métiers de la beauté/);
    const letters = await readPdf(
      (await head.post(`${AT}/lettres`, { acte: 'imprimer', choix: await lettersDue(db) })).bytes,
    );
    expect(words(letters.text).replace(/\s+/g, ' ')).toMatch(
      /interroger, surveiller ou délibérer.*Métiers de la beauté/,
    );
    await say({ ...JURY, hour: null });
    await convene();
    const moved = (await mailsTo(db, 'gaelle@exemple.fr')).find(({ subject }) => subject.includes('change'));
    expect(words(moved?.body ?? '')).toContain('- lundi 3 juin 2024 : Métiers de la beauté.');
    expect((await gaelle.get('/commission/convocations.ics')).body).toContain('DTSTART;VALUE=DATE:20240603');
  });

  it('hear at once that they left it', async () => {
    const person = await gaelleTold();
    const leaving = { person, reason: "N'est plus membre du jury." };
    const act = ofOfficer(head.id, 'test');
    await db.transaction().execute((tx) => leaveJury(deps, tx, act, JURY, leaving));
    expect((await mailsTo(db, 'gaelle@exemple.fr')).map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([expect.stringContaining("Vous n'avez plus à venir")]),
    );
    expect(await read(`${AT}/personnes/${person}`)).toContain("Elle n'est d'aucune commission");
  });

  it('are barred from a board at its hours, of another session too; a board beside it is said', async () => {
    const person = await gaelleTold();
    expect(await read(`${AT}/personnes/${person}`)).toMatch(
      /lundi 3 juin 2024, à 9 h 30, Jury, délibération, Métiers de la beauté, Rectorat, salle 3 : convoqué/,
    );
    const barred = await head.post(`${await boardPage()}/ajouter`, { personne: person });
    expect([barred.status, words(barred.body)]).toEqual([
      409,
      expect.stringContaining('lundi 3 juin 2024, à 9 h 30, jury, Rectorat, salle 3'),
    ]);
    await sql`update examiner_jury set session = 'bp-2025-clermont'`.execute(db);
    await sql`update board_member set session = 'bp-2025-clermont'`.execute(db);
    expect((await head.post(`${await boardPage()}/ajouter`, { personne: person })).status).toBe(409);
    await sql`delete from board_member`.execute(db);
    await head.post(`${await boardPage()}/ajouter`, { personne: person });
    const [known] = await listJurors(db, JURY);
    expect(known?.against.map(words)).toEqual([
      'attendu ailleurs : lundi 3 juin 2024, de 8 h 00 à 9 h 40, Lycée des Puys',
    ]);
    const afternoon = { ...JURY, hour: '14:00' };
    expect((await listJurors(db, afternoon))[0]?.against).toEqual([]);
  });

  it('are those of the academy whose tasks hold it, with what speaks against them', async () => {
    await juror('Arnal', { specialities: [], away: ['2024-06-03'] });
    await juror('Roche', { tasks: ['board'] });
    await juror('Vernet', { retired: true });
    const found = (await listJurors(db, JURY)).map(({ person, state, against }) => [person.lastName, state, against]);
    expect(found).toEqual([['Arnal', '', ['pas de cette spécialité', 'absent ce jour-là']]]);
  });

  it('are nobody who is unknown, not asked any more, or there already', async () => {
    const [retired, there] = [await juror('Vernet', { retired: true }), await juror('Arnal')];
    await join(there);
    for (const [person, code] of [
      [JURY.id, 'person-unknown'],
      [retired, 'retired'],
      [there, 'already-there'],
    ] as const)
      expect(await join(person)).toEqual({ ok: false, error: { code } });
  });
});
