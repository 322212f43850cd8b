import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { emptyDatabase } from '../../testing/database.ts';
import { registeredEnrolment, shippedCatalogue } from '../../testing/enrolments.ts';
import { giveFile, openBackstage, pieceOf, ROOMS } from '../../testing/officeSite.ts';
import { countMissing } from './countMissing.ts';

it('counts the pieces that are missing, and those to be done again', async () => {
  const test = await emptyDatabase(ROOMS);
  const catalogue = await shippedCatalogue();
  const back = await openBackstage(test.db, catalogue);
  const { id } = (await registeredEnrolment(test.db, { events: back.events, catalogue })).enrolment;
  const missing = async () => (await countMissing(test.db, [id])).get(id) ?? 0;
  const before = await missing();
  expect(before).toBeGreaterThan(1);
  await giveFile(test.db, back.files, await pieceOf(test.db, id, 'DOMICIL'));
  expect(await missing()).toBe(before - 1);
  await sql`update piece set status = 'non-compliant' where enrolment_id = ${id} and code = 'DOMICIL'`.execute(test.db);
  expect(await missing()).toBe(before);
  back.end();
  await test.close();
});
