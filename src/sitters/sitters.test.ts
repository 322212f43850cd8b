import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../catalogue/index.ts';
import { type Browser, MACON_WITH_HANDICAP, shippedCatalogue } from '../testing/enrolments.ts';
import { examRoom, SESSION } from '../testing/examSite.ts';
import { stage } from '../testing/stage.ts';
import { words } from '../testing/words.ts';
import { calendarClashes } from './clashes.ts';

const MACON = '45023216';
const COIFFURE = '45033608';

const shipped = await shippedCatalogue();
const { sessions } = shipped.pack;
const also = sessions.map((one) => ({ ...one, code: 'cap-other', numberPrefix: 'CAP24', label: 'autre session' }));
const both = createCatalogue({ ...shipped.pack, sessions: [...sessions, ...also] }, shipped.anchors);

const {
  db,
  deps,
  enter,
  staff: { head },
  registered,
} = await stage(examRoom(), { staff: { head: 'head' }, catalogue: both });
await registered();
await registered({ answers: MACON_WITH_HANDICAP });

const read = async (browser: Browser, cfd: string): Promise<string> =>
  words((await browser.get(`/gestion/examen/candidats?specialite=${cfd}`)).body);

describe('Who sits what', () => {
  it('is read from what was registered: no kept unit, the choice made, the optional language', async () => {
    const page = await read(head, COIFFURE);
    expect(page).toContain('1 candidat');
    expect(page).toContain('U20, U30A, U41, U42, U51, U52, U60, UF inscription pas encore validée');
    expect(page).toContain('Pas encore au calendrier : U20, U30A');
    await sql`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, material, kind)
      values (gen_random_uuid(), 'clermont', ${SESSION}, ${COIFFURE}, 'U20', '2024-06-03T07:00Z', 120, '', '')`.execute(
      db,
    );
    expect(await read(head, COIFFURE)).toContain('Pas encore au calendrier : U30A');
  });

  it('of two sessions at one hour is said where the calendar is written, with how many people', async () => {
    const place = { academy: 'clermont', session: SESSION };
    expect(await calendarClashes(db, both, place)).toEqual([]);
    await sql`insert into enrolment select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'session', 'cap-other',
      'number', 'CAP24-00001'))).* from enrolment e where speciality = ${COIFFURE}`.execute(db);
    await sql`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, material, kind) values
      (gen_random_uuid(), 'clermont', 'cap-other', ${COIFFURE}, 'U41', '2024-06-03T08:59Z', 10, '', ''),
      (gen_random_uuid(), 'clermont', 'cap-other', ${COIFFURE}, 'U42', '2024-06-03T09:00Z', 180, '', '')`.execute(db);
    const found = await calendarClashes(db, both, place);
    expect(found).toEqual([
      {
        tests: [
          { session: SESSION, speciality: COIFFURE, unit: 'U20' },
          { session: 'cap-other', speciality: COIFFURE, unit: 'U41' },
        ],
        persons: 1,
      },
    ]);
    const page = words((await head.get(`/gestion/examen/calendrier?session=${SESSION}`)).body);
    expect(page).toContain('Des candidats de deux sessions passeraient deux épreuves à la fois');
    expect(page).toMatch(/1 candidat : Coiffure, U20 .* et Coiffure, U41 \(.*\)\. Déplacez l'une des deux\./);
    await sql`delete from exam_sitting where session = 'cap-other'`.execute(db);
    await sql`delete from enrolment where session = 'cap-other'`.execute(db);
  });

  it('tells a person that a certificate is owed, where nobody wrote down for which units', async () => {
    const page = await read(head, MACON);
    expect(page).toMatch(
      /U10, U20, U30, U40, U50, U60, U70 inscription pas encore validée ; attestation de travail en hauteur non fournie/,
    );
    await sql`update piece set status = 'compliant' where code like 'R408A%'`.execute(db);
    expect(await read(head, MACON)).not.toContain('attestation');
  });

  it('is nothing under reserve, and nobody who ended is there', async () => {
    await sql`update enrolment set reserve = 'pending' where speciality = ${MACON}`.execute(db);
    expect(await read(head, MACON)).toContain('aucune inscription sous réserve');
    await sql`update enrolment set reserve = null, status = 'withdrawn', ended_at = business_now() where speciality = ${MACON}`.execute(
      db,
    );
    expect(await read(head, MACON)).not.toContain('aucune inscription sous réserve');
    expect((await head.get('/gestion/examen/candidats?specialite=x&apres=%00')).status).toBe(200);
  });

  it('is read by an officer within their groups, and says nothing of what was granted', async () => {
    const catalogue = deps.catalogue();
    const theirs = catalogue.portfolioOf({ cfd: COIFFURE }, 'clermont')?.code ?? '';
    const another = ['G1', 'G2'].find((group) => group !== theirs) ?? '';
    const mine = await enter({ role: 'officer', portfolios: [theirs] });
    expect(await read(mine, COIFFURE)).toContain('U30A');
    expect(await read(mine, COIFFURE)).not.toMatch(/santé|handicap|aménagement/i);
    const other = await enter({ role: 'officer', portfolios: [another] });
    expect(await read(other, COIFFURE)).toContain("Aucun candidat n'est inscrit");
  });
});
