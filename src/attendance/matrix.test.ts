import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../accounts/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { aCentre } from '../testing/exam.ts';
import { EVERY_ROLE, stage } from '../testing/stage.ts';
import { attendanceRoom, keepCentre } from './testing.ts';

/** Every route of the room × everybody who may knock. */
type Person = 'visitor' | 'keeper of nothing' | 'keeper elsewhere' | 'head elsewhere' | Role;
const PEOPLE: readonly Person[] = ['visitor', 'keeper of nothing', 'keeper elsewhere', 'head elsewhere', ...ROLES];

const { db, as, routes, staff } = await stage(attendanceRoom, {
  staff: {
    ...EVERY_ROLE,
    'keeper of nothing': 'centre',
    'keeper elsewhere': { role: 'centre', academy: 'lyon' },
    'head elsewhere': { role: 'head', academy: 'lyon' },
  },
});
const keeperId = staff.centre.id;
const { id } = await aCentre(db, ['A']);
await keepCentre(db, keeperId, id);

const OPEN = /^\/centre\/(droit|travailleur)/;

function expected(person: Person, { path }: Route): 'opens' | 'sign in' | 'not found' {
  if (OPEN.test(path)) return 'opens';
  if (person === 'visitor') return 'sign in';
  const theirs = path.startsWith('/centre') ? person === 'centre' || person.startsWith('keeper') : person === 'head';
  return theirs ? 'opens' : 'not found';
}

describe.each(PEOPLE)('The check-in for %s', (person) => {
  it('opens what is theirs and nothing else', async () => {
    expect(routes.length).toBe(17);
    const browser = as(person);
    await browser.get(person === 'visitor' ? '/connexion' : '/compte');
    for (const route of routes) {
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
