import { afterAll, describe, expect, it } from 'vitest';
import { page, type Route, route } from '../platform/http/visit.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { ownDatabase } from '../testing/database.ts';
import { OFFICE_ROLES, ROLES, type Role } from './account.ts';
import type { Accounts } from './createAccounts.ts';
import { accountMigrations } from './migrations.ts';
import { type Browser, openSite } from './testingSite.ts';

type Person = Role | 'candidate' | 'visitor';
const PEOPLE: readonly Person[] = ['visitor', 'candidate', ...ROLES];

/** Each kind of route: who gets in. The others: 404, as if it didn't exist; a visitor is asked to sign in. */
const KINDS: Readonly<Record<string, readonly Person[]>> = {
  '/t/candidate': ['candidate'],
  '/t/staff': ROLES,
  '/t/officer': ['officer'],
  '/t/head-or-admin': ['head', 'admin'],
  '/t/accommodation': ['accommodation'],
  '/t/jury': ['jury'],
  '/t/centre': ['centre'],
  '/t/office': ['officer', 'accommodation', 'jury', 'head', 'admin'],
  '/t/signed-in': ['candidate', ...ROLES],
  '/t/anyone': PEOPLE,
};

const routesOf = ({ guards }: Accounts): readonly Route[] => {
  const on = (path: string, who: Route['who']): Route =>
    route({ method: 'GET', path, who, handle: async (_visit, grant) => page(JSON.stringify(grant)) });
  return [
    on('/t/candidate', guards.candidate),
    on('/t/staff', guards.staff()),
    on('/t/officer', guards.staff('officer')),
    on('/t/head-or-admin', guards.staff('head', 'admin')),
    on('/t/accommodation', guards.staff('accommodation')),
    on('/t/jury', guards.staff('jury')),
    on('/t/centre', guards.staff('centre')),
    on('/t/office', guards.staff(...OFFICE_ROLES)),
    on('/t/signed-in', guards.signedIn),
    on('/t/anyone', guards.anyone),
  ];
};

const browsers = new Map<Person, Browser>();
const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const site = await openSite(db, {}, routesOf);
const accounts = await site.accounts.ensureDemonstrationAccounts('clermont-ferrand', ['G1', 'G2']);
for (const person of PEOPLE) {
  const browser = site.browser();
  browsers.set(person, browser);
  const account = accounts.find((one) => one.role === person);
  if (account === undefined) continue;
  await browser.get('/connexion');
  const entered = await browser.post('/connexion', { address: account.address, password: account.password });
  const home = { candidate: '/candidatures', centre: '/centre', examiner: '/commission' }[String(person)] ?? '/gestion';
  expect(entered.location).toBe(home);
}
afterAll(async () => {
  await site.server.close();
});

describe.each(Object.entries(KINDS))('%s', (path, admitted) => {
  it.each(PEOPLE)('for %s', async (person) => {
    const answer = await browsers.get(person)?.get(path);
    const expected = admitted.includes(person) ? 200 : person === 'visitor' ? 303 : 404;
    expect(answer?.status).toBe(expected);
    if (expected === 303) expect(answer?.location).toBe(`/connexion?suite=${encodeURIComponent(path)}`);
  });
});

describe('What a route learns of the person', () => {
  it('is the office’s part for staff', async () => {
    const { body = '' } = (await browsers.get('officer')?.get('/t/officer')) ?? {};
    expect(JSON.parse(body)).toMatchObject({
      kind: 'staff',
      role: 'officer',
      academy: 'clermont-ferrand',
      portfolios: ['G1'],
      displayName: 'Sacha Marmont',
    });
  });

  it('is civil status for a candidate, and nothing for a visitor', async () => {
    const { body = '' } = (await browsers.get('candidate')?.get('/t/candidate')) ?? {};
    expect(JSON.parse(body)).toMatchObject({
      kind: 'candidate',
      displayName: 'Camille Démonstration',
      candidate: { birthName: 'Démonstration', birthDate: '1998-05-30', activated: true },
    });
    expect((await browsers.get('visitor')?.get('/t/anyone'))?.body).toBe('null');
    expect(body).not.toMatch(/token|argon2/);
  });

  it('is the account page of staff too, without civil status', async () => {
    const answer = await browsers.get('officer')?.get('/compte');
    expect(answer?.body).toContain('Sacha Marmont');
    expect((await browsers.get('officer')?.get('/compte/etat-civil'))?.status).toBe(404);
  });
});
