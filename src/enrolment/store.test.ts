import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountMigrations } from '../accounts/index.ts';
import { decisionMigrations } from '../decisions/index.ts';
import { createEventBus } from '../platform/events.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import { aDraft, ORDINARY_DAY, register, setClock, shippedCatalogue } from '../testing/enrolments.ts';
import { enrolmentMigrations } from './migrations.ts';
import { hasRegistered } from './store.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await emptyDatabase([platformMigrations, accountMigrations, decisionMigrations, enrolmentMigrations]);
});
afterAll(() => test.close());

it('Civil status is locked from the first *Enregistrer* on, not by a draft', async () => {
  const options = { events: createEventBus(), catalogue: await shippedCatalogue() };
  await setClock(test.db, ORDINARY_DAY);
  const { candidate, enrolment } = await aDraft(test.db, options);
  expect(await hasRegistered(test.db, candidate.accountId)).toBe(false);
  await register(test.db, options, candidate, enrolment.id);
  expect(await hasRegistered(test.db, candidate.accountId)).toBe(true);
});
