import { expect, it } from 'vitest';
import { declaredFor, filled, paragraphsOf } from './mailText.ts';

it.each<[readonly string[], string, string, readonly string[] | null]>([
  [['a', 'b'], '{b}', '{a}', null],
  [['a', 'b'], '{b}', '', ['b']],
  [['a'], '{c}', '{b} {a}', ['a', 'c', 'b']],
  [[], '', '', null],
  [['a'], '', '', []],
])('A mail that declares %j with %j and %j then declares %j', (variables, subject, body, after) => {
  expect(declaredFor({ variables }, subject, body)).toEqual(after);
});

it('Examples stand in the place of variables; one without example stays as it is written', () => {
  expect(filled('{a}, {b} et {a}', (name) => (name === 'a' ? 'A' : undefined))).toBe('A, {b} et A');
});

it('Blank lines make paragraphs, and a link alone makes a button', () => {
  expect(paragraphsOf('\n\nUn\ndeux\n  \n\n {link} \n\nvoir {link}\n')).toEqual([
    { button: false, lines: ['Un', 'deux'] },
    { button: true, lines: ['{link}'] },
    { button: false, lines: ['voir {link}'] },
  ]);
});
