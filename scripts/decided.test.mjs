import { describe, expect, it } from 'vitest';
import { faultsIn, isRead } from './decided.mjs';

const found = (source, file = 'src/room/store.ts') => faultsIn({ [file]: source }).faults;
const writing = (body, parameters = 'tx: Tx') =>
  `export async function write(${parameters}): Promise<void> {\n  ${body}\n}\n`;

describe('The check of what only a decision writes', () => {
  it.each([
    ['an enrolment’s end', "await changeEnrolment(tx, id, { status: 'cancelled' });"],
    ['its end in words of its own', 'await changeEnrolment(tx, id, { status, ended_at: NOW });'],
    ['its end, in SQL', 'await sql`update enrolment set row_version = 2, ended_at = now() where id = 1`.execute(tx);'],
    ['a reserve', "await changeEnrolment(tx, id, { reserve: 'lifted' });"],
    ['a validation that falls', 'await changeEnrolment(tx, id, { status, validated_at: null });'],
    ['an exclusion', 'await sql`insert into unit_exclusion (unit) values (1)`.execute(tx);'],
    ['an accommodation', 'await sql`insert into accommodation_decision (id) values (1)`.execute(tx);'],
    ['an excuse', 'await sql`insert into replacement_decision (id) values (1)`.execute(tx);'],
    ['an answer', 'await sql`update result_case set outcome = 1`.execute(tx);'],
    ['a result', 'await sql`insert into jury_verdict (id) values (1)`.execute(tx);'],
    ['a publication', 'await sql`update result_publication set approved_by = 1`.execute(tx);'],
    ['the paper of a decision', "await issueOfAnyKind(deps, tx, act, about, 'cancellation', content);"],
  ])('refuses %s by who is handed no decision, and lets who is', (_, body) => {
    expect(found(writing(body))).toHaveLength(1);
    expect(found(writing(body, 'tx: Tx, decided: Decided'))).toEqual([]);
    expect(found(`export const write = async (tx: Tx): Promise<void> => {\n  ${body}\n};\n`)).toHaveLength(1);
  });

  it('lets what is no right of anybody', () => {
    for (const body of [
      'await changeEnrolment(tx, id, { working: null });',
      'await sql`update enrolment set working = null where ended_at is null`.execute(tx);',
    ])
      expect(found(writing(body)), body).toEqual([]);
  });

  it('refuses whoever says by a cast that something is decided, but the table itself', () => {
    const source = 'export const made = {} as unknown as Decided;\n';
    expect(found(source)).toHaveLength(1);
    expect(found(source, 'src/decisions/store.ts')).toEqual([]);
    expect(found('const made = {} as Untold;\n')).toHaveLength(1);
  });

  it('reads the program, neither its tests, nor their builders, nor migrations', () => {
    const read = [
      'src/a/store.ts',
      'src/a/page.tsx',
      'src/a/store.test.ts',
      'src/a/testing.ts',
      'src/testing/x.ts',
      'src/a/migrations.ts',
    ];
    expect(read.filter(isRead)).toEqual(['src/a/store.ts', 'src/a/page.tsx']);
  });
});
