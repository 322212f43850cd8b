import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../accounts/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { EVERY_ROLE, stage } from '../testing/stage.ts';
import { manyEntrants, marksRoom, SESSION } from './testing.ts';

/** Every route of the room × everybody who may knock, with the address of a real batch. */
type Person = 'visitor' | 'other clerk' | 'clerk elsewhere' | 'head elsewhere' | Role;
const PEOPLE: readonly Person[] = ['visitor', 'other clerk', 'clerk elsewhere', 'head elsewhere', ...ROLES];

const space = await stage(marksRoom, {
  staff: {
    ...EVERY_ROLE,
    'other clerk': 'jury',
    'clerk elsewhere': { role: 'jury', academy: 'lyon' },
    'head elsewhere': { role: 'head', academy: 'lyon' },
  },
});
const { db, as, catalogue, routes, staff } = space;
await manyEntrants(db, space, catalogue, 1);
await staff.head.get('/gestion/notes');
await staff.head.post('/gestion/notes/lots', { session: SESSION });
const { rows } = await sql<{ id: string }>`select id from mark_batch`.execute(db);
const id = rows[0]?.id ?? '';
await staff.head.post('/gestion/notes/personnes', { lots: id, premiere: staff.jury.id });
expect(staff['other clerk'].id).not.toBe('');

const OWN = /\/(saisie|fichier|modele)/;

function expected(person: Person, { path: address }: Route): 'opens' | 'sign in' | 'not found' {
  if (person === 'visitor') return 'sign in';
  if (address === '/gestion/notes')
    return person.includes('clerk') || person.includes('head') || person === 'jury' ? 'opens' : 'not found';
  if (!address.includes(':id')) return person === 'head' || person === 'head elsewhere' ? 'opens' : 'not found';
  return person === (OWN.test(address) ? 'jury' : 'head') ? 'opens' : 'not found';
}

describe.each(PEOPLE)('The marks for %s', (person) => {
  it('open what is theirs and nothing else', async () => {
    expect(routes.length).toBeGreaterThan(20);
    const browser = as(person);
    await browser.get(person === 'visitor' ? '/connexion' : '/compte');
    for (const route of routes) {
      const address = route.path
        .replace(':id', id)
        .replace(/:(lift|import|sheet)/, '00000000-0000-4000-8000-000000000000');
      const answer =
        route.method === 'GET'
          ? await browser.get(address)
          : route.upload
            ? await browser.upload(address, {}, Buffer.from('x'), 'x.csv')
            : await browser.post(address, {});
      const label = `${person}: ${route.method} ${address}`;
      const outcome = expected(person, route);
      const unseen = /000000|\/lots$/.test(address) ? [404] : [];
      if (outcome === 'sign in')
        expect([answer.status, answer.location], label).toEqual([303, expect.stringMatching(/^\/connexion/)]);
      else if (outcome === 'not found') expect([answer.status, answer.body], label).toEqual([404, 'standing 404']);
      else expect([200, 303, 409, 422, ...unseen], label).toContain(answer.status);
    }
  });
});

describe('Whose a script is', () => {
  it('is read by one file of the sources alone', () => {
    const source = path.join(import.meta.dirname, '..');
    const named = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (name) =>
        /(?<!\.test)\.tsx?$/.test(name) &&
        !name.endsWith('.d.ts') &&
        readFileSync(path.join(source, name), 'utf8').includes('mark_identity'),
    );
    // The page on personal data says its name alone; what a candidate takes away asks for their own, once it is announced.
    expect(named.toSorted()).toEqual([
      ...['candidate/ownData/ownTables.ts', 'marks/migrations.ts', 'marks/store/identities.ts'],
      'public/keptTables.ts',
    ]);
  });
});
