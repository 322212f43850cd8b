import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { accountMigrations } from '../../accounts/index.ts';
import { decisionMigrations } from '../../decisions/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { createEventBus } from '../../platform/events.ts';
import { readStream, SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ok } from '../../platform/result.ts';
import { ownDatabase } from '../../testing/database.ts';
import { delegated } from '../../testing/delegations.ts';
import {
  aDraft,
  COIFFURE,
  modifiedEnrolment,
  ORDINARY_DAY,
  register,
  registeredEnrolment,
  reread,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
} from '../../testing/enrolments.ts';
import { enrolmentStream } from '../events.ts';
import { enrolmentMigrations } from '../migrations.ts';
import { findReserve } from '../store/reserves.ts';
import { lockEnrolment } from '../store.ts';
import { beginEnrolment } from './beginEnrolment.ts';
import { decideReserve, type ReserveOrder } from './decideReserve.ts';
import { endSetAside } from './endSetAside.ts';
import { markSigned, validateEnrolment } from './signature.ts';

const events = createEventBus();

const OFFICER = randomUUID();
/** Ten weeks of work where two years are asked. */
const SHORT = { ...COIFFURE.informations, from1: '01/09/2023' };
/** No test sat before: another condition is not met, that one besides. */
const NEVER_SAT = { ...SHORT, satAllTests: 'non' };
const TWO_YEARS = ['experience-two-years'];

const options = () => ({ events, catalogue });
const underReserve = (): Promise<TestEnrolment> =>
  registeredEnrolment(db, { ...options(), answers: { informations: SHORT }, reserveRead: TWO_YEARS });
const change = (own: TestEnrolment, informations: object, reserveRead: readonly string[] = []) =>
  modifiedEnrolment(db, { ...options(), reserveRead }, own, {
    informations: { ...COIFFURE.informations, ...informations },
  });
const decide = (own: TestEnrolment, decision: ReserveOrder['decision'], more: Partial<ReserveOrder> = {}) =>
  decideReserve({ db, events, catalogue: () => catalogue }, SYSTEM, {
    id: own.enrolment.id,
    academy: 'clermont',
    version: own.enrolment.version,
    decision,
    words: 'Vu le certificat du salon.',
    ground: decision === 'set-aside' ? "code de l'éducation, article D337-102" : null,
    officerId: OFFICER,
    ...more,
  });
/** As the room of papers does, once it knows how the decision reached its person. */
const notify = (own: TestEnrolment, notified = true) =>
  db.transaction().execute(async (tx) => {
    const held = await lockEnrolment(tx, own.enrolment.id);
    if (held !== null)
      await endSetAside(
        { events, catalogue: () => catalogue },
        tx,
        SYSTEM,
        held,
        notified ? Temporal.PlainDate.from('2023-11-20') : null,
      );
  });
const again = (own: TestEnrolment) => reread(db, own.candidate, own.enrolment.id);
const journal = async ({ enrolment }: TestEnrolment) =>
  (await readStream(db, enrolmentStream(enrolment.id), 50)).map(({ name }) => name);
const validate = (own: TestEnrolment) =>
  transact(db, async (tx) => {
    const sign = await lockEnrolment(tx, own.enrolment.id);
    if (sign !== null) await markSigned({ events }, tx, SYSTEM, sign);
    const signed = await lockEnrolment(tx, own.enrolment.id);
    return ok(signed !== null && (await validateEnrolment({ events }, tx, SYSTEM, signed)));
  });

const { db } = await ownDatabase([platformMigrations, accountMigrations, decisionMigrations, enrolmentMigrations]);
const catalogue = await shippedCatalogue();
await delegated(db, OFFICER);

describe('A condition that is not met, by what was declared', () => {
  it('keeps nobody from registering, once its reasons were read', async () => {
    await setClock(db, ORDINARY_DAY);
    const own = await aDraft(db, { ...options(), answers: { informations: SHORT } });
    const { candidate, enrolment } = own;
    for (const read of [null, [], ['category']])
      await expect(register(db, options(), candidate, enrolment.id, null, read)).rejects.toThrow('reserve-unread');
    expect(await again(own)).toMatchObject({ status: 'draft', number: null, reserve: null });
    const registered = await register(db, options(), candidate, enrolment.id, null, TWO_YEARS);
    expect(registered).toMatchObject({ status: 'registered', version: 1, reserve: 'pending' });
    expect(await findReserve(db, enrolment.id)).toMatchObject({
      version: 1,
      reasons: [{ code: 'experience-two-years', source: expect.stringContaining('D337-102') }],
      decisions: [],
    });
  });

  it('keeps the enrolment from being validated before a person has lifted the reserve', async () => {
    const own = await underReserve();
    expect(await validate(own)).toEqual({ ok: true, value: false });
    await expect(
      sql`update enrolment set status = 'validated' where id = ${own.enrolment.id}`.execute(db),
      'the last wall',
    ).rejects.toThrow('enrolment_reserve_not_validated');
    expect(await decide(own, 'lifted')).toEqual({ ok: true, value: null });
    expect(await validate(own)).toEqual({ ok: true, value: true });
    expect(await again(own)).toMatchObject({ status: 'validated', reserve: 'lifted' });
  });
});

describe('A change of an enrolment under reserve', () => {
  it('by which all conditions are met lifts the reserve by itself, and the journal says so', async () => {
    const own = await change(await underReserve(), {});
    expect(own.enrolment).toMatchObject({ version: 2, reserve: null });
    const [entry] = await readStream(db, enrolmentStream(own.enrolment.id), 1);
    expect(entry).toMatchObject({ name: 'enrolment.modified', data: { reserve: 'met', unmet: [] } });
  });

  it('that says the same of the conditions keeps the word of the officer', async () => {
    const own = await underReserve();
    await decide(own, 'lifted');
    const moved = await modifiedEnrolment(db, options(), own, {
      identification: { ...COIFFURE.identification, city: 'Arpajon' },
    });
    expect(moved.enrolment).toMatchObject({ version: 2, reserve: 'lifted' });
  });

  it('to other facts, or to another condition not met, is to be read and looked at again', async () => {
    for (const [informations, read] of [
      [{ ...SHORT, from1: '01/10/2023' }, TWO_YEARS],
      [NEVER_SAT, [...TWO_YEARS, 'category']],
    ] as const) {
      const own = await underReserve();
      await decide(own, 'lifted');
      const changed = await change(own, informations, read);
      expect(changed.enrolment).toMatchObject({ version: 2, reserve: 'pending' });
      expect(await findReserve(db, own.enrolment.id)).toMatchObject({ version: 2, decisions: [] });
    }
  });
});

describe("« Écarter » is a person's decision", () => {
  it('kept with who and when, its words and its legal ground; the enrolment goes on until it is notified', async () => {
    const own = await underReserve();
    expect(await decide(own, 'set-aside')).toEqual({ ok: true, value: null });
    expect(await again(own)).toMatchObject({ status: 'registered', reserve: 'upheld', endedAt: null });
    await notify(own);
    expect(await again(own)).toMatchObject({ status: 'set-aside', reserve: 'upheld', working: null });
    expect(await journal(own)).toContain('setAside.ended');
    expect((await findReserve(db, own.enrolment.id))?.decisions).toMatchObject([
      { decision: 'set-aside', words: 'Vu le certificat du salon.', ground: expect.any(String), officerId: OFFICER },
    ]);
    expect(await journal(own)).toContain('enrolment.setAside');
    const entries = await readStream(db, enrolmentStream(own.enrolment.id), 50);
    expect(JSON.stringify(entries), 'the journal holds no words about a person').not.toContain('salon');
  });

  it('that a remedy takes back, but never beside another enrolment of the same person', async () => {
    const own = await underReserve();
    await decide(own, 'set-aside');
    await notify(own);
    const begun = await beginEnrolment(
      { db, events, catalogue: () => catalogue },
      SYSTEM,
      own.candidate.accountId,
      'bp-2024-clermont',
    );
    expect(begun.ok && begun.value !== own.enrolment.id).toBe(true);
    expect(await decide(own, 'reinstated')).toMatchObject({ error: { code: 'already-enrolled' } });
    // Its notification was noted by mistake: the other one goes on, and alone.
    await notify(own, false);
    expect(await again(own)).toMatchObject({ status: 'set-aside' });
    if (begun.ok) await sql`update enrolment set status = 'abandoned' where id = ${begun.value}`.execute(db);
    expect(await decide(own, 'reinstated')).toEqual({ ok: true, value: null });
    expect(await again(own)).toMatchObject({ status: 'registered', reserve: 'lifted', endedAt: null });
  });
});

describe('A decision that sets aside, before its notification', () => {
  it('is of what was registered then: once the candidate changed it, it ends nothing, and somebody looks again', async () => {
    const own = await underReserve();
    await decide(own, 'set-aside');
    expect(await decide(own, 'lifted')).toMatchObject({ error: { code: 'decided-meanwhile' } });
    const changed = await change(own, { ...SHORT, from1: '01/10/2023' }, TWO_YEARS);
    expect(changed.enrolment).toMatchObject({ version: 2, reserve: 'pending' });
    await notify(own);
    expect(await again(own)).toMatchObject({ status: 'registered', reserve: 'pending' });
    expect(await journal(own)).not.toContain('setAside.ended');
  });

  it('is undone by no answer: with everything met, a person looks again, and reads on what it rested', async () => {
    const own = await underReserve();
    await decide(own, 'set-aside');
    const changed = await change(own, COIFFURE.informations);
    expect(changed.enrolment).toMatchObject({ version: 2, reserve: 'pending' });
    const [entry] = await readStream(db, enrolmentStream(own.enrolment.id), 1);
    expect(entry).toMatchObject({ name: 'enrolment.modified', data: { reserve: 'again', unmet: [] } });
    const former = [{ sentence: expect.stringMatching(/^D'après les réponses d'avant(?!.*d'avant)/), former: true }];
    expect((await findReserve(db, own.enrolment.id))?.reasons).toMatchObject(former);
    // Of before the mark was kept, the words alone say it.
    await sql`update enrolment_reserve set reasons = reasons #- '{0,former}' where enrolment_id = ${own.enrolment.id}`.execute(
      db,
    );
    expect((await findReserve(db, own.enrolment.id))?.reasons).toMatchObject(former);
    expect(await decide({ ...own, enrolment: changed.enrolment }, 'lifted')).toEqual({ ok: true, value: null });
    expect(await again(own)).toMatchObject({ status: 'registered', reserve: 'lifted' });
  });

  it('noted by mistake, then corrected, lets the enrolment go on; taken back, it ends nothing', async () => {
    const own = await underReserve();
    await decide(own, 'set-aside');
    for (const notified of [true, true, false, false]) await notify(own, notified);
    expect(await again(own)).toMatchObject({ status: 'registered', reserve: 'upheld', endedAt: null });
    expect((await journal(own)).filter((name) => name.startsWith('setAside.'))).toEqual(
      expect.arrayContaining(['setAside.ended', 'setAside.resumed']),
    );
    expect(await decide(own, 'reinstated')).toEqual({ ok: true, value: null });
    await notify(own);
    expect(await again(own)).toMatchObject({ status: 'registered', reserve: 'lifted' });
  });
});

describe('A decision on a reserve', () => {
  it('sent twice is one; of two people, the second is told', async () => {
    const own = await underReserve();
    const other = { officerId: randomUUID() };
    const all = await Promise.all([decide(own, 'lifted'), decide(own, 'lifted'), decide(own, 'set-aside', other)]);
    expect(all.filter(({ ok: done }) => done).length).toBeLessThanOrEqual(2);
    expect((await findReserve(db, own.enrolment.id))?.decisions).toHaveLength(1);
    expect(await decide(own, 'set-aside', other)).toMatchObject({ error: { code: 'decided-meanwhile' } });
  });

  it('is refused on a version that the candidate has changed, without a reserve, elsewhere, and once it ended', async () => {
    const plain = await registeredEnrolment(db, options());
    expect(await decide(plain, 'lifted')).toMatchObject({ error: { code: 'no-reserve' } });
    const own = await underReserve();
    expect(await decide(own, 'lifted', { academy: 'lyon' })).toMatchObject({ error: { code: 'not-found' } });
    await change(own, { ...SHORT, from1: '01/10/2023' }, TWO_YEARS);
    expect(await decide(own, 'lifted')).toMatchObject({ error: { code: 'decided-meanwhile' } });
    await sql`update enrolment set status = 'withdrawn' where id = ${own.enrolment.id}`.execute(db);
    expect(await decide(own, 'lifted', { version: 2 })).toMatchObject({ error: { code: 'ended' } });
  });
});
