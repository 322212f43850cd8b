import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase, type TestDatabase } from '../../../testing/database.ts';
import {
  type Browser,
  openSite,
  registeredEnrolment,
  type Site,
  shippedCatalogue,
  type TestEnrolment,
} from '../../../testing/enrolments.ts';
import { aStaffMember, type Backstage, deskRoutes, openBackstage, ROOMS, signIn } from '../../../testing/officeSite.ts';

let test: TestDatabase;
let back: Backstage;
let site: Site;
let made: TestEnrolment;
beforeAll(async () => {
  test = await emptyDatabase(ROOMS);
  const catalogue = await shippedCatalogue();
  back = await openBackstage(test.db, catalogue);
  site = await openSite(test.db, {}, (accounts) => deskRoutes(back.depsWith(accounts)));
  made = await registeredEnrolment(test.db, { events: back.events, catalogue });
});
afterAll(async () => {
  await site.server.close();
  back.end();
  await test.close();
});

async function enter(place: Parameters<typeof aStaffMember>[2]): Promise<Browser> {
  const browser = site.browser();
  await signIn(browser, (await aStaffMember(test.db, site.accounts, place)).address);
  return browser;
}

/** As the outbox leaves it. */
async function aMail(account: string, state: 'failed' | 'sent'): Promise<void> {
  await sql`insert into mail (id, event_id, template, recipient, account_id, subject, body, state, created_at)
    values (gen_random_uuid(), ${randomUUID()}, 'test', 'x@y.fr', ${account}, 'Objet', '', ${state}, clock_timestamp())`.execute(
    test.db,
  );
}

const file = (): string => `/gestion/dossiers/${made.enrolment.id}`;

it('a candidate whose mail box refuses our mails is told to the officer of the group, until one arrives', async () => {
  const [officer, other] = [await enter({ portfolios: ['G2'] }), await enter({ portfolios: ['G1'] })];
  expect((await officer.get('/gestion')).body).not.toContain('/gestion/injoignables');
  await aMail(made.candidate.accountId, 'failed');
  expect((await officer.get('/gestion')).body).toMatch(/1\u00a0candidat ne reçoit plus nos courriers/);
  expect((await officer.get('/gestion/injoignables')).body).toContain(file());
  expect((await officer.get(file())).body).toContain("Nos courriers n'arrivent plus");
  expect((await other.get('/gestion')).body).not.toContain('/gestion/injoignables');
  expect((await other.get('/gestion/injoignables')).body).not.toContain(file());
  await aMail(made.candidate.accountId, 'sent');
  expect((await officer.get('/gestion')).body).not.toContain('/gestion/injoignables');
  expect((await officer.get('/gestion/injoignables')).body).not.toContain(file());
  expect((await officer.get(file())).body).not.toContain("Nos courriers n'arrivent plus");
});

it('a member of staff whose invitation is refused is told to who manages the staff', async () => {
  const head = await enter({ role: 'head' });
  const colleague = await aStaffMember(test.db, site.accounts, { name: 'Paul Roux' });
  const said = /Nos courriers ne parviennent pas à Paul Roux/;
  expect((await head.get('/gestion/personnel')).body).not.toMatch(said);
  await aMail(colleague.id, 'failed');
  expect((await head.get('/gestion/personnel')).body).toMatch(said);
});
