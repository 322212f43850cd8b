import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { emptyDatabase, type TestDatabase } from '../../testing/database.ts';
import { signUp } from '../actions/signUp.ts';
import { modeSoFar } from '../demonstration.ts';
import { accountMigrations } from '../migrations.ts';
import { aSignUp, testDeps } from '../testing.ts';
import { findByAddress, forgetExpired } from './accounts.ts';
import { insertStaff } from './staff.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await emptyDatabase([platformMigrations, accountMigrations]);
});
afterAll(() => test.close());

const join = (address: string) =>
  signUp(testDeps(test.db), aSignUp(address), { network: '10.1.1.1', key: null }, SYSTEM);

describe('A database from before it said what it is for', () => {
  it('is a demonstration if its staff have its addresses, whatever candidates chose; new, it is neither', async () => {
    expect(await modeSoFar(test.db)).toBeNull();
    await join('camille@demo.registre.fr');
    expect(await modeSoFar(test.db)).toBe('production');
    const found = await findByAddress(test.db, 'camille@demo.registre.fr');
    if (found === null) throw new Error('nobody');
    const place = { academy: 'clermont', role: 'head', name: 'C.' } as const;
    await test.db.transaction().execute((tx) => insertStaff(tx, found.accountId, place));
    expect(await modeSoFar(test.db)).toBe('demonstration');
  });
});

describe('Every night', () => {
  it('dead links and sessions are forgotten, living ones stay', async () => {
    await join('paul@domaine.fr');
    await sql`insert into auth_session (id, token, user_id, expires_at)
      select gen_random_uuid(), age, u.id, now() + age::interval from auth_user u, unnest(array['1 hour', '-1 second']) age
      where u.email = 'paul@domaine.fr'`.execute(test.db);
    await sql`insert into auth_verification (id, identifier, value, expires_at)
      select gen_random_uuid(), age, age, now() + age::interval from unnest(array['1 hour', '-1 second']) age`.execute(
      test.db,
    );
    await forgetExpired(test.db);
    expect(await test.db.selectFrom('auth_session').select('token').execute()).toEqual([{ token: '1 hour' }]);
    expect(
      await test.db
        .selectFrom('auth_verification')
        .select('value')
        .where('identifier', 'in', ['1 hour', '-1 second'])
        .execute(),
    ).toEqual([{ value: '1 hour' }]);
  });
});
