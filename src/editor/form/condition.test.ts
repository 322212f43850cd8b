import { describe, expect, it } from 'vitest';
import type { Condition } from '../../catalogue/index.ts';
import { plainSpaces } from '../../testing/words.ts';
import { type ConditionNode, conditionNode, readRows, someAskHealth } from './condition.ts';

function node(value: unknown, more: { needed?: boolean; mayAskHealth?: boolean } = {}): ConditionNode {
  const words = { label: 'Demandée' };
  return conditionNode({
    key: 'when',
    name: 'w',
    path: ['w'],
    words,
    value,
    needed: true,
    mayAskHealth: true,
    ...more,
  });
}
const minor: Condition = { fact: 'minor', is: true };
const young: Condition = { fact: 'ageAtEnrolment', below: 25 };
const both: Condition = { all: [minor, { not: young }] };
/** `not` over a group: no row writes it. */
const other: Condition = { not: { all: [minor, young] } };

describe('A condition in a form', () => {
  it('is a question, then rows of a fact and a number, one more than there are', () => {
    const { fields, ...rest } = node(both);
    expect(rest).toMatchObject({ kind: 'condition', key: 'when', name: 'w', path: ['w'] });
    expect(rest.inWords).toBe("si le candidat est mineur et s'il a 25\u00a0ans ou plus");
    expect(fields.map(({ name, control, optional }) => [name, control, optional])).toEqual([
      ['w', 'radio', false],
      ['w-fact-0', 'select', true],
      ['w-number-0', 'number', true],
      ['w-fact-1', 'select', true],
      ['w-number-1', 'number', true],
      ['w-fact-2', 'select', true],
      ['w-number-2', 'number', true],
    ]);
    expect(fields.map(({ label }) => plainSpaces(label)).slice(0, 3)).toEqual([
      'Demandée',
      'Condition 1',
      'Condition 1 : âge',
    ]);
    expect(fields[0]?.options?.map(({ value }) => value)).toEqual(['always', 'all', 'any']);
    expect(fields[0]?.missing).toBe('Dites quand la règle vaut.');
    expect(fields[2]?.width).toBe(4);
    expect(node(undefined).fields).toHaveLength(3);
    expect(node(both, { needed: false }).fields[0]?.optional).toBe(true);
  });
  it('has no more rows than a condition may have parts', () => {
    expect(node({ all: Array.from({ length: 20 }, () => minor) }).fields).toHaveLength(41);
    expect(node({ all: Array.from({ length: 19 }, () => minor) }).fields).toHaveLength(41);
  });
  it('shows what the file holds', () => {
    expect(node(both).typed).toEqual({
      w: 'all',
      'w-fact-0': 'minor=oui',
      'w-number-0': '',
      'w-fact-1': 'ageAtEnrolment>=',
      'w-number-1': '25',
    });
    expect(node({ any: [minor, young] }).typed.w).toBe('any');
    expect(node({ always: true }).typed).toEqual({ w: 'always' });
    expect(node(undefined).typed).toEqual({});
  });
  it('of another shape is said in words and asks nothing', () => {
    expect(node(other)).toMatchObject({ rows: null, fields: [], typed: {} });
    expect(node(other).inWords).toContain('majeur');
    expect(node('quand il faut')).toMatchObject({ rows: null, fields: [], typed: {}, inWords: null });
  });
  it('offers what is declared of health only where that may be asked', () => {
    const offered = (mayAskHealth: boolean) =>
      node(both, { mayAskHealth }).fields[1]?.options?.map(({ value }) => value) ?? [];
    expect(offered(true)).toContain('handicap=oui');
    expect(offered(true)).toContain('disabledWorker=non');
    expect(offered(false).some((value) => /handicap|disabled/.test(value))).toBe(false);
    expect(offered(false)).toContain('minor=oui');
  });
  it('takes an age from 1 to 120', () => {
    const { check } = node(both).fields[2] ?? node(both).fields[0] ?? { check: null };
    const read = (typed: string) => check?.safeParse(typed);
    expect(['1', '120', '018'].map((typed) => read(typed)?.data)).toEqual([1, 120, 18]);
    for (const typed of ['0', '121', '1,5', 'x', '1234', '1x', 'x1'])
      expect(read(typed)?.error?.issues[0]?.message, typed).toBe('Écrivez un âge, de 1 à 120.');
  });
});

describe('A condition that was typed', () => {
  const typed = (join: string, ...rows: readonly (readonly [fact: string, number?: number])[]) => ({
    w: join,
    ...Object.fromEntries(
      rows.flatMap(([fact, number], index) => [
        [`w-fact-${index}`, fact],
        [`w-number-${index}`, number],
      ]),
    ),
  });
  const read = (value: unknown, values: Readonly<Record<string, unknown>>) => readRows(node(value), values, value);

  it('stays as the file has it where it says the same', () => {
    const written = { all: [{ is: true, fact: 'minor' }, { not: young }] };
    const found = read(written, typed('all', ['minor=oui'], ['ageAtEnrolment>=', 25]));
    expect('after' in found && found.after).toBe(written);
    expect(read(other, {})).toEqual({ after: other });
  });
  it('is one fact alone, several, one of several, or always', () => {
    expect(read(both, typed('all', ['minor=oui']))).toEqual({ after: minor });
    expect(read(both, typed('any', ['minor=oui'], ['ageAtEnrolment<', 25]))).toEqual({
      after: { any: [minor, young] },
    });
    expect(read(both, typed('all', ['minor=non'], ['form!GLOBAL']))).toEqual({
      after: { all: [{ fact: 'minor', is: false }, { not: { fact: 'form', is: 'GLOBAL' } }] },
    });
    expect(read(both, typed('always'))).toEqual({ after: { always: true } });
    // « toujours » looks at no row.
    expect(read(both, typed('always', ['ageAtEnrolment<']))).toEqual({ after: { always: true } });
    expect(read(both, { ...typed('all', ['minor=oui']), w: undefined })).toEqual({ after: minor });
  });
  it('leaves out the rows that are empty', () => {
    expect(read(both, typed('all', [''], ['minor=oui']))).toEqual({ after: minor });
    expect(read(both, { w: 'all', 'w-fact-2': 'minor=oui' })).toEqual({ after: minor });
    // Beyond the rows of the form, nothing is read.
    expect(read(both, { w: 'all', 'w-fact-3': 'minor=oui' })).toMatchObject({ field: 'w-fact-0' });
  });
  it('lacks a number, or any fact, and says at which field', () => {
    expect(read(both, typed('all', ['minor=oui'], ['ageAtEnrolment<']))).toEqual({
      field: 'w-number-1',
      message: "Écrivez le nombre d'années de cette condition.",
    });
    expect(read(both, typed('any'))).toEqual({
      field: 'w-fact-0',
      message: 'Choisissez au moins une condition, ou «\u00a0toujours\u00a0».',
    });
  });
});

it('Rules ask what is declared of health where one of them does, however deep', () => {
  expect(someAskHealth([minor, { not: { any: [minor, { fact: 'handicap', is: true }] } }])).toBe(true);
  expect(someAskHealth([minor, 'quoi'])).toBe(false);
  expect(someAskHealth([])).toBe(false);
});
