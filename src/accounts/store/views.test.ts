import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { columns, day, id, instant, nullable, oneOf, text, uuid } from '../../platform/database/columns.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { type AccountId, CIVILITIES } from '../account.ts';
import { signUp } from '../actions/signUp.ts';
import { accountMigrations } from '../migrations.ts';
import { aSignUp, CAMILLE, testDeps } from '../testing.ts';

const { db } = await ownDatabase([platformMigrations, accountMigrations]);

const IDENTITY = columns({
  account_id: id<AccountId>(),
  civility: oneOf(CIVILITIES),
  birth_name: text,
  usage_name: nullable(text),
  first_names: text,
  birth_date: day,
  birth_country: text,
  address: text,
});

describe('What other rooms read of a candidate', () => {
  it('is who they are on paper and where their mail goes; nothing of the account', async () => {
    await signUp(testDeps(db), aSignUp('camille@domaine.fr'), { network: '10.1.1.1', key: null }, SYSTEM);
    const [person, ...others] = await IDENTITY.all(db, sql`select * from candidate_identity`);
    expect(others).toEqual([]);
    expect(person).toMatchObject({
      civility: 'MME',
      birth_name: CAMILLE.birthName,
      first_names: CAMILLE.firstNames,
      birth_date: CAMILLE.birthDate,
      address: 'camille@domaine.fr',
    });
  });
});

describe('What the office reads of lost mail boxes', () => {
  it('is which file waits for a second person, and no address', async () => {
    const row = columns({ id: uuid, academy: text, stream: text, proposed_by: uuid, proposed_at: instant });
    await sql`insert into address_recovery (id, account_id, academy, stream, state, former_address, new_address, proof, seen_on, proposed_by)
      select gen_random_uuid(), id, 'clermont', 'enrolment:x', 'proposed', email, 'neuve@domaine.fr', 'passport', '2023-11-14', gen_random_uuid() from auth_user`.execute(
      db,
    );
    const [waiting, ...others] = await row.all(db, sql`select * from address_recovery_waiting`);
    expect([waiting?.academy, waiting?.stream, others]).toEqual(['clermont', 'enrolment:x', []]);
  });
});
