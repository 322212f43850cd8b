import { type RawBuilder, sql } from 'kysely';
import { SIGNED_CONFIRMATION } from '../../pieces/index.ts';
import { columns, integer } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { counted, type FileState, inFiles, keptCount, type Scope } from '../../scope/index.ts';
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
  'under-reserve': integer,
  'to-sign': integer,
  signed: integer,
  validated: integer,
});

/** Everything that the first page counts. Each number is that of the list it opens, or was within the last half minute where they are many. */
export function readFigures(db: Database, scope: Scope): Promise<Figures> {
  const sum = ({ files, ...pieces }: Figures): number =>
    [...Object.values(pieces), ...Object.values(files)].reduce((total, one) => total + one, 0);
  return keptCount(db, `figures ${keyOf(scope)}`, () => countFigures(db, scope), sum);
}

async function countFigures(db: Database, scope: Scope): Promise<Figures> {
  const pieces = (state: QueueState): RawBuilder<unknown> =>
    counted(sql`office_queue q where ${inQueue(scope, { ...NO_FILTER, state })}`);
  const sheets = sql`office_queue q join listed_file f using (enrolment_id) where f.state = 'signed'
    and ${inQueue(scope, { ...NO_FILTER, state: 'being-read', code: SIGNED_CONFIRMATION })}`;
  const files = (state: FileState): RawBuilder<unknown> =>
    counted(sql`listed_file f where ${inFiles(scope)} and f.state = ${state}`);
  const read = await FIGURES.one(
    db,
    sql`select ${pieces('handed-over')} as "toCheck", ${pieces('corrected')} as corrected, ${pieces('not-handed-over')} as "notHandedOver",
      ${pieces('being-read')} as "beingRead", ${counted(sheets)} as "unreadSheets",
      ${files('under-reserve')} as "under-reserve", ${files('to-sign')} as "to-sign", ${files('signed')} as signed, ${files('validated')} as validated`,
  );
  const { toCheck, corrected, notHandedOver, beingRead, unreadSheets, ...states } = read;
  return { toCheck, corrected, notHandedOver, beingRead, unreadSheets, files: states };
}
