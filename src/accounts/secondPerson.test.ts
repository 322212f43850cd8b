import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { migrate } from '../platform/database/migrate.ts';
import { transact } from '../platform/database/transact.ts';
import { type Act, SYSTEM } from '../platform/journal.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { emptyDatabase, ownDatabase } from '../testing/database.ts';
import { runs } from '../testing/properties.ts';
import { broughtIn, nobodyBroughtIn } from '../testing/staff.ts';
import type { AccountId, Role } from './account.ts';
import { changeStaff, createStaff, setStaffDisabled } from './actions/staff.ts';
import { confirmAccess } from './actions/staffProposals.ts';
import { accountMigrations } from './migrations.ts';
import { type Approval, secondPerson, whyNotSecond } from './secondPerson.ts';
import { whyOnePerson } from './secondPersonTexts.ts';
import { confirmPlacings } from './store/confirmations.ts';
import { findStaff } from './store/staff.ts';
import { testDeps } from './testing.ts';

/** The cases of decision 100, walked one by one. */

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const deps = testDeps(db);

const ACADEMY = 'clermont';
const DAYS = 30;
const acting = (by: AccountId | null): Act => (by === null ? SYSTEM : { ...SYSTEM, actor: { kind: 'staff', id: by } });
let made = 0;
async function aMember(name: string, by: AccountId | null, role: Role = 'head'): Promise<AccountId> {
  made += 1;
  const form = { academy: ACADEMY, role, name, address: `n.${made}@ac-clermont.fr`, portfolios: ['G2'] };
  const created = await transact(db, (tx) => createStaff(deps, tx, acting(by), form, null));
  if (!created.ok) throw new Error(created.error.code);
  return created.value;
}
const asked = (by: string, ...wrote: readonly string[]) =>
  transact(db, (tx) => secondPerson(tx, { by, wrote, days: DAYS }));
const chain = async (by: string, ...wrote: readonly string[]): Promise<string | null> => {
  const why = await whyNotSecond(db, { by, wrote, days: DAYS });
  return why === null ? null : whyOnePerson(why).replaceAll('\u00a0', ' ');
};

describe('A second person', () => {
  it('is another whom nothing binds to who wrote; their yes bears their name', async () => {
    const [ada, bob] = [await aMember('Ada', null), await aMember('Bob', null)];
    expect(await asked(bob, ada)).toMatchObject({ ok: true, value: { by: bob } });
    expect(await asked(bob, ada, bob)).toMatchObject({ ok: false, error: { code: 'one-person', links: [] } });
    expect(await chain(bob, bob)).toBe("Vous l'avez écrit ou proposé : une autre personne doit l'approuver.");
    await expect(asked(bob)).rejects.toThrow('first person');
  });

  it('isn’t who was brought in by who wrote, nor who brought them in (a puppet)', async () => {
    const ada = await aMember('Ada Nord', null);
    const puppet = await aMember('Yann Sud', ada);
    expect(await chain(puppet, ada)).toMatch(
      /^Vous et qui l'a écrit ou proposé ne comptez que pour une personne, par ce qui a été fait il y a moins de 30 jours : accès donné à Yann Sud \(vous\) par Ada Nord le .*\. Une autre personne/,
    );
    expect(await chain(ada, puppet)).toContain('accès donné à Yann Sud par Ada Nord (vous)');
  });

  it('isn’t at the end of a chain of three, nor beside another whom the same third brought in', async () => {
    const ada = await aMember('Ada', null);
    const yann = await aMember('Yann', ada);
    const zoe = await aMember('Zoé', yann);
    const max = await aMember('Max', ada);
    expect(await chain(zoe, ada)).toMatch(/à Zoé \(vous\) par Yann le .* ; accès donné à Yann par Ada le/);
    expect(await chain(zoe, max)).toMatch(/à Zoé \(vous\) par Yann le .* à Yann par Ada le .* à Max par Ada le/);
    expect(await chain(zoe, await aMember('Ida', null))).toBeNull();
  });

  it('stays bound by a chain of which an account is gone, row and all', async () => {
    const ada = await aMember('Ada', null);
    const yann = await aMember('Yann', ada);
    const zoe = await aMember('Zoé', yann);
    await sql`delete from auth_user where id = ${yann}`.execute(db);
    expect(await chain(zoe, ada)).toMatch(
      /à Zoé \(vous\) par un compte supprimé le .* à un compte supprimé par Ada le/,
    );
    await expect(sql`delete from staff_placing where account_id = ${yann}`.execute(db)).rejects.toThrow('kept');
    await expect(sql`update staff_placing set by_id = null`.execute(db)).rejects.toThrow('kept');
    await expect(sql`delete from staff_placing_confirmed`.execute(db)).rejects.toThrow('kept');
  });

  it('isn’t who had another role, or their access again, from who wrote', async () => {
    const [ada, bob] = [await aMember('Ada', null), await aMember('Bob', null, 'officer')];
    const place = { academy: ACADEMY, name: 'Bob', portfolios: [] };
    await transact(db, (tx) =>
      changeStaff(deps, tx, acting(ada), bob, {
        ...place,
        name: 'Bob R.',
        role: 'officer',
        portfolios: ['G2'],
        version: 1,
      }),
    );
    expect(await chain(bob, ada)).toBeNull();
    await transact(db, (tx) => changeStaff(deps, tx, acting(ada), bob, { ...place, role: 'jury', version: 2 }));
    expect(await chain(bob, ada)).toContain('fonction changée à Bob (vous) par Ada');
    const cid = await aMember('Cid', null);
    for (const closed of [true, false])
      await transact(db, (tx) => setStaffDisabled(deps, tx, acting(ada), ACADEMY, cid, closed));
    expect(await chain(cid, ada)).toContain('accès rouvert à Cid (vous) par Ada');
  });

  it('is anybody again after the days, whatever the last of them was', async () => {
    const [ada, bob] = [await aMember('Ada', null), await aMember('Bob', null)];
    await broughtIn(db, bob, ada, 31);
    expect(await chain(bob, ada)).toBeNull();
    await broughtIn(db, bob, ada, 29);
    expect(await chain(bob, ada)).toContain('accès donné à Bob (vous) par Ada');
  });

  it('is who was brought in, once an independent second person confirmed it', async () => {
    const [ada, ida] = [await aMember('Ada', null), await aMember('Ida', null)];
    const bob = await aMember('Bob', ada);
    const puppet = await aMember('Yann', ada);
    expect((await asked(puppet, ada, bob)).ok, 'a puppet confirms nobody').toBe(false);
    const yes = await asked(ida, ada, bob);
    if (!yes.ok) throw new Error(yes.error.code);
    const approval: Approval = yes.value;
    await db.transaction().execute((tx) => confirmPlacings(tx, bob, approval));
    expect(await chain(bob, ada)).toBeNull();
    expect(await chain(puppet, bob)).toBeNull();
    await nobodyBroughtIn(db);
  });
});

describe('What was known of who brought in whom before', () => {
  it('is in the history, with its day', async () => {
    const { '800-placings': _, ...before } = accountMigrations;
    const older = await emptyDatabase([platformMigrations, before]);
    await sql`insert into auth_user (id, name, email) select gen_random_uuid(), '', n || '@ac.fr' from unnest(array['ada', 'bob', 'cid']) n`.execute(
      older.db,
    );
    await sql`insert into staff (account_id, academy, role, name) select id, 'clermont', 'head', email from auth_user`.execute(
      older.db,
    );
    await sql`update staff set placed_by = (select id from auth_user where email = 'ada@ac.fr'),
      placed_at = now() - case name when 'bob@ac.fr' then interval '3 days' else interval '40 days' end where name <> 'ada@ac.fr'`.execute(
      older.db,
    );
    await migrate(older.db, [platformMigrations, accountMigrations]);
    const { rows } = await sql<{ id: string }>`select account_id as id from staff order by name`.execute(older.db);
    const [ada = '', bob = '', cid = ''] = rows.map(({ id }) => id);
    const why = await whyNotSecond(older.db, { by: bob, wrote: [ada], days: DAYS });
    expect(why?.links).toMatchObject([{ who: bob, by: ada, kind: 'earlier' }]);
    expect(await whyNotSecond(older.db, { by: cid, wrote: [ada], days: DAYS })).toBeNull();
    await older.close();
  });
});

/** Whatever a manager of the staff may do to another account, by whom, of whom. */
const doing = fc.record({
  what: fc.constantFrom('open', 'change', 'reopen', 'confirm'),
  by: fc.nat(5),
  whom: fc.nat(5),
});

describe('Within the days nobody alone, with as many mail boxes as they like,', () => {
  it('carries out an act of two, through the acts themselves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { minLength: 1, maxLength: 10 }), async (acts) => {
        const mine = [await aMember('Moi', null)];
        const honest = [await aMember('Ada', null)];
        for (const { what, by, whom } of acts) {
          // Theirs act on theirs; beside them somebody else brings in people of their own.
          const [actor, target] = [mine[by % mine.length] ?? mine[0], mine[whom % mine.length] ?? mine[0]];
          if (actor === undefined || target === undefined) throw new Error('Somebody is there');
          if (what === 'open') {
            mine.push(await aMember('À moi aussi', actor, 'officer'));
            honest.push(await aMember('À Ada', honest[0] ?? null, 'officer'));
          }
          if (actor === target) continue;
          if (what === 'change') await raised(actor, target);
          if (what === 'reopen')
            for (const closed of [true, false])
              await transact(db, (tx) => setStaffDisabled(deps, tx, acting(actor), ACADEMY, target, closed));
          if (what === 'confirm')
            await transact(db, (tx) =>
              confirmAccess(tx, acting(actor), { member: target, academy: ACADEMY, by: actor, days: DAYS }),
            );
        }
        for (const one of mine)
          for (const other of mine) expect((await asked(one, other)).ok, `${one} approves ${other}`).toBe(false);
        // And it stops nobody else.
        for (const one of mine) expect((await asked(one, honest.at(-1) ?? '')).ok).toBe(true);
      }),
      runs(12),
    );
  });
});

async function raised(by: AccountId, whom: AccountId): Promise<void> {
  const [known] = await findStaff(db, ACADEMY, whom);
  const change = { academy: ACADEMY, name: known?.name ?? '', portfolios: [], version: known?.rowVersion ?? 0 };
  const role = known?.role === 'jury' ? 'centre' : 'jury';
  await transact(db, (tx) => changeStaff(deps, tx, acting(by), whom, { ...change, role }));
}
