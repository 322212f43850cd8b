import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../accounts/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { readAccounts } from '../results/index.ts';
import { EVERY_ROLE, stage } from '../testing/stage.ts';
import { aClosedJury, juryRoom } from './testing.ts';

/** Every route of the room × everybody who may knock, with the addresses of a closed record, its candidate, its addition and its file. */
type Person = 'visitor' | 'stranger' | 'member elsewhere' | 'head elsewhere' | Role;
const PEOPLE: readonly Person[] = ['visitor', 'stranger', 'member elsewhere', 'head elsewhere', ...ROLES];
const PLACE = { academy: 'clermont', session: 'bp-2024-clermont' };

const { db, catalogue, as, routes, registered, staff } = await stage(juryRoom(), {
  staff: {
    ...EVERY_ROLE,
    stranger: 'jury',
    'member elsewhere': { role: 'jury', academy: 'lyon' },
    'head elsewhere': { role: 'head', academy: 'lyon' },
  },
});
const { enrolment } = await registered();
const [account] = await readAccounts(db, catalogue, PLACE, [enrolment.id]);
if (account === undefined) throw new Error('No account');
const said = { enrolmentId: enrolment.id, decision: 'NOT_JUDGED' as const, account, juryPoints: [] };
const jury = await aClosedJury(db, PLACE, [said], { chair: staff.jury.id });
const { rows } = await sql<{
  id: string;
}>`insert into jury_addition (id, jury_id, academy, session, enrolment_id, kind, decision, reason, proposed_by)
    values (gen_random_uuid(), ${jury}, ${PLACE.academy}, ${PLACE.session}, ${enrolment.id}, 'decision', 'REFUSED', 'Essai', gen_random_uuid()) returning id`.execute(
  db,
);
const names = { ':id': jury, ':candidat': enrolment.id, ':additif': rows[0]?.id ?? '', ':numero': '0' };

const MEMBERS = /^GET \/gestion\/deliberation\/:id(\/candidats(\/:candidat)?)?$|^POST .*\/confirmation$/;

function expected(person: Person, { method, path }: Route): 'opens' | 'sign in' | 'not found' {
  if (person === 'visitor') return 'sign in';
  const head = person === 'head' || person === 'head elsewhere';
  if (path === '/gestion/deliberation')
    return head || ['jury', 'stranger', 'member elsewhere'].includes(person) ? 'opens' : 'not found';
  if (!path.includes(':id')) return head ? 'opens' : 'not found';
  if (person === 'jury' && MEMBERS.test(`${method} ${path}`)) return 'opens';
  return person === 'head' ? 'opens' : 'not found';
}

describe.each(PEOPLE)('The juries for %s', (person) => {
  it('open what is theirs and nothing else', async () => {
    expect(routes.length).toBeGreaterThan(15);
    const browser = as(person);
    await browser.get(person === 'visitor' ? '/connexion' : '/compte');
    for (const route of routes) {
      const address = Object.entries(names).reduce((path, [name, value]) => path.replace(name, value), route.path);
      const answer = route.method === 'GET' ? await browser.get(address) : await browser.post(address, {});
      const label = `${person}: ${route.method} ${address}`;
      const outcome = expected(person, route);
      if (outcome === 'sign in')
        expect([answer.status, answer.location], label).toEqual([303, expect.stringMatching(/^\/connexion/)]);
      else if (outcome === 'not found') expect([answer.status, answer.body], label).toEqual([404, 'standing 404']);
      else expect([200, 303, 409, 422], label).toContain(answer.status);
    }
  });
});
