import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { signUp } from '../accounts/actions/signUp.ts';
import { neverActivated } from '../accounts/store/accounts.ts';
import { aSignUp, testDeps } from '../accounts/testing.ts';
import { accountsInUse } from '../enrolment/index.ts';
import { migrations } from '../migrations.ts';
import { createEventBus } from '../platform/events.ts';
import { SYSTEM } from '../platform/journal.ts';
import { ownDatabase } from './database.ts';
import { aDraft, ORDINARY_DAY, setClock, shippedCatalogue } from './enrolments.ts';

/** An account that nobody confirmed goes with what was typed, once its time is over; what anybody may still need stays. */
const { db } = await ownDatabase(migrations);
const due = neverActivated(Temporal.Duration.from({ months: 6 }), accountsInUse);
const join = (name: string, password?: string) =>
  signUp(
    testDeps(db),
    aSignUp(`${name}@domaine.fr`, password === undefined ? {} : { password }),
    { network: '10.1.1.1', key: null },
    SYSTEM,
  );
const addresses = async (): Promise<readonly string[]> =>
  (await db.selectFrom('auth_user').select('email').orderBy('email').execute()).map(({ email }) =>
    String(email.split('@')[0]),
  );

it('goes after its time with its password, the forms sent again and the words of its mails', async () => {
  for (const name of ['oubli', 'lien', 'recent', 'active', 'agent']) await join(name);
  await join('oubli', 'Un-Autre.Mot2passe');
  expect(await db.selectFrom('sign_up').select('id').execute()).toHaveLength(1);
  await setClock(db, ORDINARY_DAY);
  const { candidate } = await aDraft(db, { events: createEventBus(), catalogue: await shippedCatalogue() });
  await sql`update auth_user set email_verified = id <> ${candidate.accountId}::uuid and email = 'active@domaine.fr',
    created_at = now() - case email when 'recent@domaine.fr' then interval '5 months' else interval '7 months' end`.execute(
    db,
  );
  await sql`update auth_verification v set expires_at = now() - interval '1 day'
    where not exists (select from auth_user u where u.email = 'lien@domaine.fr' and position(u.id::text in v.value) > 0)`.execute(
    db,
  );
  await sql`insert into staff (account_id, academy, role, name) select id, 'clermont', 'officer', 'A.' from auth_user where email = 'agent@domaine.fr'`.execute(
    db,
  );
  await sql`update mail set state = 'sent'`.execute(db);
  const before = await addresses();
  const counted = await due.count(db);
  const erased = await db.transaction().execute((tx) => due.erase(tx));
  expect(counted).toBe(erased);
  expect(before.filter((one) => one !== 'oubli')).toEqual(await addresses());
  for (const table of ['sign_up', 'auth_account', 'candidate'] as const)
    expect(
      (
        await sql`select from ${sql.table(table)} t left join auth_user u on u.id = t.${sql.ref(table === 'auth_account' ? 'user_id' : 'account_id')} where u.id is null`.execute(
          db,
        )
      ).rows,
    ).toHaveLength(0);
  expect(
    (await sql`select from mail where recipient like 'oubli@%' or body like '%oubli@%'`.execute(db)).rows,
  ).toHaveLength(0);
  expect(await due.count(db)).toBe(0);
});
