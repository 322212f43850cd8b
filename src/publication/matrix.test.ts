import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../accounts/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { EVERY_ROLE, stage } from '../testing/stage.ts';
import { aVerdict, COIFFURE, publicationRoom, SESSION } from './testing.ts';

/** Every route of the room × everybody who may knock, with the address of a real publication and a real enrolment. */
type Person = 'visitor' | 'head elsewhere' | 'candidate' | 'other candidate' | Role;
const PEOPLE: readonly Person[] = ['visitor', 'head elsewhere', 'candidate', 'other candidate', ...ROLES];

const { as, candidates, verdicts, routes, staff } = await stage(publicationRoom(), {
  staff: { ...EVERY_ROLE, 'head elsewhere': { role: 'head', academy: 'lyon' } },
  candidates: { candidate: {}, 'other candidate': {} },
  on: '2024-07-02T10:00:00+02:00',
});
for (const one of Object.values(candidates)) verdicts.push(aVerdict(one.enrolment, { U10: 12 }));
const enrolment = candidates.candidate.enrolment.id;
await staff.head.get('/gestion/publication');
const made = await staff.head.post('/gestion/publication/preparer', { session: SESSION, specialites: COIFFURE });
const publication = /publication\/([\w-]+)/.exec(made.location)?.[1] ?? '';
expect(publication).not.toBe('');

function expected(person: Person, { path: address }: Route): 'opens' | 'sign in' | 'not found' {
  if (address === '/resultats') return 'opens';
  if (person === 'visitor') return 'sign in';
  if (address.startsWith('/candidatures')) return person === 'candidate' ? 'opens' : 'not found';
  if (address.includes(':id')) return person === 'head' ? 'opens' : 'not found';
  if (address.startsWith('/gestion/amenagements')) return person === 'accommodation' ? 'opens' : 'not found';
  return person === 'head' || person === 'head elsewhere' ? 'opens' : 'not found';
}

describe.each(PEOPLE)('The publication for %s', (person) => {
  it('opens what is theirs and nothing else', async () => {
    expect(routes.length).toBeGreaterThan(7);
    const browser = as(person);
    await browser.get(person === 'visitor' ? '/connexion' : '/compte');
    for (const route of routes) {
      const address = route.path.replace(':id', route.path.startsWith('/candidatures') ? enrolment : publication);
      const answer = route.method === 'GET' ? await browser.get(address) : await browser.post(address, {});
      const label = `${person}: ${route.method} ${address}`;
      const outcome = expected(person, route);
      // No decision, no request and no script bears that name.
      const unseen = /\/preparer$|:decision|:demande|:copie/.test(address) ? [404] : [];
      if (outcome === 'sign in')
        expect([answer.status, answer.location], label).toEqual([303, expect.stringMatching(/^\/connexion/)]);
      else if (outcome === 'not found') expect([answer.status, answer.body], label).toEqual([404, 'standing 404']);
      else expect([200, 303, 403, 409, 422, ...unseen], label).toContain(answer.status);
    }
  });
});

describe('What is published', () => {
  it('is read by one file of the sources alone, and by what a candidate takes away, which asks what is announced', () => {
    const source = path.join(import.meta.dirname, '..');
    const named = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (name) =>
        /(?<!\.test)\.tsx?$/.test(name) &&
        !name.endsWith('.d.ts') &&
        // Says in words what each table keeps, and asks none.
        name !== path.join('public', 'keptTables.ts') &&
        /\b(published_result|visible_result)\b/.test(readFileSync(path.join(source, name), 'utf8')),
    );
    expect(named.toSorted()).toEqual([
      ...['candidate/ownData/ownRows.ts', 'candidate/ownData/ownTables.ts'],
      ...['publication/migrations.ts', 'publication/store/results.ts'],
    ]);
  });
});
