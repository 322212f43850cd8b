import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../accounts/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import { type Browser, shippedCatalogue } from '../testing/enrolments.ts';
import { aCentre } from '../testing/exam.ts';
import { aStaffMember, signedIn } from '../testing/staff.ts';
import { keepCentre, openSpace, ROOMS, type Space } from './testing.ts';

/** Every route of the room × everybody who may knock. */
type Person = 'visitor' | 'keeper of nothing' | 'keeper elsewhere' | 'head elsewhere' | Role;
const PEOPLE: readonly Person[] = ['visitor', 'keeper of nothing', 'keeper elsewhere', 'head elsewhere', ...ROLES];

let test: TestDatabase;
let space: Space;
let keeperId = '';
const browsers = new Map<Person, Browser>();

beforeAll(async () => {
  test = await emptyDatabase(ROOMS);
  space = await openSpace(test.db, await shippedCatalogue());
  const enter = async (person: Person, role: Role, academy = 'clermont'): Promise<string> => {
    const member = await aStaffMember(test.db, space.site.accounts, role, academy);
    browsers.set(person, await signedIn(space.site, member.address));
    return member.id;
  };
  browsers.set('visitor', space.site.browser());
  const { id } = await aCentre(test.db, ['A']);
  for (const role of ROLES) {
    const account = await enter(role, role);
    if (role === 'centre') keeperId = account;
  }
  await keepCentre(test.db, keeperId, id);
  await enter('keeper of nothing', 'centre');
  await enter('keeper elsewhere', 'centre', 'lyon');
  await enter('head elsewhere', 'head', 'lyon');
});
afterAll(async () => {
  await space.end();
  await test.close();
});

const OPEN = /^\/centre\/(droit|travailleur)/;

function expected(person: Person, { path }: Route): 'opens' | 'sign in' | 'not found' {
  if (OPEN.test(path)) return 'opens';
  if (person === 'visitor') return 'sign in';
  const theirs = path.startsWith('/centre') ? person === 'centre' || person.startsWith('keeper') : person === 'head';
  return theirs ? 'opens' : 'not found';
}

describe.each(PEOPLE)('The check-in for %s', (person) => {
  it('opens what is theirs and nothing else', async () => {
    expect(space.routes.length).toBe(15);
    const browser = browsers.get(person) ?? space.site.browser();
    await browser.get(person === 'visitor' ? '/connexion' : '/compte');
    for (const route of space.routes) {
      const address = route.path.replace(':account', keeperId);
      const answer = route.method === 'GET' ? await browser.get(address) : await browser.post(address, {});
      const label = `${person}: ${route.method} ${address}`;
      const outcome = expected(person, route);
      if (outcome === 'sign in')
        expect([answer.status, answer.location], label).toEqual([303, expect.stringMatching(/^\/connexion/)]);
      else if (outcome === 'not found') expect([answer.status, answer.body], label).toEqual([404, 'standing 404']);
      else expect([200, 303, 400, 409, 422], label).toContain(answer.status);
    }
  });
});
