import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  type Cursor,
  countThreads,
  countUnreadMessages,
  listMessages,
  listThreads,
  NO_MESSAGE_FILTER,
  type ThreadFilter,
} from '../../messages/index.ts';
import { doublesOf } from '../../persons/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { countUnreached, readSearch, type Scope, searchFiles } from '../../scope/index.ts';
import { officeRoom } from '../../testing/desk.ts';
import { multiplyEnrolments } from '../../testing/growth.ts';
import { giveFile, pieceOf } from '../../testing/officeSite.ts';
import { plansOn } from '../../testing/plans.ts';
import { stage } from '../../testing/stage.ts';
import { mendLists } from '../actions/mendLists.ts';
import { QUEUE_STATES } from '../checking.ts';
import { NO_FILTER } from '../rules/queueFilter.ts';
import { countToCheck, readFigures } from './figures.ts';
import { placeInQueue } from './placeInQueue.ts';
import { firstInQueue, listQueue } from './queue.ts';
import { visiblePiece } from './visiblePiece.ts';

/** A slice of `npm run load -- growth`: no time is measured, but no table that grows is read whole for a page. */
const MANY = 2000;
const HEAD: Scope = {
  academy: 'clermont',
  sessions: ['bp-2024-clermont', 'bp-demo'],
  portfolios: null,
  pieces: 'ordinary',
};
const OFFICER: Scope = { ...HEAD, portfolios: ['G2'] };
const GROWING =
  /hashed SubPlan|Seq Scan on (auth_user|candidate|enrolment|piece|deposit|piece_review|journal|mail|office_file|office_name|office_queue|message|message_thread|message_reading)\b.*/;

const { db, files, registered } = await stage(officeRoom);
const { enrolment } = await registered();
await giveFile(db, files, await pieceOf(db, enrolment.id, 'DOMICIL'));
const specialities = [
  { cfd: '45033608', portfolio: 'G2' },
  { cfd: '45022108', portfolio: 'G1' },
  { cfd: '45023216', portfolio: 'G3' },
];
await multiplyEnrolments(db, { enrolmentId: enrolment.id, specialities }, 1, MANY);
await mendLists(db, { error: () => undefined });
await sql`vacuum analyze`.execute(db);
const first = (await firstInQueue(db, HEAD, NO_FILTER)) ?? { id: '', enrolmentId: '' };

const plansOf = (work: (db: Database) => Promise<unknown>): Promise<string> => plansOn(db, work);

const threads = (db: Database, scope: Scope, filter: Partial<ThreadFilter>, after: Cursor | null = null) =>
  listThreads(db, scope, { ...NO_MESSAGE_FILTER, ...filter }, { after, size: 50 });
const search = (typed: string) => (db: Database) =>
  searchFiles(db, HEAD, { search: readSearch(typed, ['BP24']), state: null, session: null }, 1);

describe.each([
  ['head', HEAD],
  ['officer', OFFICER],
] as const)('A page of the %s reads no growing table whole', (_, scope) => {
  it.each(QUEUE_STATES)('the queue (%s)', async (state) => {
    const plan = await plansOf((db) => listQueue(db, scope, { ...NO_FILTER, state }, 1));
    // Nothing is awaited by post here: of no row the planner may choose either way.
    expect(plan).toMatch(
      state === 'by-post' ? /Index (Only )?Scan using office_queue/ : /Index Only Scan using office_queue/,
    );
    expect(plan).not.toMatch(GROWING);
  });
  it.each<[string, (db: Database) => Promise<unknown>]>([
    ['a speciality of the queue', (db) => listQueue(db, scope, { ...NO_FILTER, speciality: '45022108' }, 1)],
    ['a piece of the queue', (db) => listQueue(db, scope, { ...NO_FILTER, code: 'DOMICIL' }, 1)],
    ['the number in the navigation', (db) => countToCheck(db, scope)],
    ['the figures', (db) => readFigures(db, scope)],
    ['those whom mails miss', (db) => countUnreached(db, scope)],
    ['the place of a piece', (db) => placeInQueue(db, scope, NO_FILTER, first)],
    ['a piece', (db) => visiblePiece(db, scope, first.id)],
    ['all files', (db) => searchFiles(db, scope, { search: { kind: 'everything' }, state: null, session: null }, 1)],
    [
      'signed files',
      (db) => searchFiles(db, scope, { search: { kind: 'everything' }, state: 'signed', session: null }, 1),
    ],
    [
      'files that lack a piece',
      (db) =>
        searchFiles(
          db,
          scope,
          { search: { kind: 'everything' }, state: 'incomplete', session: null, lacks: 'DOMICIL' },
          1,
        ),
    ],
    [
      'pieces that wait for too long',
      (db) => listQueue(db, scope, { ...NO_FILTER, state: 'handed-over', over: 15 }, 1),
    ],
    ['a day and a month of birth', search('27/06')],
    ['messages without an answer', (db) => threads(db, scope, {})],
    ['all messages', (db) => threads(db, scope, { waiting: false })],
    ['messages of one session', (db) => threads(db, scope, { session: 'bp-2024-clermont' })],
    ['messages about one piece', (db) => threads(db, scope, { piece: 'DOMICIL' })],
    ['messages that one follows', (db) => threads(db, scope, { officerId: '00000000-0000-4000-8000-000000000000' })],
    [
      'a later page of messages',
      (db) => threads(db, scope, {}, { at: Temporal.Instant.from('2023-11-01T10:00:00Z'), id: first.id }),
    ],
    ['the number of messages', (db) => countThreads(db, scope, NO_MESSAGE_FILTER, 10_000)],
    ['a thread', (db) => listMessages(db, first.id, 51)],
    ['whether something is to be read', (db) => countUnreadMessages(db, first.id)],
    ['the doubles of a file', (db) => doublesOf(db, scope, [first.enrolmentId])],
    ['a rare name', search('barbard')],
    ['a name that many bear', search('martin')],
    ['a typing mistake', search('Durnad')],
    ['a number', search('100127')],
  ])('%s', async (_name, work) => {
    expect(await plansOf(work)).not.toMatch(GROWING);
  });
});
