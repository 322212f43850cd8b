import { describe, expect, it } from 'vitest';
import { connectDatabase, isOutage } from '../../platform/database/database.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { accountMigrations } from '../migrations.ts';
import { testDeps } from '../testing.ts';
import { askLibrary, type KnownPassword, openLibrary } from './library.ts';
import { hashPassword, passwordMatches } from './passwords.ts';

const { db } = await ownDatabase([platformMigrations, accountMigrations]);

const body = { name: '', email: 'camille@domaine.fr', password: 'Volvic/1465' };
const enter = (known: KnownPassword) => {
  const library = openLibrary(db, testDeps(db), known);
  return askLibrary(library, ['INVALID_EMAIL_OR_PASSWORD', 'EMAIL_NOT_VERIFIED'], () =>
    library.auth.api.signInEmail({ body: { email: body.email, password: body.password } }),
  );
};

describe('better-auth on our tables', () => {
  it('takes the hash that was found to match, and no other: the password may have changed meanwhile', async () => {
    const hash = await hashPassword(body.password);
    const library = openLibrary(db, testDeps(db), { hash });
    await askLibrary(library, [], () => library.auth.api.signUpEmail({ body }));
    expect(await enter({ matched: hash })).toEqual({ refused: 'EMAIL_NOT_VERIFIED' });
    expect(await enter({ matched: await hashPassword(body.password) })).toEqual({
      refused: 'INVALID_EMAIL_OR_PASSWORD',
    });
    expect(await enter({})).toEqual({ refused: 'INVALID_EMAIL_OR_PASSWORD' });
  });

  it('lets an outage of the database be seen as one', async () => {
    const nobody = connectDatabase(
      { host: '127.0.0.1', port: 1, user: 'x', password: 'x', database: 'x' },
      () => undefined,
    );
    const library = openLibrary(nobody.db, testDeps(nobody.db));
    const fault = await askLibrary(library, [], () => library.auth.api.signUpEmail({ body })).catch(
      (error: unknown) => error,
    );
    expect(isOutage(fault)).toBe(true);
    await nobody.close();
  });
});

describe('A stored password', () => {
  it('is argon2id with 19 MiB, two passes and one lane, salted', async () => {
    const [one, other] = await Promise.all([hashPassword('Volvic/1465'), hashPassword('Volvic/1465')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await passwordMatches(one, 'Volvic/1465')).toBe(true);
    expect(await passwordMatches(one, 'volvic/1465')).toBe(false);
    expect(await passwordMatches(null, '')).toBe(false);
  });
});
