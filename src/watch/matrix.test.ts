import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../accounts/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { examRoom, SESSION } from '../testing/examSite.ts';
import { EVERY_ROLE, stage } from '../testing/stage.ts';

/** Every route of the room × everybody who may knock, with the addresses of real things. */
type Person = 'visitor' | 'candidate' | 'head elsewhere' | Role;
const PEOPLE: readonly Person[] = ['visitor', 'candidate', 'head elsewhere', ...ROLES];

const ids: Record<string, string> = {};

const {
  db,
  as,
  routes,
  deps,
  enter,
  candidates: { candidate },
} = await stage(examRoom(), {
  staff: { ...EVERY_ROLE, 'head elsewhere': { role: 'head', academy: 'lyon' } },
  candidates: { candidate: {} },
});
const { enrolment } = candidate;
ids.convocations = enrolment.id;
const one = async (statement: ReturnType<typeof sql<{ id: string }>>): Promise<string> =>
  (await statement.execute(db)).rows[0]?.id ?? '';
ids.centres = await one(sql`insert into exam_centre (id, academy, session, code, name, address, postcode, city)
    values (gen_random_uuid(), 'clermont', ${SESSION}, 'SECRET', 'Lycée secret', '', '63000', 'Riom') returning id`);
ids.salles = await one(sql`insert into exam_room (id, academy, session, centre_id, name, folded, capacity, accessible)
    values (gen_random_uuid(), 'clermont', ${SESSION}, ${ids.centres}, 'A', 'a', 3, true) returning id`);
ids.prets = await one(sql`insert into exam_room_loan (id, academy, room_id, borrower, first_day, last_day, said_by)
    values (gen_random_uuid(), 'clermont', ${ids.salles}, 'lyon', '2100-01-01', '2100-01-02', gen_random_uuid()) returning id`);
ids.calendrier =
  await one(sql`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, material, kind)
    values (gen_random_uuid(), 'clermont', ${SESSION}, '45033608', 'U20', '2024-06-03T07:00Z', 180, '', '') returning id`);
ids.candidats = enrolment.id;
const plan = await one(sql`insert into exam_plan (id, academy, session, number, state, ordered_by, ordered_at)
    values (gen_random_uuid(), 'clermont', ${SESSION}, 1, 'draft', gen_random_uuid(), now()) returning id`);
await sql`insert into exam_placed (plan_id, enrolment_id, centre_id) values (${plan}, ${enrolment.id}, ${ids.centres})`.execute(
  db,
);
await sql`insert into exam_unseated (plan_id, enrolment_id, unit, why) values (${plan}, ${enrolment.id}, 'U20', 'full')`.execute(
  db,
);

/** What an officer reads of it. */
const READ =
  /^\/gestion\/examen(\/centres|\/centres\/:id|\/calendrier|\/calendrier\/dessin|\/candidats|\/convocations(\.csv)?|\/plan|\/plan\/(candidats|sans-place|candidats\/:id|centres\/:id))?$/;
/** Those of a session, where there is one. */
const OF_A_SESSION = /:id|csv|^\/gestion\/examen\/plan\/./;
/** What an officer does for a candidate of theirs. */
const ACTS = /^\/gestion\/examen\/convocations\/:id\/renvoyer$/;

function mayOpen(person: Person, { method, path }: Route): boolean {
  if (person === 'head') return true;
  if (person === 'officer') return method === 'GET' ? READ.test(path) : ACTS.test(path);
  // Of their own academy, which has no session: nothing of ours.
  return person === 'head elsewhere' && method === 'GET' && READ.test(path) && !OF_A_SESSION.test(path);
}

describe.each(PEOPLE)('The exam for %s', (person) => {
  it('opens what is theirs and nothing else', async () => {
    const browser = as(person);
    await browser.get(person === 'visitor' ? '/connexion' : '/compte');
    // What ends a thing comes last.
    for (const route of routes.toSorted(
      (a, b) => Number(a.path.endsWith('supprimer')) - Number(b.path.endsWith('supprimer')),
    )) {
      const address = route.path
        .replace(':unite', 'U20')
        .replace(':id', ids[/([a-z]+)\/:id/.exec(route.path)?.[1] ?? ''] ?? 'x');
      const answer =
        route.method === 'GET'
          ? await browser.get(address)
          : route.upload
            ? await browser.upload(address, {}, Buffer.from('a;b'), 'a.csv')
            : await browser.post(address, {});
      const label = `${person}: ${route.method} ${address}`;
      if (mayOpen(person, route)) {
        expect([200, 303, 409, 422], label).toContain(answer.status);
        if (person !== 'head' && person !== 'officer') expect(answer.body, label).not.toContain('SECRET');
        expect(answer.body, label).not.toContain('santé');
      } else if (person === 'visitor')
        expect([answer.status, answer.location], label).toEqual([303, expect.stringMatching(/^\/connexion/)]);
      else expect([answer.status, answer.body], label).toEqual([404, 'standing 404']);
    }
    expect((await sql`select 1 from exam_centre`.execute(db)).rows).toHaveLength(1);
  });
});

describe('An officer', () => {
  it('reads the calendar of their specialities alone', async () => {
    const catalogue = deps.catalogue();
    const theirs = catalogue.portfolioOf({ cfd: '45033608' }, 'clermont')?.code ?? '';
    const another = ['G1', 'G2'].find((group) => group !== theirs) ?? '';
    const [coiffure, other] = [
      await enter({ role: 'officer', portfolios: [theirs] }),
      await enter({ role: 'officer', portfolios: [another] }),
    ];
    expect((await coiffure.get('/gestion/examen/calendrier')).body).toContain('Coiffure, U20');
    expect((await other.get('/gestion/examen/calendrier')).body).not.toContain('Coiffure');
    expect((await coiffure.get('/gestion/examen/centres')).body).not.toContain('importer');
  });
});
