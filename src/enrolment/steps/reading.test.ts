import { describe, expect, it } from 'vitest';
import { defineField, oneOf, tickedOrNot } from '../../ui/index.ts';
import {
  block,
  blockIf,
  blockWhen,
  everyField,
  fieldIf,
  linesOfQuestions,
  readQuestions,
  rowsIf,
  together,
} from './questions.ts';
import { checkAbout, readStep, textIn } from './reading.ts';

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];
const select = <const Name extends string>(name: Name) =>
  defineField({ name, label: name, control: 'select', options, optional: true, check: oneOf(options) });
const [one, two] = [select('one'), select('two')];
const tick = defineField({ name: 'tick', label: 'tick', control: 'checkbox', optional: true, check: tickedOrNot() });

describe('What is typed', () => {
  it('is one text a field, the first where there are several, without its spaces; nothing that was not typed', () => {
    expect([textIn({ one: ' a ' }, 'one'), textIn({ one: ['b', 'a'] }, 'one')]).toEqual(['a', 'b']);
    for (const none of [{}, { one: [] }, { one: 3 }]) expect(textIn(none, 'one')).toBe('');
    expect(textIn({}, 'toString')).toBe('');
  });
  it('is kept as it would be typed again; nothing of what was left empty', () => {
    const read = readStep([one, two, tick], { one: 'a', two: '', tick: '' }, [], () => null);
    expect(read.ok ? read.value.answers : null).toEqual({ one: 'a' });
    const ticked = readStep([tick], { tick: 'oui' }, [], () => null);
    expect(ticked.ok ? Object.keys(ticked.value.answers) : null).toEqual(['tick']);
  });
  it('of several fields alike is complained of by what it is about', () => {
    const check = checkAbout('Emploi 2', oneOf(options));
    expect(check.safeParse('c').error?.issues.map(({ message }) => message)).toEqual([
      'Emploi 2\u00a0: choisissez une des réponses proposées.',
    ]);
    expect(check.parse('b')).toBe('b');
  });
});

describe('A block of questions', () => {
  const never = () => false;
  const names = (fields: readonly { readonly name: string }[]) => fields.map(({ name }) => name);
  it('is asked under what calls for it, where it says so', () => {
    expect(blockWhen(never, block('B', [one]), 'former')).toMatchObject({ under: 'former', legend: 'B' });
    expect(Object.keys(blockWhen(never, block('B', [one])))).not.toContain('under');
    const asked = { all: blockWhen(({ two: said }) => said === 'b', block('B', [one])), two: block('C', [two]) };
    const read = (body: Readonly<Record<string, string>>) => {
      const found = readQuestions(asked, body, [], (answered) => answered);
      return found.ok ? found.value.value : null;
    };
    expect([read({ one: 'a', two: 'b' }), read({ one: 'a', two: 'a' })]).toEqual([
      { one: 'a', two: 'b' },
      { one: null, two: 'a' },
    ]);
  });
  it('that an exam has no use for is neither shown nor read, nor is a field of one that it has', () => {
    expect(names(everyField({ all: blockIf(false, block('B', [one, two])) }))).toEqual([]);
    expect(names(everyField({ all: blockIf(true, block('B', [fieldIf(false, one), two])) }))).toEqual(['two']);
    expect(names(everyField({ all: block('B', [fieldIf(true, one), fieldIf(false, two)]) }))).toEqual(['one']);
  });
  it('of rows has as many as there may be, none where the exam has no use for them', () => {
    const rows = {
      name: 'rows',
      most: 2,
      fieldsOf: (row: number) => [select(`row${row}`)],
      filled: () => [1],
      read: () => 'read',
      lines: () => [{ name: 'rows', label: 'Rows', value: 'said' }],
    } as const;
    expect(names(everyField({ rows: rowsIf(true, rows) }))).toEqual(['row1', 'row2']);
    const none = { rows: rowsIf(false, rows) };
    expect([everyField(none), linesOfQuestions(none, { rows: ['read'] })]).toEqual([[], []]);
    const read = readQuestions(none, { row1: 'a' }, [], (answered) => answered);
    expect(read.ok ? read.value.value : null).toEqual({ rows: [] });
  });
  it('says several answers in one line, where the first of them stands, once any is given', () => {
    const said = together('both', 'Both', [one, two], (given) => `${given.one} ${given.two}`);
    const asked = { all: block('B', [tick, one, two], { together: [said] }) };
    const lines = (oneSaid: string | null, twoSaid: string | null) =>
      linesOfQuestions(asked, { tick: true, one: oneSaid, two: twoSaid }).map(({ name, value }) => [name, value]);
    expect(lines('a', 'b').slice(1)).toEqual([['both', 'a b']]);
    expect(lines(null, 'b').slice(1)).toEqual([['both', 'null b']]);
    expect([lines(null, null).length, lines('a', 'b')[0]?.[0]]).toEqual([1, 'tick']);
  });
});
