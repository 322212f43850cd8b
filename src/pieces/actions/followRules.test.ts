import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { accountMigrations } from '../../accounts/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import { decisionMigrations } from '../../decisions/index.ts';
import { enrolmentMigrations, registeredFile } from '../../enrolment/index.ts';
import { keptFileMigrations } from '../../keptFiles/index.ts';
import { createEventBus } from '../../platform/events.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { registeredEnrolment, reread, shippedCatalogue } from '../../testing/enrolments.ts';
import { pieceMigrations } from '../migrations.ts';
import { listPieces } from '../store/pieces.ts';
import { subscribePieces } from '../subscribe.ts';
import { followRules } from './askForPieces.ts';

const events = createEventBus();
const { db } = await ownDatabase([
  platformMigrations,
  accountMigrations,
  decisionMigrations,
  enrolmentMigrations,
  keptFileMigrations,
  pieceMigrations,
]);
const catalogue = await shippedCatalogue();
subscribePieces({ events, catalogue: () => catalogue });

it('A session put off moves the windows of a validated file and prolongs its corrections; its list stays', async () => {
  const { candidate, enrolment } = await registeredEnrolment(db, { events, catalogue });
  const session = catalogue.session(enrolment.session);
  if (session === null || session === undefined) throw new Error('No session');
  const until = session.correctionsEndAt.at;
  await sql`update enrolment set status = 'validated', validated_at = business_now()`.execute(db);
  await sql`update piece set correctable_until = ${until} where code = 'DOMICIL'`.execute(db);
  const before = await listPieces(db, enrolment.id);

  const week = { hours: 7 * 24 };
  const later: Catalogue = {
    ...catalogue,
    session: () => ({
      ...session,
      correctionsEndAt: { ...session.correctionsEndAt, at: until.add(week) },
      pieceGroups: session.pieceGroups.map((group) => ({ ...group, dueAt: group.dueAt.add(week) })),
    }),
  };
  const validated = await reread(db, candidate, enrolment.id);
  await db
    .transaction()
    .execute((tx) =>
      followRules({ catalogue: () => later, events }, tx, registeredFile(catalogue, validated, candidate), SYSTEM),
    );

  const after = await listPieces(db, enrolment.id);
  expect(after.map(({ code, dueAt }) => `${code} ${dueAt}`)).toEqual(
    before.map(({ code, dueAt }) => `${code} ${dueAt.add(week)}`),
  );
  expect(after.flatMap(({ correctableUntil }) => correctableUntil ?? [])).toEqual([until.add(week)]);
});
