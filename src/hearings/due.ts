import { isRunning } from '../enrolment/index.ts';
import type { DueSource } from '../pieces/index.ts';
import { addresses } from './addresses.ts';
import { listHearings } from './store.ts';
import { texts } from './texts.ts';

/** An answer that is asked for, while it may be given: nobody has to, and who doesn't is told what follows. */
export const hearingDue: DueSource = {
  readers: 'all',
  list: async (db, { enrolment }, now) => {
    if (!isRunning(enrolment)) return [];
    const open = (await listHearings(db, [enrolment.id])).filter(
      ({ outcome, until }) => outcome === null && Temporal.Instant.compare(now, until) < 0,
    );
    return open.map(({ id, until }) => ({
      ...texts.due,
      who: 'candidate',
      act: 'other',
      state: 'todo',
      href: addresses.own(enrolment.id, id),
      until,
      piece: null,
      detail: null,
    }));
  },
};
