import { type RawBuilder, sql } from 'kysely';
import { PERSON_NAMES } from '../../accounts/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import type { CentreId, RoomId } from '../../places/index.ts';
import {
  columns,
  decimal,
  flag,
  id,
  instant,
  integer,
  nullable,
  present,
  type RowOf,
  text,
  texts,
} from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { isCalled } from '../../sitters/index.ts';
import type { PlanId } from '../plan.ts';

/** What somebody may see of a plan: the groups of specialities, null all. */
export type SeenPortfolios = readonly string[] | null;

function theirs(portfolios: SeenPortfolios): RawBuilder<unknown> {
  return portfolios === null ? sql`true` : sql`e.portfolio = any(${portfolios}::text[])`;
}

const COUNTS = columns({
  persons: integer,
  seats: integer,
  frozen: integer,
  without: integer,
  units: integer,
  placed: integer,
  km: nullable(decimal),
  homeless: integer,
});

/** `without`, `units`: persons who lack a seat, and for how many units; `km`: in the mean, of those whose home is known. */
export function countPlan(db: Database, planId: PlanId, portfolios: SeenPortfolios): Promise<RowOf<typeof COUNTS>> {
  const mine = theirs(portfolios);
  return COUNTS.one(
    db,
    sql`select s.persons, s.seats, s.frozen, u.without, u.units, p.placed, p.km, p.homeless
    from (select count(distinct s.enrolment_id) as persons, count(*) as seats, count(*) filter (where s.frozen) as frozen
        from exam_seat s join enrolment_file e on e.id = s.enrolment_id where s.plan_id = ${planId} and ${mine}) s,
      (select count(distinct u.enrolment_id) as without, count(*) as units
        from exam_unseated u join enrolment_file e on e.id = u.enrolment_id where u.plan_id = ${planId} and ${mine}) u,
      (select count(*) as placed, avg(p.km)::float8 as km, count(*) filter (where p.km is null) as homeless
        from exam_placed p join enrolment_file e on e.id = p.enrolment_id where p.plan_id = ${planId} and ${mine}) p`,
  );
}

const CENTRE_LOAD = columns({
  centreId: id<CentreId>(),
  code: text,
  name: text,
  city: text,
  rooms: integer,
  capacity: integer,
  persons: integer,
  used: integer,
  specialities: integer,
});

/** Each centre of the session, with how many sit there, in how many of its rooms. */
export function centreLoads(
  db: Database,
  { academy, session }: ExamPlace,
  planId: PlanId,
): Promise<readonly RowOf<typeof CENTRE_LOAD>[]> {
  return CENTRE_LOAD.all(
    db,
    sql`select c.id as "centreId", c.code, c.name, c.city, r.rooms, r.capacity, coalesce(s.persons, 0) as persons,
      coalesce(s.used, 0) as used, coalesce(s.specialities, 0) as specialities
    from session_centre c
      cross join lateral (
        select count(*) as rooms, coalesce(sum(o.capacity), 0) as capacity from session_room o
        where o.centre_id = c.id and o.academy = c.academy and o.session = c.session and not o.closed) r
      left join (select r.centre_id, count(distinct s.enrolment_id) as persons, count(distinct s.room_id) as used,
          count(distinct e.speciality) as specialities
        from exam_seat s join written_room r on r.id = s.room_id join enrolment_file e on e.id = s.enrolment_id
        where s.plan_id = ${planId} group by r.centre_id) s on s.centre_id = c.id
    where c.academy = ${academy} and c.session = ${session} order by c.code`,
  );
}

const BEGINNING = columns({
  roomId: id<RoomId>(),
  startsAt: instant,
  endsAt: present(instant),
  count: integer,
  /** Before a board, one after the other. */
  turns: present(flag),
});

/** Who comes together into a room of a centre, by room and beginning, or before a board there: how many, and when the last of them leaves. */
export function beginningsAt(
  db: Database,
  planId: PlanId,
  centreId: CentreId,
): Promise<readonly RowOf<typeof BEGINNING>[]> {
  return BEGINNING.all(
    db,
    sql`select s.room_id as "roomId", min(coalesce(s.calls_at, s.starts_at)) as "startsAt", max(s.ends_at) as "endsAt", count(*) as count,
      s.calls_at is not null as turns
    from exam_seat s join written_room r on r.id = s.room_id where s.plan_id = ${planId} and r.centre_id = ${centreId}
    group by s.room_id, turns, case when s.calls_at is null then s.starts_at::text else s.sitting_id::text end order by 2, 1`,
  );
}

const PERSON = columns({
  enrolmentId: id<EnrolmentId>(),
  number: present(text),
  speciality: nullable(text),
  candidateId: id<string>(),
  ...PERSON_NAMES.shape,
});
const PERSON_OF = sql`e.id as "enrolmentId", e.number, e.speciality, i.account_id as "candidateId", ${PERSON_NAMES.of('i')}`;

const WITHOUT = columns({ ...PERSON.shape, units: present(texts), whys: present(texts) });

/** Who lacks a seat, by number, after one of them. `units` and `whys` go together. */
export function listWithout(
  db: Database,
  planId: PlanId,
  portfolios: SeenPortfolios,
  after: string,
  limit: number,
): Promise<readonly RowOf<typeof WITHOUT>[]> {
  return WITHOUT.all(
    db,
    sql`select ${PERSON_OF}, u.units, u.whys
    from (select enrolment_id, array_agg(unit order by unit) as units, array_agg(why order by unit) as whys
        from exam_unseated where plan_id = ${planId} group by enrolment_id) u
      join enrolment_file e on e.id = u.enrolment_id join candidate_identity i on i.account_id = e.candidate_id
    where ${theirs(portfolios)} and e.number > ${after} order by e.number limit ${limit}`,
  );
}

const FOUND = columns({ ...PERSON.shape, centre: nullable(text), km: nullable(integer), hasSeats: flag });

/** Registered candidates of the session, by number or by a part of a name without accents, with their centre. */
export function searchPlan(
  db: Database,
  { academy, session }: ExamPlace,
  planId: PlanId,
  portfolios: SeenPortfolios,
  words: string,
  limit: number,
): Promise<readonly RowOf<typeof FOUND>[]> {
  return FOUND.all(
    db,
    sql`select ${PERSON_OF}, c.code as centre, p.km,
      exists (select from exam_seat s where s.plan_id = ${planId} and s.enrolment_id = e.id) as "hasSeats"
    from enrolment_file e join candidate_identity i on i.account_id = e.candidate_id
      left join exam_placed p on p.plan_id = ${planId} and p.enrolment_id = e.id left join written_centre c on c.id = p.centre_id
    where e.academy = ${academy} and e.session = ${session} and e.number is not null and ${theirs(portfolios)}
      and ${isCalled(words)}
    order by i.birth_name, i.first_names, e.number limit ${limit}`,
  );
}

/** One registered candidate of the session, within somebody's groups. */
export function findPerson(
  db: Database,
  { academy, session }: ExamPlace,
  portfolios: SeenPortfolios,
  enrolmentId: EnrolmentId,
): Promise<RowOf<typeof PERSON> | null> {
  return PERSON.first(
    db,
    sql`select ${PERSON_OF} from enrolment_file e join candidate_identity i on i.account_id = e.candidate_id
    where e.academy = ${academy} and e.session = ${session} and e.id = ${enrolmentId} and e.number is not null and ${theirs(portfolios)}`,
  );
}

/** Names of those that a list of faults or changes speaks of. */
export function personsOf(
  db: Database,
  place: ExamPlace,
  enrolmentIds: readonly EnrolmentId[],
): Promise<readonly RowOf<typeof PERSON>[]> {
  return PERSON.all(
    db,
    sql`select ${PERSON_OF} from enrolment_file e join candidate_identity i on i.account_id = e.candidate_id
    where e.academy = ${place.academy} and e.session = ${place.session} and e.id = any(${enrolmentIds}::uuid[]) and e.number is not null`,
  );
}
