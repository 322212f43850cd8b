import { expect, it } from 'vitest';
import { accountMigrations } from '../accounts/index.ts';
import { decisionMigrations } from '../decisions/index.ts';
import { createEventBus } from '../platform/events.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { ownDatabase } from '../testing/database.ts';
import { aDraft, ORDINARY_DAY, register, setClock, shippedCatalogue } from '../testing/enrolments.ts';
import { enrolmentMigrations } from './migrations.ts';
import { hasRegistered } from './store.ts';

const { db } = await ownDatabase([platformMigrations, accountMigrations, decisionMigrations, enrolmentMigrations]);

it('Civil status is locked from the first *Enregistrer* on, not by a draft', async () => {
  const options = { events: createEventBus(), catalogue: await shippedCatalogue() };
  await setClock(db, ORDINARY_DAY);
  const { candidate, enrolment } = await aDraft(db, options);
  expect(await hasRegistered(db, candidate.accountId)).toBe(false);
  await register(db, options, candidate, enrolment.id);
  expect(await hasRegistered(db, candidate.accountId)).toBe(true);
});
