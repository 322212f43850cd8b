import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { officeRoom } from '../../../testing/desk.ts';
import { aStaffMember } from '../../../testing/officeSite.ts';
import { stage } from '../../../testing/stage.ts';

const { db, site, enter, registered } = await stage(officeRoom);
const made = await registered();

/** As the outbox leaves it. */
async function aMail(account: string, state: 'failed' | 'sent'): Promise<void> {
  await sql`insert into mail (id, event_id, template, recipient, account_id, subject, body, state, created_at)
    values (gen_random_uuid(), ${randomUUID()}, 'test', 'x@y.fr', ${account}, 'Objet', '', ${state}, clock_timestamp())`.execute(
    db,
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
  const colleague = await aStaffMember(db, site.accounts, { name: 'Paul Roux' });
  const said = /Nos courriers ne parviennent pas à Paul Roux/;
  expect((await head.get('/gestion/personnel')).body).not.toMatch(said);
  await aMail(colleague.id, 'failed');
  expect((await head.get('/gestion/personnel')).body).toMatch(said);
});
