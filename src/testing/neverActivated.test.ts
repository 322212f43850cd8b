import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { signUp } from '../accounts/actions/signUp.ts';
import { tellUnactivated } from '../accounts/actions/tellUnactivated.ts';
import { neverActivated, type Unactivated } from '../accounts/store/accounts.ts';
import { aSignUp, mailsTo, testDeps } from '../accounts/testing.ts';
import { accountsInUse } from '../enrolment/index.ts';
import { migrations } from '../migrations.ts';
import { createEventBus } from '../platform/events.ts';
import { SYSTEM } from '../platform/journal.ts';
import { latestMails } from '../platform/mail/outbox.ts';
import { refusedSince } from '../scope/index.ts';
import { ownDatabase } from './database.ts';
import { aDraft, ORDINARY_DAY, setClock, shippedCatalogue } from './enrolments.ts';

/** An account that nobody confirmed goes with what was typed, once its time is over; what anybody may still need stays. */
const { db } = await ownDatabase(migrations);
const of: Unactivated = {
  kept: Temporal.Duration.from({ months: 6 }),
  notice: Temporal.Duration.from({ days: 15 }),
  inUse: accountsInUse,
  refusedSince,
};
const due = neverActivated(of);
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
  // Nobody goes untold, nor within fifteen days of it.
  expect(await due.count(db)).toBe(0);
  for (const _ of [1, 2]) await tellUnactivated(testDeps(db), of);
  const told = (await latestMails(db, 50)).filter(({ template }) => template === 'account.unactivated');
  expect(told.map(({ recipient }) => recipient)).toEqual(['oubli@domaine.fr']);
  const [mail] = await mailsTo(db, 'oubli@domaine.fr');
  expect([mail?.link.pathname, mail?.values.deadline]).toEqual(['/compte/activer', 'jeudi 30\u00a0novembre\u00a02023']);
  expect(await due.count(db)).toBe(0);
  await sql`update candidate set erasure_told_at = now() - interval '16 days' where erasure_told_at is not null`.execute(
    db,
  );
  await sql`update mail set state = 'sent'`.execute(db);
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

it('is told some days before, not after; whom no mail reaches is waited for no more', async () => {
  for (const name of ['bientot', 'refuse']) await join(name);
  await sql`delete from auth_verification`.execute(db);
  const aged = (age: string) =>
    sql`update auth_user set created_at = now() - ${age}::interval where email like 'bientot@%' or email like 'refuse@%'`.execute(
      db,
    );
  const told = async () =>
    (await latestMails(db, 50)).flatMap(({ template, recipient }) =>
      template === 'account.unactivated' && /^(bientot|refuse)@/.test(recipient) ? [recipient] : [],
    );
  await sql`update mail set state = case when recipient like 'refuse@%' then 'failed' else 'sent' end`.execute(db);
  await aged('5 months');
  await tellUnactivated(testDeps(db), of);
  expect(await told()).toEqual([]);
  await aged('6 months -14 days');
  await tellUnactivated(testDeps(db), of);
  expect(await told()).toEqual(['bientot@domaine.fr']);
  await aged('7 months');
  await db.transaction().execute((tx) => due.erase(tx));
  expect((await addresses()).filter((one) => one === 'bientot' || one === 'refuse')).toEqual(['bientot']);
});
