import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { accountMigrations } from '../../accounts/index.ts';
import { decisionMigrations } from '../../decisions/index.ts';
import { connectDatabase, type Pool } from '../../platform/database/database.ts';
import { createEventBus } from '../../platform/events.ts';
import { type Act, readStream, SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import {
  aDraft,
  answer,
  COIFFURE,
  findCandidate,
  MACON_WITH_HANDICAP,
  ORDINARY_DAY,
  registeredEnrolment,
  reread,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
} from '../../testing/enrolments.ts';
import { answersOf } from '../dossier.ts';
import { isSigned, stampOf } from '../enrolment.ts';
import { enrolmentStream, healthSubjectOf } from '../events.ts';
import { enrolmentMigrations } from '../migrations.ts';
import { isBeingRewritten } from '../signed.ts';
import { findOwnEnrolment, lockEnrolment } from '../store.ts';
import { abandonChanges } from './abandonChanges.ts';
import { beginEnrolment } from './beginEnrolment.ts';
import { registerEnrolment } from './registerEnrolment.ts';
import { markSigned } from './signature.ts';
import { withdrawEnrolment } from './withdrawEnrolment.ts';

const events = createEventBus();
const test = await ownDatabase([platformMigrations, accountMigrations, decisionMigrations, enrolmentMigrations]);
const { connection, db } = test;
const otherNode = connectDatabase(connection, () => undefined);
const catalogue = await shippedCatalogue();
afterAll(async () => {
  await otherNode.close();
});

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}+01:00`);
const options = () => ({ events, catalogue });
const deps = (node: Pick<Pool, 'db'> = test) => ({ db: node.db, events, catalogue: () => catalogue, findCandidate });
const draft = async (answers = {}): Promise<TestEnrolment> => {
  await setClock(db, ORDINARY_DAY);
  return aDraft(db, { ...options(), answers });
};
/** The mark of the summary as the candidate sees it now; nobody else's is seen. */
const summaryOf = async ({ candidate, enrolment }: TestEnrolment): Promise<string> =>
  stampOf(answersOf((await findOwnEnrolment(db, enrolment.id, candidate.accountId)) ?? enrolment));
const register = async (
  own: TestEnrolment,
  key: string | null = null,
  act: Act = SYSTEM,
  node: Pick<Pool, 'db'> = test,
  stamp?: string,
  reserveRead: readonly string[] | null = null,
) =>
  registerEnrolment(deps(node), act, {
    id: own.enrolment.id,
    candidateId: own.candidate.accountId,
    stamp: stamp ?? (await summaryOf(own)),
    key,
    reserveRead,
  });
const withdrawal = ({ candidate, enrolment }: TestEnrolment, version: number) =>
  withdrawEnrolment(deps(), SYSTEM, { id: enrolment.id, candidateId: candidate.accountId, version });
const versions = async (id: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from enrolment_version where enrolment_id = ${id}`.execute(db)).rows[0]
    ?.n ?? -1;
const entries = async (id: string, name: string): Promise<number> =>
  (
    await sql<{
      n: number;
    }>`select count(*) as n from journal where stream = ${`enrolment:${id}`} and name = ${name}`.execute(db)
  ).rows[0]?.n ?? -1;

describe("« Cliquer sur ENREGISTRER pour que votre candidature soit prise en compte et qu'un numéro vous soit attribué »", () => {
  it('gives a number and version 1', async () => {
    const own = await draft();
    const done = await register(own);
    expect(done).toMatchObject({ ok: true, value: { version: 1, changed: true } });
    const after = await reread(db, own.candidate, own.enrolment.id);
    expect(after).toMatchObject({ status: 'registered', version: 1, working: null });
    expect(after.number).toMatch(/^BP24-\d{5}-[A-Z]$/);
  });

  it('ten times at once, on two nodes, with one key or with ten, gives one number and one version', async () => {
    for (const keys of [Array(10).fill(randomUUID()) as string[], Array.from({ length: 10 }, () => randomUUID())]) {
      const own = await draft();
      const all = await Promise.all(
        keys.map((key, index) => register(own, key, SYSTEM, index % 2 === 0 ? test : otherNode)),
      );
      const numbers = new Set(all.map((one) => (one.ok ? one.value.number : JSON.stringify(one.error))));
      expect(numbers.size).toBe(1);
      expect(await versions(own.enrolment.id)).toBe(1);
      expect(await entries(own.enrolment.id, 'enrolment.registered')).toBe(1);
    }
  });

  it('from a summary already sent, gone back to after a change, is refused and not answered as if it were done', async () => {
    const own = await draft();
    const [key, stamp] = [randomUUID(), await summaryOf(own)];
    expect(await register(own, key, SYSTEM, test, stamp)).toMatchObject({ ok: true });
    const moved = { ...COIFFURE.identification, city: 'Murat', postcode: '15300' };
    await answer(db, options(), own.candidate, own.enrolment.id, 'identification', moved);
    expect(await register(own, key, SYSTEM, test, stamp)).toMatchObject({ error: { code: 'written-elsewhere' } });
    expect(await register(own, key)).toMatchObject({ ok: true, value: { version: 2, changed: true } });
  });

  it('makes no new version when nothing differs', async () => {
    const own = await draft();
    await register(own);
    await answer(db, options(), own.candidate, own.enrolment.id, 'identification', COIFFURE.identification);
    expect(await register(own)).toMatchObject({ ok: true, value: { version: 1, changed: false } });
    expect((await reread(db, own.candidate, own.enrolment.id)).working).toBeNull();
    expect(await versions(own.enrolment.id)).toBe(1);
  });

  it('of a change makes version 2 with the same number and voids the signature', async () => {
    const own = await draft();
    await register(own);
    await db.transaction().execute(async (tx) => {
      const enrolment = await lockEnrolment(tx, own.enrolment.id);
      if (enrolment !== null) await markSigned({ events }, tx, SYSTEM, enrolment);
    });
    const before = await reread(db, own.candidate, own.enrolment.id);
    expect(isSigned(before)).toBe(true);
    await answer(db, options(), own.candidate, own.enrolment.id, 'identification', {
      ...COIFFURE.identification,
      city: 'Murat',
    });
    expect(
      isSigned(await reread(db, own.candidate, own.enrolment.id)),
      'not saved yet: version 1 and its signature stand',
    ).toBe(true);
    const done = await register(own);
    expect(done).toMatchObject({ ok: true, value: { number: before.number, version: 2, changed: true } });
    expect(isSigned(await reread(db, own.candidate, own.enrolment.id))).toBe(false);
    expect(await entries(own.enrolment.id, 'enrolment.modified')).toBe(1);
  });

  it('of what was said of health alone keeps version, signature and history: nobody else learns that it changed', async () => {
    const own = await draft(MACON_WITH_HANDICAP);
    await register(own);
    await db.transaction().execute(async (tx) => {
      const enrolment = await lockEnrolment(tx, own.enrolment.id);
      if (enrolment !== null) await markSigned({ events }, tx, SYSTEM, enrolment);
    });
    const before = await reread(db, own.candidate, own.enrolment.id);
    const history = await readStream(db, enrolmentStream(own.enrolment.id), 50);
    const { informations, qualification } = MACON_WITH_HANDICAP;
    const said = {
      informations: { ...informations, handicap: 'non' },
      qualification: { ...qualification, disabledWorker: 'non' },
    };
    for (const step of ['informations', 'qualification'] as const)
      await answer(db, options(), own.candidate, own.enrolment.id, step, said[step]);
    expect(isBeingRewritten(await reread(db, own.candidate, own.enrolment.id))).toBe(false);
    expect(await register(own)).toMatchObject({ ok: true, value: { version: 1, changed: false, onlyHealth: true } });
    const after = await reread(db, own.candidate, own.enrolment.id);
    expect(after).toMatchObject({ version: 1, status: before.status, working: null, signature: before.signature });
    expect(after.registered).toMatchObject({
      informations: { handicap: 'non' },
      qualification: { disabledWorker: 'non' },
    });
    expect(await versions(own.enrolment.id)).toBe(1);
    expect(await readStream(db, enrolmentStream(own.enrolment.id), 50)).toEqual(history);
    const [noted] = await readStream(db, healthSubjectOf(after).stream, 5);
    expect(noted?.name).toBe('health.declared');
  });

  it('certifies what was read: of answers that another tab changed since, nothing is registered', async () => {
    const own = await draft();
    const read = await summaryOf(own);
    await answer(db, options(), own.candidate, own.enrolment.id, 'identification', {
      ...COIFFURE.identification,
      city: 'Murat',
    });
    expect(await register(own, randomUUID(), SYSTEM, test, read)).toMatchObject({
      ok: false,
      error: { code: 'written-elsewhere' },
    });
    expect(await versions(own.enrolment.id)).toBe(0);
    expect((await register(own)).ok).toBe(true);
  });

  it('abandoned, leaves version and signature as they were', async () => {
    const own = await draft();
    await register(own);
    await answer(db, options(), own.candidate, own.enrolment.id, 'identification', {
      ...COIFFURE.identification,
      city: 'Murat',
    });
    await abandonChanges(deps(), SYSTEM, own.enrolment.id, own.candidate.accountId);
    const after = await reread(db, own.candidate, own.enrolment.id);
    expect([after.version, after.working, after.registered?.identification?.city]).toEqual([1, null, 'Aurillac']);
  });

  it('keeps the form of passage for good', async () => {
    const own = await registeredEnrolment(db, {
      ...options(),
      answers: {
        informations: {
          ...COIFFURE.informations,
          category: 'distance-learner',
          distanceBody: 'CNED',
          trainingHours: '480',
        },
      },
    });
    await expect(
      answer(db, options(), own.candidate, own.enrolment.id, 'qualification', {
        ...COIFFURE.qualification,
        form: 'PROGRESSIVE',
      }),
    ).rejects.toThrow('form');
  });
});

describe('La clôture', () => {
  it('at 16 h 59 is not there yet; at 17 h 00 sharp it is; the draft stays', async () => {
    const own = await draft();
    await setClock(db, at('2023-12-01T17:00:00'));
    expect(await register(own)).toMatchObject({ ok: false, error: { code: 'closed' } });
    expect((await reread(db, own.candidate, own.enrolment.id)).working?.identification?.city).toBe('Aurillac');
    await setClock(db, at('2023-12-01T16:59:00'));
    expect((await register(own)).ok).toBe(true);
  });
  it('lets finish what began before it, within half an hour', async () => {
    const [slow, tooSlow] = [await draft(), await draft()];
    await setClock(db, at('2023-12-01T17:10:00'));
    expect((await register(slow, null, { ...SYSTEM, elapsed: () => 601_000 })).ok).toBe(true);
    await setClock(db, at('2023-12-01T17:30:01'));
    expect(await register(tooSlow, null, { ...SYSTEM, elapsed: () => 1_900_000 })).toMatchObject({
      ok: false,
      error: { code: 'closed' },
    });
  });
  it('comes an hour later in UTC than the opening did: the window crosses the change of clocks', async () => {
    const own = await draft();
    await setClock(db, Temporal.Instant.from('2023-12-01T15:59:00Z'));
    expect((await register(own)).ok).toBe(true);
  });
});

describe('Une seule inscription', () => {
  it('living per person and session, however many tabs begin one', async () => {
    const own = await draft();
    const again = await Promise.all(
      Array.from({ length: 5 }, () => beginEnrolment(deps(), SYSTEM, own.candidate.accountId, 'bp-2024-clermont')),
    );
    expect(new Set(again.map((one) => (one.ok ? one.value : 'refused')))).toEqual(new Set([own.enrolment.id]));
  });
  it('after a withdrawal is a new one, with a new number', async () => {
    const own = await registeredEnrolment(db, options());
    await Promise.all([1, 2].map(() => withdrawal(own, 1)));
    expect((await reread(db, own.candidate, own.enrolment.id)).status).toBe('withdrawn');
    expect(await entries(own.enrolment.id, 'enrolment.withdrawn')).toBe(1);
    expect(await register(own)).toMatchObject({ ok: false, error: { code: 'ended' } });
    const begun = await beginEnrolment(deps(), SYSTEM, own.candidate.accountId, 'bp-2024-clermont');
    if (!begun.ok) throw new Error('a new enrolment is possible');
    expect(begun.value).not.toBe(own.enrolment.id);
    for (const step of ['identification', 'informations', 'qualification', 'acquis', 'epreuves'] as const)
      await answer(db, options(), own.candidate, begun.value, step, COIFFURE[step]);
    const next = await register({
      candidate: own.candidate,
      enrolment: await reread(db, own.candidate, begun.value),
    });
    expect(next.ok && next.value.number).not.toBe(own.enrolment.number);
  });
  it('is not withdrawn by who abandons its draft in a tab opened before it was registered', async () => {
    const own = await draft();
    await register(own);
    expect(await withdrawal(own, 0)).toMatchObject({ ok: false, error: { code: 'written-elsewhere' } });
    expect((await reread(db, own.candidate, own.enrolment.id)).status).toBe('registered');
  });
  it("is nobody else's: another candidate is told that it doesn't exist", async () => {
    const [mine, other] = [await draft(), await draft()];
    expect(await register({ candidate: other.candidate, enrolment: mine.enrolment })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await withdrawal({ candidate: other.candidate, enrolment: mine.enrolment }, 0)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

describe("L'enregistrement refusé", () => {
  it('while a step is missing', async () => {
    await setClock(db, ORDINARY_DAY);
    const own = await aDraft(db, options(), 'acquis');
    expect(await register(own)).toMatchObject({ ok: false, error: { code: 'incomplete' } });
  });
});
