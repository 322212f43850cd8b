import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type Catalogue, createCatalogue } from '../catalogue/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { Mark } from '../marks/index.ts';

import { MACON_WITH_HANDICAP } from '../testing/enrolments.ts';
import { leftOut } from '../testing/hearings.ts';
import { papersRoom } from '../testing/papers.ts';
import { lockedBatch, ROOMS } from '../testing/results.ts';
import { stage } from '../testing/stage.ts';
import { readAccounts } from './account.ts';
import { decimal } from './rules/average.ts';

const PLACE = { academy: 'clermont', session: 'bp-2024-clermont' };
const [COIFFURE, MACON] = ['45033608', '45023216'];
const points = (mark: number): Mark => ({ code: 'mark', halfPoints: 2 * mark });
const lock = (speciality: string, unit: string, given: readonly (readonly [EnrolmentId, Mark])[]) =>
  lockedBatch(db, { ...PLACE, speciality, unit }, given);

const { db, catalogue, registered } = await stage({ ...papersRoom(), tables: ROOMS });
const coiffure = (await registered()).enrolment.id;
const macon = (await registered({ answers: MACON_WITH_HANDICAP })).enrolment.id;

/** The same rules, in which somebody wrote down the units that need the certificate. */
function written(units: readonly string[]): Catalogue {
  const specialities = catalogue.pack.specialities.map((one) =>
    one.cfd === MACON && one.scaffolding !== null && one.scaffolding !== undefined
      ? { ...one, scaffolding: { ...one.scaffolding, units: [...units] } }
      : one,
  );
  return createCatalogue({ ...catalogue.pack, specialities }, catalogue.anchors);
}

const account = async (id: EnrolmentId, rules = catalogue) => {
  const [one] = await readAccounts(db, rules, PLACE, [id]);
  if (one === undefined) throw new Error('No account');
  return one;
};

describe('The accounts of a session', () => {
  it('await the marks of batches that aren’t locked, and know what is kept', async () => {
    const { units, judgement, doubts, form, number } = await account(coiffure);
    expect([form, number]).toEqual(['GLOBAL', expect.stringMatching(/^BP24-/)]);
    expect(units.map(({ id, note }) => `${id} ${note}`)).toEqual([
      'U10 null',
      'U20 awaited',
      'U30A awaited',
      'U41 awaited',
      'U42 awaited',
      'U51 awaited',
      'U52 awaited',
      'U60 awaited',
      'UF awaited',
    ]);
    expect(units[0]).toMatchObject({
      outcome: { code: 'kept', halfPoints: 25 },
      title: 'Création, couleur, coupe, coiffage',
      obtainedOn: Temporal.PlainDate.from('2022-07-05'),
    });
    expect(judgement.outcome).toBe('NOT_JUDGED');
    expect(doubts).toEqual(['not-decided']);
  });

  it('are judged once every batch is locked: 9,92 and four points of the language make 10,05', async () => {
    const given = { U20: 8, U30A: 10, U41: 11, U42: 9.5, U51: 9, U52: 12, U60: 8 };
    for (const [unit, mark] of Object.entries(given)) await lock(COIFFURE, unit, [[coiffure, points(mark)]]);
    const before = await account(coiffure);
    expect([before.judgement.outcome, decimal(before.judgement.average ?? { numerator: 0, denominator: 1 })]).toEqual([
      'FAILED',
      '9.92',
    ]);
    expect(before.units.at(-1)).toMatchObject({ id: 'UF', note: 'awaited' });
    await lock(COIFFURE, 'UF', [[coiffure, points(14)]]);
    const after = await account(coiffure);
    expect([after.judgement.outcome, decimal(after.judgement.average ?? { numerator: 0, denominator: 1 })]).toEqual([
      'PASSED',
      '10.05',
    ]);
  });

  it('say a unit withheld by a decision alone: a certificate that is owed leaves nobody out, it is told to a person', async () => {
    expect((await account(macon)).doubts).toEqual(['not-decided', 'certificate-units-unknown']);
    expect((await account(macon)).units.some(({ note }) => note === 'withheld')).toBe(false);
    const owed = await account(macon, written(['U20', 'U30']));
    expect(owed.doubts).toEqual(['not-decided', 'certificate-owed']);
    expect(owed.units.some(({ note }) => note === 'withheld')).toBe(false);
    await leftOut(db, macon, ['U20', 'U30']);
    const out = await account(macon, written(['U20', 'U30']));
    expect(out.doubts).toEqual(['not-decided']);
    expect(out.units.filter(({ note }) => note === 'withheld').map(({ id }) => id)).toEqual(['U20', 'U30']);
    expect(out.units.filter(({ leftOut: is }) => is === true).map(({ id }) => id)).toEqual(['U20', 'U30']);
    await sql`update unit_exclusion set lifted_at = business_now() where enrolment_id = ${macon}`.execute(db);
    await sql`update piece set status = 'compliant' where code like 'R408A%'`.execute(db);
    expect((await account(macon)).doubts).toEqual(['not-decided']);
  });

  it('follow the file: under reserve, validated, changed, gone', async () => {
    await sql`update enrolment set reserve = 'pending' where id = ${macon}`.execute(db);
    const reserved = await account(macon);
    expect(new Set(reserved.units.map(({ note }) => note))).toEqual(new Set(['reserve']));
    expect(reserved.doubts).toEqual(['under-reserve']);
    await sql`update enrolment set reserve = null, status = 'validated', validated_at = business_now() where id = ${macon}`.execute(
      db,
    );
    expect((await account(macon)).doubts).toEqual([]);
    expect(await readAccounts(db, catalogue, PLACE, { speciality: MACON })).toHaveLength(1);
    await sql`update enrolment set registered = registered - 'epreuves', version = version + 1 where id = ${macon}`.execute(
      db,
    );
    const unreadable = await account(macon);
    expect([unreadable.units, unreadable.judgement.outcome, unreadable.doubts]).toEqual([
      [],
      'NOT_JUDGED',
      ['units-unknown'],
    ]);
    await sql`update enrolment set status = 'withdrawn', ended_at = business_now() where id = ${macon}`.execute(db);
    expect(await readAccounts(db, catalogue, PLACE, { speciality: MACON })).toEqual([]);
  });

  it('are of the academy and the session asked for', async () => {
    expect(await readAccounts(db, catalogue, { ...PLACE, academy: 'lyon' }, [coiffure])).toEqual([]);
    expect(await readAccounts(db, catalogue, { ...PLACE, session: 'bp-2099' }, [coiffure])).toEqual([]);
    expect(await readAccounts(db, catalogue, PLACE, [])).toEqual([]);
  });
});
