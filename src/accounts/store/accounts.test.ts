import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { signUp } from '../actions/signUp.ts';
import { modeSoFar } from '../demonstration.ts';
import { accountMigrations } from '../migrations.ts';
import { aSignUp, testDeps } from '../testing.ts';
import { expired, findByAddress } from './accounts.ts';
import { insertStaff } from './staff.ts';

const { db } = await ownDatabase([platformMigrations, accountMigrations]);

const join = (address: string) => signUp(testDeps(db), aSignUp(address), { network: '10.1.1.1', key: null }, SYSTEM);

describe('A database from before it said what it is for', () => {
  it('is a demonstration if its staff have its addresses, whatever candidates chose; new, it is neither', async () => {
    expect(await modeSoFar(db)).toBeNull();
    await join('camille@demo.registre.fr');
    expect(await modeSoFar(db)).toBe('production');
    const found = await findByAddress(db, 'camille@demo.registre.fr');
    if (found === null) throw new Error('nobody');
    const place = { academy: 'clermont', role: 'head', name: 'C.' } as const;
    await db.transaction().execute((tx) => insertStaff(tx, found.accountId, place));
    expect(await modeSoFar(db)).toBe('demonstration');
  });
});

describe('Every night', () => {
  it('dead links and sessions are forgotten, living ones stay', async () => {
    await join('paul@domaine.fr');
    await sql`insert into auth_session (id, token, user_id, expires_at)
      select gen_random_uuid(), age, u.id, now() + age::interval from auth_user u, unnest(array['1 hour', '-1 second']) age
      where u.email = 'paul@domaine.fr'`.execute(db);
    await sql`insert into auth_verification (id, identifier, value, expires_at)
      select gen_random_uuid(), age, age, now() + age::interval from unnest(array['1 hour', '-1 second']) age`.execute(
      db,
    );
    await db.transaction().execute(expired.erase);
    expect(await db.selectFrom('auth_session').select('token').execute()).toEqual([{ token: '1 hour' }]);
    expect(
      await db
        .selectFrom('auth_verification')
        .select('value')
        .where('identifier', 'in', ['1 hour', '-1 second'])
        .execute(),
    ).toEqual([{ value: '1 hour' }]);
  });
});
