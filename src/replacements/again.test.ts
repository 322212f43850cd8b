import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { attendanceRoutes } from '../attendance/index.ts';
import { markRoutes, readEntrants } from '../marks/index.ts';
import { firstSittings } from '../places/index.ts';
import { createPlacer, publishedSeats } from '../plan/index.ts';
import { createTableReader } from '../platform/tables/reader.ts';
import { readAccounts } from '../results/index.ts';
import { convocationRoutes } from '../summonses/index.ts';
import { shippedCatalogue, type TestEnrolment } from '../testing/enrolments.ts';
import { aCentre, aSeat, publishedPlan } from '../testing/exam.ts';
import { examRoutes, handleExamJobs, subscribeExam } from '../testing/examRooms.ts';
import { mailsTo } from '../testing/papers.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { COIFFURE, SESSION } from '../testing/publication.ts';
import { lockedBatch } from '../testing/results.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn, hiddenOn, words } from '../testing/words.ts';
import { aFrame, replacementRoom } from './testing.ts';

/** A replacement test from the decision to the mark that counts, by the pages of all who have a part in it. */

const AT = '/gestion/remplacements';
const PLAN = '/gestion/examen/plan';
const PLACE = { academy: 'clermont', session: SESSION };
const DAY = '2024-09-12';
const catalogue = await shippedCatalogue();
const [tables, placer] = [createTableReader(), createPlacer()];
const {
  db,
  as,
  papers,
  staff,
  candidates: { alpha, bravo },
  setClock,
} = await stage(
  replacementRoom((deps) => [
    ...examRoutes({
      ...deps,
      letters: deps,
      tables,
      ruleForm: async () => null,
      lockedMarks: async () => [],
      lateSheets: async () => 0,
      missingParts: async () => [],
    }),
    ...convocationRoutes({ ...deps, chrome: aFrame }),
    ...attendanceRoutes({
      ...deps,
      officeChrome: aFrame,
      bareChrome: ({ address }) => ({ ...PLAIN_CHROME, csrf: null, address }),
      codes: async () => new Map(),
    }),
    ...markRoutes({
      ...deps,
      tables,
      entrants: (within, academy, code) => readEntrants(within, catalogue, academy, code),
      seats: (within, academy, code) => publishedSeats(within, { academy, session: code }),
      sittings: (within, academy, code) => firstSittings(within, { academy, session: code }),
      closedRecord: async () => null,
    }),
  ]),
  {
    catalogue,
    staff: { head: 'head', ada: 'jury', bob: 'jury', keeper: 'centre' },
    candidates: { alpha: 'Alpha', bravo: 'Bravo' },
  },
);
subscribeExam(papers);
handleExamJobs({ ...papers, placer });
const centre = await aCentre(db, ['Salle 1']);
await sql`insert into attendance_keeper (account_id, academy, session, centre_id, named_by)
    values (${staff.keeper.id}, 'clermont', ${SESSION}, ${centre.id}, gen_random_uuid())`.execute(db);
const at = '2024-06-03T09:00';
await publishedPlan(papers, centre.rooms, [
  aSeat(alpha, 'U20', at, { place: 1 }),
  aSeat(bravo, 'U20', at, { place: 2 }),
]);
await papers.jobs.run();
await lockedBatch(db, { ...PLACE, speciality: COIFFURE, unit: 'U20' }, [
  [alpha.enrolment.id, { code: 'absent' }],
  [bravo.enrolment.id, { code: 'mark', halfPoints: 24 }],
]);
await setClock('2024-06-20T10:00:00+02:00');
afterAll(async () => {
  await tables.close();
  await placer.close();
});

const read = async (address: string, who: keyof typeof staff = 'head'): Promise<string> =>
  words((await as(who).get(address)).body);
const send = async (path: string, fields: Record<string, string>, page = path) =>
  as('head').post(path, { ...hiddenOn((await as('head').get(page)).body), ...fields });
const decide = (vu: string, decision: string) =>
  as('head').post(AT, {
    session: SESSION,
    dossier: alpha.enrolment.id,
    unite: 'U20',
    vu,
    decision,
    recu: '18/06/2024',
    motif: 'Absence justifiée dans les délais.',
  });
const publish = async (): Promise<void> => {
  expect((await send(`${PLAN}/repartir`, { mode: 'missing' }, PLAN)).status).toBe(303);
  await papers.jobs.run();
  const done = await send(`${PLAN}/publication`, { lu: 'on' });
  expect(done.location, words(done.body)).toContain('message=publiee');
  await papers.jobs.run();
};
const templates = async ({ candidate: { address } }: TestEnrolment): Promise<readonly string[]> =>
  (await mailsTo(db, address)).map(({ template }) => template).filter((one) => one.startsWith('summons.'));
const sitting = (day: string) =>
  send('/gestion/examen/calendrier/nouveau', {
    unit: `${COIFFURE}/U20-R`,
    day,
    hour: '9 h',
    duration: '2 h',
    room: centre.rooms['Salle 1'] ?? '',
    kind: '',
    material: 'Calculatrice',
  });

it('granted, somebody waits for a replacement test: the calendar lacks it, and no batch of it opens yet', async () => {
  expect((await decide('0', 'granted')).status).toBe(303);
  expect(await read(`${AT}?session=${SESSION}`)).toMatch(/Accordées .*Alpha .*Pas encore placée/);
  expect(await read('/gestion/examen/candidats')).toContain('U20 (remplacement)');
  // Whoever is published to meanwhile reads what was granted, not « ce que vous ne passez pas ».
  await publishedPlan(papers, centre.rooms, [
    aSeat(alpha, 'U20', '2024-06-03T09:00', { place: 1 }),
    aSeat(bravo, 'U20', '2024-06-03T09:00', { place: 2 }),
  ]);
  await papers.jobs.run();
  const body = ((await mailsTo(db, alpha.candidate.address)).at(-1)?.body ?? '').replaceAll('\u00a0', ' ');
  expect(body).toContain('Ce qui change : U20 (remplacement), accordée, sa convocation suivra.');
  await as('head').post('/gestion/notes/lots', { session: SESSION });
  const { rows } = await sql<{ unit: string }>`select unit from mark_batch where unit like '%-R'`.execute(db);
  expect(rows).toEqual([]);
});

it('is written in the calendar after the first test, even once the results are out, and on no day off', async () => {
  const early = await sitting('02/06/2024');
  expect([early.status, words(early.body)]).toEqual([422, expect.stringContaining('dimanche')]);
  await sql`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, material, kind)
    values (gen_random_uuid(), 'clermont', ${SESSION}, ${COIFFURE}, 'U20', '2024-06-03T09:00+02:00', 120, '', '')`.execute(
    db,
  );
  const before = await sitting('03/06/2024');
  expect([before.status, words(before.body)]).toEqual([422, expect.stringContaining("vient après l'épreuve")]);
  const done = await sitting('12/09/2024');
  expect(done.status, words(done.body)).toBe(303);
  expect(await read('/gestion/examen/calendrier')).toContain('U20 (remplacement)');
});

it('is placed and published by the same plan: whoever sits it is summoned, nobody else hears anything', async () => {
  await publish();
  expect(await templates(alpha)).toEqual(['summons.issued', 'summons.changed', 'summons.changed']);
  expect(await templates(bravo)).toEqual(['summons.issued']);
  const mail = (await mailsTo(db, alpha.candidate.address)).at(-1);
  const body = (mail?.body ?? '').replaceAll('\u00a0', ' ');
  expect(body).toContain('U20 (remplacement), ajoutée');
  expect(body).toContain('jeudi 12 septembre 2024 à 9 h 00');
  const own = `/candidatures/${alpha.enrolment.id}/convocation`;
  const page = words((await alpha.get(own)).body);
  expect(page).toMatch(/Votre prochaine épreuve : jeudi 12 septembre 2024, 9 h 00/);
  expect(page).toContain('remplacent les épreuves auxquelles votre absence a été reconnue justifiée');
  expect(page).toMatch(/9 h 00 à 11 h 00 .*\(remplacement\).*Épreuves passées .*3 juin.*, 9 h 00 à 11 h 00/);
  expect(page).toMatch(/Code d'accueil : \w{4}-\w{4}/);
  const calendar = (await alpha.get(`${own}.ics`)).body.replaceAll('\r\n ', '');
  expect(calendar).toMatch(/UID:[^\r]*-U20-R@/);
  expect(calendar).toContain('DTSTART:20240912T070000Z');
  const pdf = /href="([^"]+\/pdf)"/.exec((await alpha.get(own)).body)?.[1] ?? '';
  expect((await alpha.get(pdf)).status).toBe(200);
  expect(await read(`${AT}?session=${SESSION}`)).toMatch(/Alpha .*12 septembre 2024, 9 h 00, Lycée des Puys, Salle 1/);
});

it('taken back, its summons changes; granted again, it is given again: seats that have been sat stay as they were', async () => {
  const seats = async () =>
    (
      await sql<{ unit: string }>`select s.unit, s.enrolment_id from exam_seat s join exam_plan p on p.id = s.plan_id
      where p.state = 'published' order by s.unit, s.place`.execute(db)
    ).rows.map(({ unit }) => unit);
  expect(await seats()).toEqual(['U20', 'U20', 'U20-R']);
  expect((await decide('1', 'refused')).status).toBe(303);
  await publish();
  expect(await seats()).toEqual(['U20', 'U20']);
  expect((await decide('2', 'granted')).status).toBe(303);
  // Bravo leaves: the test that they sat is what it was, bars nothing, and nobody tells them that it is void.
  await sql`update enrolment set status = 'cancelled', ended_at = business_now() where id = ${bravo.enrolment.id}`.execute(
    db,
  );
  await publish();
  expect(await seats()).toEqual(['U20', 'U20', 'U20-R']);
  expect(await templates(alpha)).toEqual(['summons.issued', ...Array.from({ length: 4 }, () => 'summons.changed')]);
  expect(await templates(bravo)).toEqual(['summons.issued']);
});

it('is checked in at its centre on its day', async () => {
  await setClock(`${DAY}T08:45:00+02:00`);
  expect(await read(`/centre?jour=${DAY}&salle=${centre.rooms['Salle 1']}`, 'keeper')).toMatch(/Alpha.*remplacement/);
  const done = await as('keeper').post('/centre/pointer', {
    inscription: alpha.enrolment.id,
    unite: 'U20-R',
    etat: 'present',
    vu: '0',
    cle: randomUUID(),
    jour: DAY,
    salle: centre.rooms['Salle 1'] ?? '',
  });
  expect(done.status).toBe(303);
});

it('has a batch of its own, typed twice and locked; its mark then stands in the account, and the absence is settled', async () => {
  await setClock(`${DAY}T18:00:00+02:00`);
  expect((await as('head').post('/gestion/notes/lots', { session: SESSION })).status).toBe(303);
  const { rows } = await sql<{
    id: string;
    title: string;
  }>`select id, title from mark_batch where unit = 'U20-R'`.execute(db);
  const [batch] = rows;
  expect(batch?.title).toMatch(/\(remplacement\)$/);
  const at = `/gestion/notes/${batch?.id}`;
  const named = { lots: batch?.id ?? '', depuis: batch?.id ?? '' };
  await as('head').post('/gestion/notes/personnes', {
    ...named,
    premiere: staff.ada.id,
    seconde: staff.bob.id,
  });
  const lock = async () => {
    const version = fieldOn((await as('head').get(at)).body, 'version');
    return as('head').post(`${at}/verrou`, { version });
  };
  expect((await lock()).status).toBe(409);
  for (const who of ['ada', 'bob'] as const) {
    const html = (await as(who).get(`${at}/saisie`)).body;
    expect(html).not.toContain('Alpha');
    const numbers = [...html.matchAll(/name="(n-\d{6}[A-Z])"/g)];
    expect(numbers).toHaveLength(1);
    await as(who).post(`${at}/saisie`, { version: fieldOn(html, 'version'), [numbers[0]?.[1] ?? '']: '11' });
    expect((await as(who).post(`${at}/saisie/terminee`, {})).status).toBe(303);
  }
  const account = async () =>
    (await readAccounts(db, await shippedCatalogue(), PLACE, [alpha.enrolment.id]))[0]?.units.find(
      ({ id }) => id === 'U20',
    )?.outcome;
  expect(await account()).toEqual({ code: 'absent' });
  expect((await lock()).status).toBe(303);
  expect(await account()).toEqual({ code: 'mark', halfPoints: 22 });
  const page = await read(`${AT}?session=${SESSION}`);
  expect(page).toContain("Aucune absence n'attend");
  expect(page).toMatch(
    /Réglées \(1\) .*Alpha .*Accordée le 20\/06\/2024\. « Absence justifiée dans les délais\. » Justificatif du 18\/06\/2024\. 11, notes verrouillées le 12 septembre 2024, 18 h 00/,
  );
  // Sat already: nothing is taken back any more.
  expect((await decide('3', 'refused')).status).toBe(404);
});
