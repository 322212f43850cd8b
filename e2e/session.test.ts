import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import type { Absence } from '../living/session/absences.ts';
import { checkAbsences, checkCorrected, type Exported } from '../living/session/exported.ts';
import { keepProgress, noteProgress, readProgress, takeUpAgain } from '../living/session/kept.ts';
import { countStages } from '../living/session/stages.ts';
import { connectDatabase } from '../src/platform/database/database.ts';
import { createDatabase } from '../src/testing/database.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';

/** What `npm run session` leans on: it is too long itself for every run of the tests. */
const line = (stage: string, seconds = 60) => ({ stage, counts: '', seconds });

describe('A session that is stopped', () => {
  const folder = temporaryFolder('session');
  const made = createDatabase();
  afterAll(async () => (await made).drop());

  it('goes on from the last stage that was kept, and what came after it is undone', async () => {
    const server = await made;
    const within = async (statement: string): Promise<readonly unknown[]> => {
      const { db, close } = connectDatabase(server.connection, () => undefined);
      return sql
        .raw(statement)
        .execute(db)
        .then(({ rows }) => rows)
        .finally(close);
    };
    const begun = { candidates: 60, copy: null, done: [], notes: {} };
    expect(readProgress(folder)).toBeNull();
    noteProgress(folder, begun);
    await within('create table told (stage text)');
    await within(`insert into told values ('rules')`);
    await keepProgress(server, folder, { ...begun, done: [line('rules')], notes: { pointed: ['somebody'] } });
    await within(`insert into told values ('plans')`);
    await keepProgress(server, folder, { ...begun, done: [line('rules'), line('plans')] });
    await within(`insert into told values ('half of the next')`);
    const before = readProgress(folder);
    expect(before).toMatchObject({ candidates: 60, done: [{ stage: 'rules' }, { stage: 'plans' }] });
    await takeUpAgain(server, before);
    expect(await within('select stage from told')).toEqual([{ stage: 'rules' }, { stage: 'plans' }]);
    // Of the copies only the last stays.
    const copies = await within(`select datname from pg_database where datname like current_database() || '_at_%'`);
    expect(copies).toHaveLength(1);
    await within(`drop database ${before?.copy}`);
  });

  it('begins anew where nothing was kept yet', async () => {
    const server = await made;
    await takeUpAgain(server, { candidates: 60, copy: null, done: [], notes: {} });
    const { db, close } = connectDatabase(server.connection, () => undefined);
    await expect(sql`select from told`.execute(db)).rejects.toThrow('told');
    await close();
  });

  it('says how long is left, by what is done of the whole', () => {
    const said: string[] = [];
    const stages = countStages((one) => void said.push(one), [line('enrolments', 600)]);
    stages.done('rules', '9 regulations', 0.5);
    stages.done('proofs', 'none', 1);
    expect(said[0]).toMatch(/^ +600 s {2}rules: 9 regulations \(about 1[01] min left\)$/);
    expect(said[1]).toMatch(/proofs: none$/);
    expect(stages.table()).toMatch(/enrolments +600 s.*in all +600 s/s);
  });
});

describe('The export as a session reads it', () => {
  const exported = (lines: Readonly<Record<string, Readonly<Record<string, string>>>>): Exported => ({
    lines: 1,
    of: (enrolment, unit) => lines[`${enrolment} ${unit}`],
  });
  const absence = (fate: Absence['fate']): Absence => ({
    address: '',
    enrolmentId: 'one',
    speciality: '',
    unit: 'U10',
    fate,
  });
  const ofOne = (issue: string, note = '') => exported({ 'one U10': { issue, note } });

  it.each([
    ['again', 'NOTE', '12', 'ABSENT'],
    ['excused', 'ABSENCE-JUSTIFIEE', '', 'ABSENT'],
    ['unexplained', 'ABSENT', '', 'ABSENCE-JUSTIFIEE'],
    ['refused', 'ABSENT', '', 'NOTE'],
  ] as const)('has an absence as it ended: %s', (fate, issue, note, wrong) => {
    const satAgain = new Map([['one U10', '12']]);
    expect(checkAbsences(ofOne(issue, note), [absence(fate)], satAgain)).toBe(1);
    expect(() => checkAbsences(ofOne(wrong), [absence(fate)], satAgain)).toThrow(`the export says « ${wrong} »`);
  });

  it('has an absence still where nobody came to the replacement test', () => {
    expect(checkAbsences(ofOne('ABSENT'), [absence('again')], new Map())).toBe(1);
  });

  it('has what was corrected last, but where the jury gave points since', () => {
    const corrected = ['11', '14'].map((mark) => ({ enrolmentId: 'one', unit: 'U10', mark }));
    checkCorrected(ofOne('NOTE', '14'), corrected, new Set());
    checkCorrected(ofOne('NOTE', '14,5'), corrected, new Set(['one']));
    expect(() => checkCorrected(ofOne('NOTE', '11'), corrected, new Set())).toThrow('corrected to 14');
  });
});
