import { isRunning } from '../enrolment/index.ts';
import type { DueSource } from '../pieces/index.ts';
import { addresses } from './addresses.ts';
import { answeredUntil, isStillAsked } from './rules/times.ts';
import { listHearings } from './store.ts';
import { texts } from './texts.ts';

/** An answer that is asked for, while it may be given: nobody has to, and who doesn't is told what follows. */
export const hearingDue: DueSource = {
  readers: 'all',
  list: async (db, { enrolment, pieces }, now) => {
    if (!isRunning(enrolment)) return [];
    const open = (await listHearings(db, [enrolment.id]))
      .map((hearing) => ({ ...hearing, until: answeredUntil(hearing, pieces) }))
      .filter((hearing) => Temporal.Instant.compare(now, hearing.until) < 0 && isStillAsked(hearing, pieces));
    return open.map(({ id, kind, until }) => ({
      ...texts.due[kind === 'regularisation' ? kind : 'thought'],
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
