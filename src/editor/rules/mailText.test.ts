import { expect, it } from 'vitest';
import { MAIL_VARIABLES } from '../../catalogue/index.ts';
import { declaredFor, filled, paragraphsOf, variablesGiven } from './mailText.ts';

it('A mail is given the variables that the code has for it, and none where it has no such mail', () => {
  for (const [code, names] of Object.entries(MAIL_VARIABLES)) expect(variablesGiven(code)).toEqual(names);
  expect(Object.values(MAIL_VARIABLES).flat()).not.toEqual([]);
  expect(['none', 'toString', ''].map(variablesGiven)).toEqual([[], [], []]);
});

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
