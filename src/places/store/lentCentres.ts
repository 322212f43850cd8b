import { type RawBuilder, sql } from 'kysely';
import type { ExamPlace } from '../../exam/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { CENTRE, type Centre } from '../places.ts';
import { isUsed } from './places.ts';

/** Of a loan: nobody took it back. */
export const STANDS = sql`l.ended_at is null`;

/** Of a room: does another academy lend it to this one? `which`: loans that stand, unless it is said. */
export function isLent(
  { academy }: Pick<ExamPlace, 'academy'>,
  room: RawBuilder<unknown>,
  which: RawBuilder<unknown> = STANDS,
): RawBuilder<unknown> {
  return sql`exists (select from exam_room_loan l where l.borrower = ${academy} and l.room_id = ${room} and ${which})`;
}

/** Centres as an academy calls them: of another, which lends it rooms, the code begins with whose it is. */
function centresAs({ academy }: Pick<ExamPlace, 'academy'>): RawBuilder<unknown> {
  return sql`(select id, academy, name, address, postcode, city, closed, row_version,
    case academy when ${academy} then code else upper(academy) || '-' || code end as code from exam_centre)`;
}

/** Of other academies, which lend or lent rooms of them: those that the session uses, under the code that it calls them by. */
export function listLentCentres(db: Database, place: ExamPlace): Promise<readonly Centre[]> {
  return CENTRE.all(
    db,
    sql`select ${CENTRE} from ${centresAs(place)} c where c.academy <> ${place.academy} and ${isUsed(place, sql`c.id`)} order by code`,
  );
}

/** Those of the academy, or with a room that is lent to it, which the session doesn't use. */
export function listOtherCentres(db: Database, place: ExamPlace): Promise<readonly Centre[]> {
  return CENTRE.all(
    db,
    sql`select ${CENTRE} from ${centresAs(place)} c
    where (c.academy = ${place.academy} or exists (select from exam_room r where r.centre_id = c.id and ${isLent(place, sql`r.id`)}))
      and not c.closed and not ${isUsed(place, sql`c.id`)} order by code`,
  );
}

/** Where a plan of the session has people: a centre of the academy, or one of which another lends rooms; under the code that `listCentres` gives it. */
export async function findSeatedCentre(
  db: Database,
  place: ExamPlace,
  asked: string | undefined,
): Promise<Centre | null> {
  if (!isUuid(asked)) return null;
  return CENTRE.first(
    db,
    sql`select ${CENTRE} from ${centresAs(place)} c where c.id = ${asked} and (c.academy = ${place.academy} or ${isUsed(place, sql`c.id`)})`,
  );
}
