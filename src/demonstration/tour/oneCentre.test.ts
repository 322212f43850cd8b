import { expect, it } from 'vitest';
import { accountId } from '../../accounts/index.ts';
import { examAddresses } from '../../exam/index.ts';
import { aCentre, aSeat, examRoom, placedSeats, SESSION } from '../../testing/examSite.ts';
import { stage } from '../../testing/stage.ts';
import { oneCentre } from './find.ts';

const {
  db,
  catalogue,
  registered,
  staff: { head },
} = await stage(examRoom(), { staff: { head: 'head' } });

it('the centre of a stop is where most people sit, else any that the session uses, else none', async () => {
  const found = (academy = 'clermont') =>
    oneCentre({
      db,
      catalogue,
      person: {
        accountId: accountId(head.id),
        displayName: 'Head',
        staff: { academy, role: 'head', disabled: false },
      },
      portfolios: [],
    });
  expect(await found()).toBeNull();
  const empty = await aCentre(db, ['A'], { code: 'AAA' });
  expect(await found()).toBe(examAddresses.centre(empty.id, { session: SESSION }));
  const full = await aCentre(db, ['B'], { code: 'BBB' });
  await placedSeats(db, full.rooms, [aSeat(await registered(), 'U20', '2024-06-03T09:00')]);
  expect(await found()).toBe(examAddresses.centre(full.id, { session: SESSION }));
  expect(await found('lyon')).toBeNull();
});
