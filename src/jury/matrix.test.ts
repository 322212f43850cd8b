import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../accounts/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { readAccounts } from '../results/index.ts';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import { type Browser, registeredEnrolment, shippedCatalogue } from '../testing/enrolments.ts';
import { aClosedJury, openSpace, ROOMS, type Space, signedInStaff } from './testing.ts';

/** Every route of the room × everybody who may knock, with the addresses of a closed record, its candidate, its addition and its file. */
type Person = 'visitor' | 'stranger' | 'member elsewhere' | 'head elsewhere' | Role;
const PEOPLE: readonly Person[] = ['visitor', 'stranger', 'member elsewhere', 'head elsewhere', ...ROLES];
const PLACE = { academy: 'clermont', session: 'bp-2024-clermont' };

let test: TestDatabase;
let space: Space;
let names: Readonly<Record<string, string>>;
const browsers = new Map<Person, Browser>();

beforeAll(async () => {
  test = await emptyDatabase(ROOMS);
  const catalogue = await shippedCatalogue();
  space = await openSpace(test.db, catalogue);
  const ids = new Map<Person, string>();
  const enter = async (person: Person, role: Role, academy = 'clermont'): Promise<void> => {
    const { id, browser } = await signedInStaff(test.db, space.site, role, academy);
    ids.set(person, id);
    browsers.set(person, browser);
  };
  browsers.set('visitor', space.site.browser());
  for (const role of ROLES) await enter(role, role);
  await enter('stranger', 'jury');
  await enter('member elsewhere', 'jury', 'lyon');
  await enter('head elsewhere', 'head', 'lyon');
  const { enrolment } = await registeredEnrolment(test.db, { events: space.papers.events, catalogue });
  const [account] = await readAccounts(test.db, catalogue, PLACE, [enrolment.id]);
  if (account === undefined) throw new Error('No account');
  const said = { enrolmentId: enrolment.id, decision: 'NOT_JUDGED' as const, account, juryPoints: [] };
  const jury = await aClosedJury(test.db, PLACE, [said], { chair: ids.get('jury') ?? null });
  const { rows } = await sql<{
    id: string;
  }>`insert into jury_addition (id, jury_id, academy, session, enrolment_id, kind, decision, reason, proposed_by)
    values (gen_random_uuid(), ${jury}, ${PLACE.academy}, ${PLACE.session}, ${enrolment.id}, 'decision', 'REFUSED', 'Essai', gen_random_uuid()) returning id`.execute(
    test.db,
  );
  names = { ':id': jury, ':candidat': enrolment.id, ':additif': rows[0]?.id ?? '', ':numero': '0' };
}, 600_000);
afterAll(async () => {
  await space.end();
  await test.close();
});

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
    expect(space.routes.length).toBeGreaterThan(15);
    const browser = browsers.get(person) ?? space.site.browser();
    await browser.get(person === 'visitor' ? '/connexion' : '/compte');
    for (const route of space.routes) {
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
