import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../catalogue/index.ts';
import { parisDay } from '../../platform/time.ts';
import { type Scope, type Sought, searchFiles } from '../../scope/index.ts';
import { emptyDatabase, type TestDatabase } from '../../testing/database.ts';
import { ORDINARY_DAY, registeredEnrolment, setClock, shippedCatalogue } from '../../testing/enrolments.ts';
import { type Backstage, giveFile, manyFiles, openBackstage, pieceOf, ROOMS } from '../../testing/officeSite.ts';
import type { QueuedFile, QueuedPiece, QueueFilter } from '../checking.ts';
import { NO_FILTER } from '../rules/queueFilter.ts';
import { riskOf } from '../rules/risk.ts';
import { countToCheck, readFigures, waitingByGroup } from './figures.ts';
import { placeInQueue } from './placeInQueue.ts';
import { firstInQueue, listQueue, PAGE_SIZE } from './queue.ts';

const HEAD: Scope = { academy: 'clermont', sessions: ['bp-2024-clermont'], portfolios: null, pieces: 'ordinary' };
const OFFICER: Scope = { ...HEAD, portfolios: ['G2'] };

describe('The queue of one real file', () => {
  let test: TestDatabase;
  let catalogue: Catalogue;
  let back: Backstage;
  let enrolmentId: string;
  beforeAll(async () => {
    test = await emptyDatabase(ROOMS);
    catalogue = await shippedCatalogue();
    back = await openBackstage(test.db, catalogue);
    const { enrolment } = await registeredEnrolment(test.db, { events: back.events, catalogue });
    enrolmentId = enrolment.id;
    const give = async (code: string, gift: Parameters<typeof giveFile>[3]) =>
      giveFile(test.db, back.files, await pieceOf(test.db, enrolmentId, code), gift);
    await give('DOMICIL', { daysAgo: 2 });
    await give('DCSTID01', { daysAgo: 5 });
    await give('RELNOTES', { daysAgo: 9, handedOver: false });
    await sql`insert into piece_review (id, academy, session, piece_id, decision, officer_id, deposits)
      values (gen_random_uuid(), 'clermont', 'bp-2024-clermont', ${(await pieceOf(test.db, enrolmentId, 'DOMICIL')).id}, 'non-compliant', gen_random_uuid(), '[]')`.execute(
      test.db,
    );
    await sql`update piece set status = 'received', reviewed_at = business_now() where id = ${(await pieceOf(test.db, enrolmentId, 'ATTFORM')).id}`.execute(
      test.db,
    );
    await sql`update piece set mode = 'post' where id = ${(await pieceOf(test.db, enrolmentId, 'ATTEMPLOI')).id}`.execute(
      test.db,
    );
  });
  afterAll(async () => {
    back.end();
    await test.close();
  });
  const codes = async (filter: Partial<QueueFilter>, scope = OFFICER): Promise<readonly string[]> =>
    (await listQueue(test.db, scope, { ...NO_FILTER, ...filter }, 1)).files.flatMap(({ pieces }) =>
      pieces.map(({ code }) => code),
    );

  const filed = async (state: Sought): Promise<number> =>
    (await searchFiles(test.db, OFFICER, { search: { kind: 'everything' }, state, session: null }, 1)).total;

  it('handed-over pieces first, the longest waiting in front; those that can still be changed come after', async () => {
    expect(await codes({})).toEqual(['DCSTID01', 'DOMICIL', 'ATTFORM', 'RELNOTES']);
  });
  it('what nobody gave is not there, but what is expected by post can be asked for', async () => {
    expect(await codes({ state: 'by-post' })).toEqual(['ATTEMPLOI']);
    expect(await codes({ code: 'CINSIG01' })).toEqual([]);
  });
  it('each filter keeps its own', async () => {
    expect(await codes({ state: 'handed-over' })).toEqual(['DCSTID01', 'DOMICIL', 'ATTFORM']);
    expect(await codes({ state: 'corrected' })).toEqual(['DOMICIL']);
    expect(await codes({ state: 'not-handed-over' })).toEqual(['RELNOTES']);
    expect(await codes({ state: 'received' })).toEqual(['ATTFORM']);
    expect(await codes({ speciality: '45022108' })).toEqual([]);
    expect(await codes({ session: 'bp-demo' })).toEqual([]);
  });
  it('the figures of the first page are the lengths of the lists that they open', async () => {
    const figures = await readFigures(test.db, OFFICER);
    expect(figures).toMatchObject({
      toCheck: (await codes({ state: 'handed-over' })).length,
      corrected: (await codes({ state: 'corrected' })).length,
      notHandedOver: (await codes({ state: 'not-handed-over' })).length,
    });
    expect([await filed('to-sign'), await filed('signed'), await filed('validated')]).toEqual([1, 0, 0]);
    expect(await countToCheck(test.db, OFFICER)).toBe(figures.toCheck);
  });
  it('each group is told how many wait, and which of them waits longest; who reads another group is told nothing of it', async () => {
    const [group, ...others] = await waitingByGroup(test.db, HEAD);
    const { id } = await pieceOf(test.db, enrolmentId, 'DCSTID01');
    const [first] = (await listQueue(test.db, HEAD, { ...NO_FILTER, state: 'handed-over' }, 1)).files;
    expect(group).toEqual({ portfolio: 'G2', count: 3, since: first?.pieces[0]?.since, oldest: id });
    expect(others).toEqual([]);
    expect(await waitingByGroup(test.db, OFFICER)).toEqual([group]);
    expect(await waitingByGroup(test.db, { ...HEAD, portfolios: ['G1'] })).toEqual([]);
    expect(await waitingByGroup(test.db, { ...HEAD, academy: 'lyon' })).toEqual([]);
  });
  it('what waits to be read stands last and is marked; nobody begins at it, nor is led to it', async () => {
    const { id } = await pieceOf(test.db, enrolmentId, 'DCSTID01');
    const reading = (is: boolean) =>
      sql`update deposit set unread = ${sql.lit(is)} where piece_id = ${id}`.execute(test.db);
    await reading(true);
    expect(await codes({})).toEqual(['DOMICIL', 'ATTFORM', 'RELNOTES', 'DCSTID01']);
    // It is received, and handed over or not, all the same: in the filter, in the figures and in the navigation.
    expect(await codes({ state: 'handed-over' })).toEqual(['DOMICIL', 'ATTFORM', 'DCSTID01']);
    expect(await codes({ state: 'not-handed-over' })).toEqual(['RELNOTES']);
    expect(await codes({ state: 'being-read' })).toEqual(['DCSTID01']);
    expect(await readFigures(test.db, OFFICER)).toMatchObject({
      toCheck: 3,
      notHandedOver: 1,
      beingRead: 1,
      unreadSheets: 0,
    });
    expect(await countToCheck(test.db, OFFICER)).toBe(3);
    await sql`update piece set handed_over_at = null where id = ${id}`.execute(test.db);
    expect(await codes({ state: 'not-handed-over' })).toEqual(['RELNOTES', 'DCSTID01']);
    expect(await readFigures(test.db, OFFICER)).toMatchObject({ toCheck: 2, notHandedOver: 2, beingRead: 1 });
    await sql`update piece set handed_over_at = business_now() where id = ${id}`.execute(test.db);
    const [row] = (await listQueue(test.db, OFFICER, NO_FILTER, 1)).files;
    expect(row?.pieces.map(({ beingRead }) => beingRead)).toEqual([false, false, false, true]);
    expect(await firstInQueue(test.db, OFFICER, NO_FILTER)).toEqual({
      id: (await pieceOf(test.db, enrolmentId, 'DOMICIL')).id,
      enrolmentId,
      handedOver: true,
    });
    const last = await pieceOf(test.db, enrolmentId, 'RELNOTES');
    const first = await pieceOf(test.db, enrolmentId, 'DOMICIL');
    expect(await placeInQueue(test.db, OFFICER, NO_FILTER, last)).toMatchObject({ next: null, onceDecided: first.id });
    expect(await placeInQueue(test.db, OFFICER, NO_FILTER, { id, enrolmentId })).toMatchObject({
      previous: null,
      next: first.id,
    });
    const alone = { ...NO_FILTER, code: 'DCSTID01' };
    expect(await firstInQueue(test.db, OFFICER, alone)).toBeNull();
    // On paper it is decided, whatever file is beside it.
    await sql`update piece set mode = 'post' where id = ${id}`.execute(test.db);
    expect(await codes({ state: 'handed-over' })).toContain('DCSTID01');
    await sql`update piece set mode = 'online' where id = ${id}`.execute(test.db);
    await reading(false);
    expect(await codes({})).toEqual(['DCSTID01', 'DOMICIL', 'ATTFORM', 'RELNOTES']);
  });
  it('of a confirmation that is received and still to be read, the figures say so', async () => {
    const sheet = await pieceOf(test.db, enrolmentId, 'CINSIG01');
    await giveFile(test.db, back.files, sheet, { daysAgo: 0 });
    await sql`update deposit set unread = true where piece_id = ${sheet.id}`.execute(test.db);
    expect(await readFigures(test.db, OFFICER)).toMatchObject({ unreadSheets: 0 });
    expect(await filed('signed')).toBe(0);
    await sql`update enrolment set signed_version = version where id = ${enrolmentId}`.execute(test.db);
    expect(await readFigures(test.db, OFFICER)).toMatchObject({ unreadSheets: 1 });
    expect(await filed('signed')).toBe(1);
    await sql`update deposit set unread = false where piece_id = ${sheet.id}`.execute(test.db);
    expect(await readFigures(test.db, OFFICER)).toMatchObject({ unreadSheets: 0 });
    expect(await filed('signed')).toBe(1);
    await sql`update deposit set state = 'removed', ended_at = business_now() where piece_id = ${sheet.id}`.execute(
      test.db,
    );
    await sql`update enrolment set signed_version = null where id = ${enrolmentId}`.execute(test.db);
  });
  it('another group, another academy and an ended enrolment have nothing here', async () => {
    expect(await codes({}, { ...HEAD, portfolios: ['G1'] })).toEqual([]);
    expect(await codes({}, { ...HEAD, portfolios: [] })).toEqual([]);
    expect(await codes({}, { ...HEAD, academy: 'lyon' })).toEqual([]);
    expect(await codes({}, HEAD)).toHaveLength(4);
    await sql`update enrolment set status = 'withdrawn' where id = ${enrolmentId}`.execute(test.db);
    expect(await codes({}, HEAD)).toEqual([]);
    await sql`update enrolment set status = 'registered' where id = ${enrolmentId}`.execute(test.db);
  });
  it('a piece knows what of its person stands around it; once decided, what was passed over comes before somebody else', async () => {
    const id = async (code: string) => (await pieceOf(test.db, enrolmentId, code)).id;
    const place = async (code: string, filter = NO_FILTER) =>
      placeInQueue(test.db, OFFICER, filter, { id: await id(code), enrolmentId });
    const waiting = [await id('DCSTID01'), await id('DOMICIL'), await id('ATTFORM'), await id('RELNOTES')];
    const [first, , received, last] = waiting;
    expect(await place('DOMICIL')).toEqual({
      total: 4,
      waiting,
      previous: first,
      next: received,
      onceDecided: received,
      after: null,
    });
    expect(await place('RELNOTES')).toMatchObject({ previous: received, next: null, onceDecided: first });
    expect(await place('CINSIG01')).toMatchObject({ waiting, previous: null, next: first });
    // Marked « Reçue » it waits on: nobody is led back to it, or two of them would follow each other for ever.
    const alone = { ...NO_FILTER, state: 'received' as const };
    expect(await place('ATTFORM', alone)).toMatchObject({ previous: null, next: null, onceDecided: null });
    expect(await place('RELNOTES', { ...NO_FILTER, code: 'RELNOTES' })).toMatchObject({
      waiting: [last],
      onceDecided: null,
    });
    expect((await firstInQueue(test.db, OFFICER, NO_FILTER))?.id).toBe(first);
    expect(await firstInQueue(test.db, OFFICER, NO_FILTER, enrolmentId)).toBeNull();
  });
});

describe('The queue of 3,000 enrolments of 6 pieces', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await emptyDatabase(ROOMS);
    await setClock(test.db, ORDINARY_DAY);
    await manyFiles(test.db, 3000);
  });
  afterAll(() => test.close());

  it('has a row a candidate on all its pages, where the rule of risk puts the first of their pieces', async () => {
    const { total } = await listQueue(test.db, OFFICER, NO_FILTER, 1);
    expect(total).toBeGreaterThan(2500);
    const all: QueuedFile[] = [];
    for (let page = 1, more = true; more; page += 1) {
      const read = await listQueue(test.db, OFFICER, NO_FILTER, page);
      expect(read.files).toHaveLength(read.more ? PAGE_SIZE : read.files.length);
      all.push(...read.files);
      more = read.more;
    }
    const pieces = all.flatMap((file) => file.pieces);
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(total);
    expect(pieces).toHaveLength(total);
    expect(new Set(all.map(({ enrolmentId }) => enrolmentId)).size).toBe(all.length);
    const today = parisDay(ORDINARY_DAY);
    const days = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
      from.until(to, { largestUnit: 'day' }).days;
    const keyOf = ({ handedOver, countsForValidation, since, dueAt }: QueuedPiece) => ({
      handedOver,
      risk: riskOf({
        countsForValidation,
        waitingDays: days(parisDay(since ?? ORDINARY_DAY), today),
        daysLeft: days(today, parisDay(dueAt)),
      }),
    });
    const inOrder = (keys: readonly ReturnType<typeof keyOf>[]) =>
      keys.toSorted((a, b) => Number(b.handedOver) - Number(a.handedOver) || b.risk - a.risk);
    const firsts = all.map(({ pieces: [first] }) => keyOf(first as QueuedPiece));
    expect(firsts).toEqual(inOrder(firsts));
    for (const file of all) expect(file.pieces.map(keyOf)).toEqual(inOrder(file.pieces.map(keyOf)));
    expect(all.some((file) => file.pieces.length > 1)).toBe(true);
    expect(new Set(pieces.map(({ handedOver }) => handedOver)).size).toBe(2);
  });
});
