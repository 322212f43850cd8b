import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { CheckedRows } from './planChecker.ts';

/**
 * Every published plan of a database, all academies and sessions, as the checker reads plans: by SQL and files of its own. What a person has
 * to sit isn't asked here: their units are those of their seats. `preparationExtends`: what a session's exam says of more time.
 */
export async function publishedPlans(
  db: Database,
  preparationExtends: (session: string) => boolean = () => false,
): Promise<CheckedRows> {
  const places = positions();
  // As JSON, so that one statement reads it all at one moment; minutes since 1970 are made here.
  const { rows } = await sql<{ readonly found: string }>`
    with seat as (
      select s.*, p.session from exam_seat s join exam_plan p on p.id = s.plan_id where p.state = 'published'
    )
    select json_build_object(
      'centres', (select coalesce(json_agg(json_build_object('id', c.id, 'postcode', c.postcode)), '[]') from exam_centre c),
      'rooms', (select coalesce(json_agg(json_build_object('id', r.id, 'centre', r.centre_id, 'capacity', r.capacity,
        'stations', r.stations, 'accessible', r.accessible, 'kinds', r.kinds, 'academy', r.academy)), '[]') from exam_room r),
      'loans', (select coalesce(json_agg(json_build_object('room', l.room_id, 'borrower', l.borrower,
        'from', extract(epoch from l.first_day::timestamp at time zone 'Europe/Paris') / 60,
        'to', extract(epoch from (l.last_day + 1)::timestamp at time zone 'Europe/Paris') / 60)), '[]')
        from exam_room_loan l where l.ended_at is null),
      'sittings', (select coalesce(json_agg(to_jsonb(t)), '[]') from exam_sitting t),
      'entries', (select coalesce(json_agg(json_build_object('id', e.id, 'who', e.candidate_id, 'session', e.session, 'academy', e.academy,
        'speciality', e.speciality,
        'units', (select json_agg(distinct s.unit) from seat s where s.enrolment_id = e.id),
        'percent', (select coalesce(max(f.percent), 0) from accommodation_effect f where f.enrolment_id = e.id),
        'alone', exists (select from accommodation_effect f where f.enrolment_id = e.id and f.measure in ('room', 'helper')),
        'accessible', exists (select from accommodation_effect f where f.enrolment_id = e.id and f.measure = 'room'))), '[]')
        from enrolment_file e where exists (select from seat s where s.enrolment_id = e.id)),
      'seats', (select coalesce(json_agg(to_jsonb(s)), '[]') from seat s)
    )::text as found`.execute(db);
  const found = JSON.parse(rows[0]?.found ?? '{}') as Record<keyof CheckedRows, readonly Record<string, unknown>[]>;
  const text = (value: unknown): string => String(value);
  const minutes = (value: unknown): number => Temporal.Instant.from(text(value)).epochMilliseconds / 60_000;
  const maybe = (value: unknown): number | null => (value === null || value === undefined ? null : minutes(value));
  const formOf = (row: Record<string, unknown>): CheckedRows['sittings'][number]['form'] => {
    const [before, after] = [Number(row.preparation ?? 0), Number(row.rest ?? 0)];
    if (row.held === 'practical') return { is: 'stations', before, after };
    if (row.held !== 'oral') return { is: 'hall' };
    const longer = preparationExtends(text(row.session));
    return { is: 'turns', until: minutes(row.until), preparation: before, pause: after, preparationExtends: longer };
  };
  return {
    centres: found.centres.map(({ id, postcode }) => ({ id: text(id), at: places.get(text(postcode)) ?? null })),
    rooms: found.rooms as unknown as CheckedRows['rooms'],
    loans: found.loans as unknown as NonNullable<CheckedRows['loans']>,
    sittings: found.sittings.map((row) => ({
      id: text(row.id),
      session: text(row.session),
      speciality: text(row.speciality),
      unit: text(row.unit),
      start: minutes(row.starts_at),
      minutes: Number(row.minutes),
      uncounted: Number(row.uncounted),
      kind: text(row.kind),
      room: row.room_id === null ? null : text(row.room_id),
      form: formOf(row),
    })),
    entries: found.entries as unknown as CheckedRows['entries'],
    seats: found.seats.map((row) => ({
      entry: text(row.enrolment_id),
      unit: text(row.unit),
      sitting: text(row.sitting_id),
      room: text(row.room_id),
      start: minutes(row.starts_at),
      end: minutes(row.ends_at),
      call: maybe(row.calls_at),
    })),
  };
}

/** Postcodes, by the table that is delivered. */
function positions(): ReadonlyMap<string, readonly [number, number]> {
  const lines = readFileSync(path.join(import.meta.dirname, '../../catalogue/postcodes.tsv'), 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => /^\d{5}\t/.test(line))
      .map((line) => {
        const [postcode = '', latitude = '', longitude = ''] = line.split('\t');
        return [postcode, [Number(latitude), Number(longitude)]] as const;
      }),
  );
}
