import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createEventBus } from '../platform/events.ts';
import { readAccounts } from '../results/index.ts';
import { ownDatabase } from '../testing/database.ts';
import { registeredEnrolment, shippedCatalogue } from '../testing/enrolments.ts';
import { aClosedJury, addSaid, ROOMS } from '../testing/jury.ts';
import { closedRecord } from './store/juries.ts';
import { readVerdicts } from './store/verdicts.ts';

const PLACE = { academy: 'clermont', session: 'bp-2024-clermont' };

const { db } = await ownDatabase(ROOMS);
const catalogue = await shippedCatalogue();
const { enrolment } = await registeredEnrolment(db, { events: createEventBus(), catalogue });
const [read] = await readAccounts(db, catalogue, PLACE, [enrolment.id]);
if (read === undefined) throw new Error('No account');
const account = read;
const juryId = await aClosedJury(
  db,
  PLACE,
  [{ enrolmentId: account.enrolmentId, decision: 'NOT_JUDGED', account, juryPoints: [] }],
  { number: 12 },
);

describe('The verdicts of a session', () => {
  it('are those of closed records, as they were read, dates included', async () => {
    const [verdict, ...others] = await readVerdicts(db, PLACE, null);
    expect(others).toEqual([]);
    expect(verdict).toMatchObject({
      record: 'PV 2024-012',
      addition: 0,
      decision: 'NOT_JUDGED',
      juryId,
      juryPoints: [],
    });
    expect(verdict?.account).toEqual(account);
    expect(verdict?.account.units[0]?.obtainedOn?.toString()).toBe('2022-07-05');
    const { speciality } = account;
    expect(await closedRecord(db, { ...PLACE, speciality })).toBe('PV 2024-012');
    expect(await closedRecord(db, { ...PLACE, speciality: '45022109' })).toBeNull();
    expect(await closedRecord(db, { academy: 'lyon', session: PLACE.session, speciality })).toBeNull();
    expect(await readVerdicts(db, PLACE, [])).toEqual([]);
    expect(await readVerdicts(db, { ...PLACE, academy: 'lyon' }, null)).toEqual([]);
  });

  it('give the last addition, which never takes the place of what was said before', async () => {
    const juryPoints = [{ unit: 'U20', before: 19, after: 20, reason: 'Travail régulier' }];
    const { enrolmentId } = account;
    await addSaid(db, { ...PLACE, juryId }, { enrolmentId, addition: 1, decision: 'ADMITTED', account, juryPoints });
    const [verdict] = await readVerdicts(db, PLACE, [enrolmentId]);
    expect(verdict).toMatchObject({ addition: 1, decision: 'ADMITTED', juryPoints, reasons: [] });
    const again = { enrolmentId, addition: 1, decision: 'REFUSED', account, juryPoints } as const;
    await expect(addSaid(db, { ...PLACE, juryId }, again)).rejects.toThrow(/jury_verdict_pkey/);
  });

  it('are written once, and by a closed record alone; a closed record isn’t opened again', async () => {
    await expect(sql`update jury_verdict set decision = 'REFUSED'`.execute(db)).rejects.toThrow(/is kept/);
    await expect(sql`delete from jury_verdict`.execute(db)).rejects.toThrow(/is kept/);
    await expect(sql`delete from jury`.execute(db)).rejects.toThrow();
    await expect(sql`update jury set state = 'open'`.execute(db)).rejects.toThrow(/not written again/);
    await expect(
      sql`insert into jury_member (id, jury_id, academy, session, quality, title, name)
        values (gen_random_uuid(), ${juryId}, 'clermont', ${PLACE.session}, 'chair', 'IEN', 'X')`.execute(db),
    ).rejects.toThrow(/not open/);
    const open = '00000000-0000-4000-8000-0000000000aa';
    await sql`insert into jury (id, academy, session, name, meets_on, opened_by)
      values (${open}, 'clermont', ${PLACE.session}, 'Autre', '2024-07-01', ${open})`.execute(db);
    const said = {
      enrolmentId: account.enrolmentId,
      addition: 2,
      decision: 'REFUSED',
      account,
      juryPoints: [],
    } as const;
    await expect(addSaid(db, { ...PLACE, juryId: open }, said)).rejects.toThrow(/not closed/);
  });
});
