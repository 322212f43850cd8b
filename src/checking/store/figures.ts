import { type RawBuilder, sql } from 'kysely';
import { SIGNED_CONFIRMATION } from '../../pieces/index.ts';
import { columns, instant, integer, nullable, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { counted, keptCount, type Scope } from '../../scope/index.ts';
import type { Figures, QueueState } from '../checking.ts';
import { NO_FILTER } from '../rules/queueFilter.ts';
import { countQueue } from './queue.ts';
import { inQueue } from './queueOrder.ts';

/** How many pieces wait for a decision and can no longer be changed by the candidate, read or not: the number in the navigation. */
export function countToCheck(db: Database, scope: Scope): Promise<number> {
  const work = () => countQueue(db, scope, { ...NO_FILTER, state: 'handed-over' });
  return keptCount(db, `to check ${keyOf(scope)}`, work, (found) => found);
}

/** Whoever reads the same files reads the same numbers. */
function keyOf({ reader: _, ...scope }: Scope): string {
  return JSON.stringify(scope);
}

const FIGURES = columns({
  toCheck: integer,
  corrected: integer,
  notHandedOver: integer,
  beingRead: integer,
  unreadSheets: integer,
});

/** What the first page counts of pieces. Each number is that of the list it opens, or was within the last half minute where they are many. */
export function readFigures(db: Database, scope: Scope): Promise<Figures> {
  const sum = (figures: Figures): number => Object.values(figures).reduce((total, one) => total + one, 0);
  return keptCount(db, `figures ${keyOf(scope)}`, () => countFigures(db, scope), sum);
}

function countFigures(db: Database, scope: Scope): Promise<Figures> {
  const pieces = (state: QueueState): RawBuilder<unknown> =>
    counted(sql`office_queue q where ${inQueue(scope, { ...NO_FILTER, state })}`);
  const sheets = sql`office_queue q join listed_file f using (enrolment_id) where f.state = 'signed'
    and ${inQueue(scope, { ...NO_FILTER, state: 'being-read', code: SIGNED_CONFIRMATION })}`;
  return FIGURES.one(
    db,
    sql`select ${pieces('handed-over')} as "toCheck", ${pieces('corrected')} as corrected, ${pieces('not-handed-over')} as "notHandedOver",
      ${pieces('being-read')} as "beingRead", ${counted(sheets)} as "unreadSheets"`,
  );
}

const WAITING_GROUP = columns({ portfolio: nullable(text), count: integer, since: instant, oldest: uuid });

/** Of a group of specialities: how many pieces wait to be checked, since when the one does that waits longest, and which it is. */
export type WaitingGroup = RowOf<typeof WAITING_GROUP>;

/** The groups in which a piece waits, those that wait longest first. */
export function waitingByGroup(db: Database, scope: Scope): Promise<readonly WaitingGroup[]> {
  const work = () =>
    WAITING_GROUP.all(
      db,
      sql`select q.portfolio, count(*) as count, min(q.since) as since, (array_agg(q.piece_id order by q.since, q.piece_id))[1] as oldest
        from office_queue q where ${inQueue(scope, { ...NO_FILTER, state: 'handed-over' })} group by q.portfolio order by since, q.portfolio`,
    );
  return keptCount(db, `groups ${keyOf(scope)}`, work, (all) => all.reduce((sum, { count }) => sum + count, 0));
}
