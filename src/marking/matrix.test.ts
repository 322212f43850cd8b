import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../accounts/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { EVERY_ROLE, stage } from '../testing/stage.ts';
import { markingRoom } from './testing.ts';

/** Every route of the room × everybody who may knock. */
type Person = 'visitor' | 'examiner elsewhere' | Role;
const PEOPLE: readonly Person[] = ['visitor', 'examiner elsewhere', ...ROLES];

const { as, routes, staff } = await stage(markingRoom, {
  staff: { ...EVERY_ROLE, 'examiner elsewhere': { role: 'examiner', academy: 'lyon' } },
});
const OPEN = /\/(droit|travailleur)/;

function expected(person: Person, { path }: Route): 'opens' | 'sign in' | 'not found' {
  if (OPEN.test(path)) return 'opens';
  if (person === 'visitor') return 'sign in';
  return person.startsWith('examiner') ? 'opens' : 'not found';
}

describe.each(PEOPLE)('Named marking for %s', (person) => {
  it('opens what is theirs and nothing else', async () => {
    expect(routes).toHaveLength(8);
    const browser = as(person);
    await browser.get(person === 'visitor' ? '/connexion' : '/compte');
    for (const route of routes) {
      const address = route.path.replace(':account', staff.examiner.id);
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
