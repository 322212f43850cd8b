import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { ownDatabase } from '../../testing/database.ts';
import { ORDINARY_DAY, setClock } from '../../testing/enrolments.ts';
import { manyFiles, ROOMS } from '../../testing/officeSite.ts';
import { runs } from '../../testing/properties.ts';
import { foldTally, readTally, recountTally, sumOf } from './tally.ts';

const FILES = 6;
const { db } = await ownDatabase(ROOMS);
await setClock(db, ORDINARY_DAY);
await manyFiles(db, FILES);

type Row = { readonly key: string; readonly count: number };
const rowsOf = async (from: string): Promise<readonly Row[]> =>
  (
    await sql<Row>`select concat_ws('|', academy, session, portfolio, speciality, what, item) as key, sum(count)::integer as count
      from ${sql.table(from)} group by 1 having sum(count) <> 0 order by 1`.execute(db)
  ).rows;

const file = (nth: number) =>
  sql`(select id from enrolment order by number nulls last, id limit 1 offset ${nth % FILES}::int)`;
const piece = (nth: number) =>
  sql`(select id from piece order by enrolment_id, code limit 1 offset ${nth % (6 * FILES)}::int)`;

/** What may happen to files, pieces and reviews, whatever act does it. */
const HAPPENS: Readonly<Record<string, (nth: number) => Promise<unknown>>> = {
  left: (nth) => sql`update enrolment set status = 'withdrawn' where id = ${file(nth)}`.execute(db),
  back: (nth) => sql`update enrolment set status = 'registered' where id = ${file(nth)}`.execute(db),
  signed: (nth) => sql`update enrolment set signed_version = version where id = ${file(nth)}`.execute(db),
  changed: (nth) =>
    sql`update enrolment set version = version + 1, row_version = row_version + 1 where id = ${file(nth)}`.execute(db),
  moved: (nth) =>
    sql`update enrolment set portfolio = 'G' || (1 + ${nth}::int % 5), speciality = '4503360' || (${nth}::int % 4) where id = ${file(nth)}`.execute(
      db,
    ),
  registeredEarlier: (nth) =>
    sql`update enrolment set first_registered_at = first_registered_at - interval '7 hours' where id = ${file(nth)}`.execute(
      db,
    ),
  handedOver: (nth) => sql`update piece set handed_over_at = business_now() where id = ${piece(nth)}`.execute(db),
  accepted: (nth) => review(nth, 'compliant'),
  refused: (nth) => review(nth, 'non-compliant'),
  takenBack: (nth) =>
    sql`insert into review_taken_back (review_id, academy, session, piece_id, officer_id)
    select id, academy, session, piece_id, officer_id from piece_review r where not exists (select from review_taken_back t where t.review_id = r.id)
    order by at, id limit 1 offset ${nth % 3}::int`.execute(db),
  asked: (nth) =>
    sql`update piece set status = 'none', counts_for_validation = not counts_for_validation where id = ${piece(nth)}`.execute(
      db,
    ),
  ofHealth: (nth) => sql`update piece set confidential = not confidential where id = ${piece(nth)}`.execute(db),
  given: (nth) =>
    sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at)
    select gen_random_uuid(), academy, session, enrolment_id, id, 'stored', 'x.pdf', 'application/pdf', 1000, repeat('0', 64), gen_random_uuid()::text, gen_random_uuid()::text, 1,
      business_now(), business_now() from piece where id = ${piece(nth)}`.execute(db),
  removed: (nth) =>
    sql`update deposit set state = 'removed', ended_at = business_now() where piece_id = ${piece(nth)} and state = 'stored'`.execute(
      db,
    ),
  begun: (nth) =>
    sql`insert into enrolment (id, academy, session, exam, candidate_id, status)
    select gen_random_uuid(), academy, 'bp-demo', exam, candidate_id, 'draft' from enrolment e where id = ${file(nth)}
      and not exists (select from enrolment o where o.candidate_id = e.candidate_id and o.session = 'bp-demo')`.execute(
      db,
    ),
  folded: () => db.transaction().execute(foldTally),
};

async function review(nth: number, decision: string): Promise<void> {
  await sql`update piece set status = ${decision}, reviewed_at = business_now() where id = ${piece(nth)}`.execute(db);
  await sql`insert into piece_review (id, academy, session, piece_id, decision, officer_id, deposits, at)
    select gen_random_uuid(), academy, session, id, ${decision}, id, '[]', business_now() - ${nth % 9}::int * interval '1 day' from piece where id = ${piece(nth)}`.execute(
    db,
  );
}

describe('What is kept counted', () => {
  it('is what a full count finds, whatever happens to the files', async () => {
    const one = fc.record({ what: fc.constantFrom(...Object.keys(HAPPENS)), nth: fc.nat(50) });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 12 }), async (happened) => {
        for (const { what, nth } of happened) await HAPPENS[what]?.(nth);
        expect(await rowsOf('office_tally')).toEqual(await rowsOf('office_tally_source'));
      }),
      runs(25),
    );
    expect(await db.transaction().execute(recountTally)).toBe(0);
  });

  it('is one row for each thing once it was put together, and is counted again where it was wrong', async () => {
    await db.transaction().execute(foldTally);
    const [before] = (
      await sql<{ rows: number; things: number }>`select count(*)::int as rows,
      count(distinct (academy, session, portfolio, speciality, what, item))::int as things from office_tally`.execute(
        db,
      )
    ).rows;
    expect(before?.rows).toBe(before?.things);
    await sql`update office_tally set count = count + 3 where what = 'draft'`.execute(db);
    await sql`delete from office_tally where what = 'hour'`.execute(db);
    expect(await db.transaction().execute(recountTally)).toBeGreaterThan(1);
    expect(await rowsOf('office_tally')).toEqual(await rowsOf('office_tally_source'));
  });

  it('knows what is missing of a file two pieces of which are given at the same instant', async () => {
    await sql`update piece set status = 'none', counts_for_validation = true, confidential = false where enrolment_id = ${file(0)}`.execute(
      db,
    );
    await sql`update deposit set state = 'removed', ended_at = business_now() where enrolment_id = ${file(0)} and state = 'stored'`.execute(
      db,
    );
    const give = async (tx: Database, code: string): Promise<unknown> =>
      sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, file_key, receipt, enrolment_version, begun_at, finished_at)
        select gen_random_uuid(), academy, session, enrolment_id, id, 'stored', 'x.pdf', 'application/pdf', 1000, repeat('0', 64), gen_random_uuid()::text, gen_random_uuid()::text, 1,
          business_now(), business_now() from piece where enrolment_id = ${file(0)} and code = ${code}`.execute(tx);
    let second: Promise<unknown> | null = null;
    await db.transaction().execute(async (tx) => {
      await give(tx, 'DOMICIL');
      second = db.transaction().execute((other) => give(other, 'RELNOTES'));
      // Until the other waits for this one.
      for (let waits = false; !waits; )
        waits =
          (
            await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
              db,
            )
          ).rows.length > 0;
    });
    await second;
    const [found] = (
      await sql<{
        missing: readonly string[];
      }>`select missing from office_file where enrolment_id = ${file(0)}`.execute(db)
    ).rows;
    expect(found?.missing).toEqual(['1NATID01', 'CINSIG01', 'DCSTID01', 'R408A3']);
    expect(await rowsOf('office_tally')).toEqual(await rowsOf('office_tally_source'));
  });

  it('is read for the groups of an officer alone, and drafts by who reads the whole academy', async () => {
    const all = {
      academy: 'clermont',
      sessions: ['bp-2024-clermont', 'bp-demo'],
      portfolios: null,
      pieces: 'ordinary',
    } as const;
    const [heads, theirs] = [
      await readTally(db, all, ['state', 'draft']),
      await readTally(db, { ...all, portfolios: ['G1'] }, ['state', 'draft']),
    ];
    expect(sumOf(heads.filter(({ what }) => what === 'state'))).toBe(FILES);
    expect(theirs.every(({ portfolio }) => portfolio === 'G1')).toBe(true);
    expect(await readTally(db, { ...all, academy: 'lyon' }, ['state'])).toEqual([]);
  });
});
