import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { createEventBus } from '../../platform/events.ts';
import { noteRefusal } from '../../platform/http/refusals.ts';
import { ownDatabase } from '../../testing/database.ts';
import { registeredEnrolment, shippedCatalogue } from '../../testing/enrolments.ts';
import { ROOMS } from '../../testing/officeSite.ts';
import { listRefusals } from './refusals.ts';

const { db } = await ownDatabase(ROOMS);

it('Refusals are those of the staff of the academy, of candidates with their file, and of visitors', async () => {
  const catalogue = await shippedCatalogue();
  const { candidate, enrolment } = await registeredEnrolment(db, { events: createEventBus(), catalogue });
  const refused = { kind: 'not-theirs', route: 'GET /x', network: '10.0.0', requestId: 'r' } as const;
  await noteRefusal(db, { ...refused, accountId: null, academy: null });
  await noteRefusal(db, { ...refused, accountId: candidate.accountId, academy: null });
  await noteRefusal(db, { ...refused, accountId: candidate.accountId, academy: null });
  await noteRefusal(db, { ...refused, accountId: randomUUID(), academy: 'clermont' });
  await noteRefusal(db, { ...refused, accountId: randomUUID(), academy: 'lyon' });

  const file = { id: enrolment.id, number: enrolment.number };
  expect(await listRefusals(db, 'clermont')).toMatchObject([
    { isStaff: true, enrolment: null, times: 1 },
    { isStaff: false, accountId: candidate.accountId, enrolment: file, times: 2 },
    { isStaff: false, accountId: null, enrolment: null, times: 1 },
  ]);
  expect((await listRefusals(db, 'lyon')).map(({ isStaff, enrolment: found }) => [isStaff, found])).toEqual([
    [true, null],
    [false, null],
    [false, null],
  ]);
});
