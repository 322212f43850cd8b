import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { parisDay } from '../../platform/time.ts';
import type { Scope } from '../../scope/index.ts';
import { ownDatabase } from '../../testing/database.ts';
import { ORDINARY_DAY, setClock } from '../../testing/enrolments.ts';
import { manyFiles, ROOMS } from '../../testing/officeSite.ts';
import { runs } from '../../testing/properties.ts';
import { mendLists } from '../actions/mendLists.ts';
import { QUEUE_STATES, type QueueFilter } from '../checking.ts';
import { NO_FILTER } from '../rules/queueFilter.ts';
import { riskOf } from '../rules/risk.ts';
import { readFigures } from './figures.ts';
import { placeInQueue } from './placeInQueue.ts';
import { listQueue, PAGE_SIZE } from './queue.ts';

/** Forty files whose pieces and enrolments are changed at random, in the tables of their own rooms, and asked for naively. */
const FILES = 40;
const test = await ownDatabase(ROOMS);
const { db } = test;
await setClock(db, ORDINARY_DAY);
await manyFiles(db, FILES);

const [READER, OTHER] = ['5a0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d', '6b0c2d1e-7b7e-4a57-9d0f-0f3c3a1b2c4d'];
const day = (days: number) => sql`business_now() + ${days} * interval '1 day'`;
const either = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const instant = fc.oneof(
  fc.integer({ min: -12, max: 12 }).map(String),
  fc.integer({ min: -48, max: 48 }).map((hours) => String(hours / 24)),
);
const change = fc.oneof(
  fc.record({
    column: fc.constant('status'),
    value: either('none', 'none', 'received', 'compliant', 'non-compliant', 'not-applicable'),
  }),
  fc.record({ column: fc.constant('mode'), value: either('online', 'post') }),
  fc.record({ column: fc.constant('confidential'), value: either('true', 'false', 'false') }),
  fc.record({ column: fc.constant('counts_for_validation'), value: either('true', 'false') }),
  fc.record({ column: either('handed_over_at', 'due_at', 'reviewed_at'), value: instant }),
  fc.record({ column: fc.constant('deposit'), value: either('stored', 'replaced', 'removed') }),
  fc.record({ column: fc.constant('given'), value: instant }),
  fc.record({ column: fc.constant('unread'), value: either('true', 'false') }),
  fc.record({ column: fc.constant('refused'), value: fc.constant('') }),
  fc.record({ column: either('claimed', 'opened'), value: either(READER, OTHER, '') }),
  fc.record({
    column: fc.constant('enrolment.status'),
    value: either('registered', 'registered', 'validated', 'withdrawn'),
  }),
  fc.record({ column: fc.constant('enrolment.portfolio'), value: either('G1', 'G2', 'G3') }),
  fc.record({ column: fc.constant('enrolment.speciality'), value: either('45033608', '45022108') }),
  fc.record({ column: fc.constant('enrolment.registered_at'), value: instant }),
);
type Change = { readonly column: string; readonly value: string };

async function apply({ column, value }: Change, piece: string): Promise<void> {
  const { db } = test;
  const [table, own] = column.split('.');
  const at = day(Number(value));
  if (column === 'deposit') await sql`update deposit set state = ${value} where piece_id = ${piece}`.execute(db);
  else if (column === 'given') await sql`update deposit set finished_at = ${at} where piece_id = ${piece}`.execute(db);
  else if (column === 'unread')
    await sql`update deposit set unread = ${sql.lit(value === 'true')} where piece_id = ${piece}`.execute(db);
  else if (column === 'refused')
    await sql`insert into piece_review (id, academy, session, piece_id, decision, officer_id, deposits)
      values (gen_random_uuid(), 'clermont', 'bp-2024-clermont', ${piece}, 'non-compliant', gen_random_uuid(), '[]')`.execute(
      db,
    );
  else if (column === 'claimed') {
    await sql`delete from office_claim where enrolment_id = (select enrolment_id from piece where id = ${piece})`.execute(
      db,
    );
    if (value !== '')
      await sql`insert into office_claim (enrolment_id, confidential, academy, session, account_id)
        select enrolment_id, confidential, academy, session, ${value}::uuid from piece where id = ${piece}`.execute(db);
  } else if (column === 'opened')
    await sql`insert into office_presence (account_id, academy, enrolment_id, confidential)
      select ${value === '' ? OTHER : value}::uuid, academy, enrolment_id, confidential from piece where id = ${piece}
      on conflict (account_id) do update set enrolment_id = excluded.enrolment_id, confidential = excluded.confidential,
        seen_at = now() - ${value === '' ? 6 : 4} * interval '1 minute'`.execute(db);
  else if (own !== undefined)
    await sql`update ${sql.table(table ?? '')} set ${sql.ref(own)} = ${own.endsWith('_at') ? at : sql`${value}`}
      where id = (select enrolment_id from piece where id = ${piece})`.execute(db);
  else if (column.endsWith('_at'))
    await sql`update piece set ${sql.ref(column)} = ${at} where id = ${piece}`.execute(db);
  else await sql`update piece set ${sql.ref(column)} = ${sql.lit(value)} where id = ${piece}`.execute(db);
}

type Naive = {
  readonly id: string;
  readonly ready: boolean;
  /** Nothing can be decided on it yet: it is last, and nobody is led to it. */
  readonly reading: boolean;
  readonly risk: number;
  readonly since: Temporal.Instant;
  /** A colleague takes care of it, or has it open. */
  readonly away: boolean;
};

async function naively(scope: Scope, filter: QueueFilter): Promise<readonly Pick<Naive, 'id' | 'away' | 'reading'>[]> {
  const { rows } = await sql<
    Omit<Naive, 'risk'> & {
      blocking: boolean;
      due: Temporal.Instant;
      given: boolean;
      status: string;
      mode: string;
      refused: boolean;
      handed: boolean;
      claim: string | null;
      opened: boolean;
    }
  >`
    select p.id, p.status, p.mode, p.handed_over_at is not null as handed, p.counts_for_validation as blocking, p.due_at as due, d.at is not null as given,
      p.handed_over_at is not null or p.mode = 'post' or p.status = 'received' as ready, coalesce(d.at, p.reviewed_at, e.registered_at) as since,
      exists (select from piece_review r where r.piece_id = p.id and r.decision = 'non-compliant') as refused,
      p.mode = 'online' and coalesce(d.unread, false) as reading,
      (select c.account_id from office_claim c where c.enrolment_id = p.enrolment_id and c.confidential = p.confidential) as claim,
      exists (select from office_presence o where o.enrolment_id = p.enrolment_id and o.confidential = p.confidential
        and o.account_id = ${OTHER} and o.seen_at > now() - interval '5 minutes') as opened
    from piece p join enrolment e on e.id = p.enrolment_id
      left join lateral (select max(finished_at) as at, bool_or(unread) as unread from deposit d where d.piece_id = p.id and d.state = 'stored') d on true
    where e.academy = ${scope.academy} and e.session = any(${scope.sessions}::text[]) and e.status in ('registered', 'validated') and p.status in ('none', 'received')
      and (${scope.portfolios}::text[] is null or e.portfolio = any(${scope.portfolios}::text[])) and p.confidential = ${scope.pieces === 'confidential'}
      and (${filter.speciality}::text is null or e.speciality = ${filter.speciality}) and (${filter.code}::text is null or p.code = ${filter.code})
      and (${filter.group ?? null}::text is null or e.portfolio = ${filter.group ?? null})`.execute(db);
  const waits = {
    all: ({ given, status }) => given || status === 'received',
    'handed-over': ({ given, status, ready }) => ready && (given || status === 'received'),
    corrected: ({ given, refused }) => given && refused,
    'not-handed-over': ({ given, handed, mode, status }) => given && !handed && mode === 'online' && status === 'none',
    received: ({ status }) => status === 'received',
    'being-read': ({ reading }) => reading,
    'by-post': ({ given, mode, status }) => !given && mode === 'post' && status === 'none',
  } satisfies Record<QueueFilter['state'], (row: (typeof rows)[number]) => boolean>;
  const today = parisDay(ORDINARY_DAY);
  const days = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
    from.until(to, { largestUnit: 'day' }).days;
  const wanted = ({ claim }: (typeof rows)[number]): boolean =>
    filter.claim === null || (filter.claim === 'mine' ? claim === READER : claim !== OTHER);
  const ranked: Naive[] = rows
    .filter((row) => waits[filter.state](row) && wanted(row))
    .map((row) => ({
      ...row,
      away: row.claim === OTHER || row.opened,
      risk: riskOf({
        countsForValidation: row.blocking,
        waitingDays: days(parisDay(row.since), today),
        daysLeft: days(today, parisDay(row.due)),
      }),
    }));
  return ranked
    .toSorted(
      (a, b) =>
        Number(a.reading) - Number(b.reading) ||
        (a.reading ? 0 : Number(b.ready) - Number(a.ready)) ||
        b.risk - a.risk ||
        Temporal.Instant.compare(a.since, b.since) ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id, away, reading }) => ({ id, away, reading }));
}

const scope = fc.record({
  academy: fc.constant('clermont'),
  sessions: fc.constant(['bp-2024-clermont', 'bp-demo']),
  portfolios: either(null, null, ['G2'], ['G1', 'G3'], []),
  pieces: either<Scope['pieces']>('ordinary', 'ordinary', 'confidential'),
  reader: fc.constant(READER),
});
const filter = fc.record({
  state: either(...QUEUE_STATES),
  speciality: either(null, null, '45022108'),
  group: either(undefined, undefined, 'G2', 'G9'),
  code: either(null, null, 'DOMICIL'),
  session: either(null, null, 'bp-2024-clermont', 'bp-demo'),
  claim: either(null, null, null, 'mine' as const, 'free' as const),
});

type Person = Awaited<ReturnType<typeof naively>>;
const decidable = (person: Person): readonly string[] => person.flatMap(({ id, reading }) => (reading ? [] : [id]));

/** The next person of whom something can be decided and at whom no colleague is, after the last the first; when they are at all others, the first of these. */
function personAfter(people: readonly Person[], here: number): Person | null {
  const others = [...people.slice(here + 1), ...people.slice(0, here)].filter((one) => decidable(one).length > 0);
  const first = people.find((one, index) => index !== here && decidable(one).length > 0);
  return others.find((one) => one.every(({ away }) => !away)) ?? first ?? null;
}

describe('Whatever changes in its pieces, their files and enrolments', () => {
  it('the queue, its places and its figures are those of the naive question', async () => {
    const { rows } = await sql<{
      id: string;
      enrolment: string;
    }>`select id, enrolment_id as enrolment from piece order by id`.execute(db);
    const enrolmentOf = new Map(rows.map(({ id, enrolment }) => [id, enrolment]));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(change, fc.nat({ max: rows.length - 1 })), { minLength: 5, maxLength: 40 }),
        scope,
        filter,
        fc.nat(),
        async (changes, at, asked, nth) => {
          for (const [one, piece] of changes) await apply(one, rows[piece]?.id ?? '');
          const sessions = at.sessions.filter((code) => asked.session === null || code === asked.session);
          const ordered = await naively({ ...at, sessions }, asked);
          const expected = ordered.map(({ id }) => id);
          const byFile = [...Map.groupBy(expected, (id) => enrolmentOf.get(id)).values()];
          const listed: string[][] = [];
          for (let page = 1; page <= Math.ceil(byFile.length / PAGE_SIZE) + 1; page++) {
            const { total, files, more } = await listQueue(db, at, asked, page);
            expect({ total, more }).toEqual({ total: expected.length, more: byFile.length > page * PAGE_SIZE });
            listed.push(...files.map(({ pieces }) => pieces.map(({ id }) => id)));
          }
          expect(listed).toEqual(byFile);
          if (ordered.length > 0) {
            const people = [...Map.groupBy(ordered, ({ id }) => enrolmentOf.get(id)).values()];
            const here = nth % people.length;
            const enrolmentId = enrolmentOf.get(people[here]?.[0]?.id ?? '') ?? '';
            const waiting = decidable(people[here] ?? []);
            const turn = personAfter(people, here);
            const after = turn === null ? null : (decidable(turn)[0] ?? null);
            for (const [index, id] of waiting.entries()) {
              const place = await placeInQueue(db, at, asked, { id, enrolmentId });
              expect(place).toMatchObject({
                total: expected.length,
                waiting,
                next: waiting[index + 1] ?? after,
                after: after === null ? null : enrolmentOf.get(after),
              });
              if (index > 0) expect(place.previous).toBe(waiting[index - 1]);
              else if (place.previous !== null) expect(waiting).not.toContain(place.previous);
              // Announced, it stays whose turn it is, wherever this person has come to stand.
              const later = people.findLast(
                (one, at) => at !== here && decidable(one).length > 0 && one.every(({ away }) => !away),
              );
              const told = enrolmentOf.get(later?.[0]?.id ?? '') ?? null;
              if (told !== null)
                expect(await placeInQueue(db, at, { ...asked, after: told }, { id, enrolmentId })).toMatchObject({
                  after: told,
                });
            }
          }
          const figures = await readFigures(db, at);
          for (const [figure, state] of [
            ['toCheck', 'handed-over'],
            ['corrected', 'corrected'],
            ['notHandedOver', 'not-handed-over'],
            ['beingRead', 'being-read'],
          ] as const)
            expect(figures[figure]).toBe((await naively(at, { ...NO_FILTER, state })).length);
        },
      ),
      runs(40),
    );
    expect(await mendLists(db, { error: () => undefined })).toEqual({
      queue: 0,
      files: 0,
      names: 0,
      words: 0,
      counts: 0,
    });
  }, 600_000);
});
