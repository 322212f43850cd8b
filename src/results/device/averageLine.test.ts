import { describe, expect, it } from 'vitest';
import { type AverageForm, averageInWords } from './averageLine.ts';

const row = (id: string, coefficient: number | null, more: Partial<AverageForm['rows'][number]> = {}) => ({
  names: { mark: `note-${id}`, outcome: `quoi-${id}`, option: `unite-${id}` },
  coefficients: { [id]: coefficient },
  optional: false,
  professional: false,
  ...more,
});
const FORM: AverageForm = {
  pass: { average: 20, professional: null },
  rows: [row('U1', 6, { professional: true }), row('U2', 4), row('UF', null, { optional: true })],
};
const said = (typed: Readonly<Record<string, string>>, form = FORM): string =>
  averageInWords(form, (name) => typed[name] ?? '').replaceAll('\u00a0', ' ');

describe('The line below « Ma moyenne » says', () => {
  it('how many units are left and what to aim for, then the average', () => {
    expect(said({})).toBe('2 unités à passer : il faut 10 de moyenne.');
    expect(said({ 'note-U1': '12' })).toBe('1 unité à passer : il faut 7 de moyenne.');
    expect(said({ 'note-U1': '12', 'note-U2': '8,5' })).toBe('Moyenne : 10,60 sur 20.');
  });
  it('what is reached already, and what can’t be any more', () => {
    expect(said({ 'note-U1': '20' })).toBe('1 unité à passer : la moyenne de 10 est déjà acquise.');
    expect(said({ 'note-U1': '0' })).toBe(
      '1 unité à passer. Avec ces notes, une moyenne générale de 10 ne peut plus être atteinte.',
    );
  });
  it('the points above 10 of an optional unit added, and those below left out', () => {
    expect(said({ 'note-U1': '12', 'note-UF': '16' })).toBe('1 unité à passer : il faut 5,5 de moyenne.');
    expect(said({ 'note-U1': '12', 'note-UF': '6' })).toBe('1 unité à passer : il faut 7 de moyenne.');
    expect(said({ 'note-U1': '10', 'note-U2': '10', 'note-UF': '15' })).toBe('Moyenne : 10,50 sur 20.');
  });
  it('exemptions out, an excused absence as 0, a plain one as what it is', () => {
    expect(said({ 'quoi-U1': 'exempt' })).toBe('1 unité à passer : il faut 10 de moyenne.');
    expect(said({ 'quoi-U1': 'exempt', 'quoi-U2': 'exempt' })).toBe('Toutes les unités sont dispensées.');
    expect(said({ 'quoi-U1': 'excused', 'note-U2': '10' })).toBe('Moyenne : 4,00 sur 20.');
    expect(said({ 'quoi-U1': 'absent', 'note-U2': '10' })).toContain('Une absence non justifiée');
  });
  it('how many marks can’t be read, and that a coefficient is not known', () => {
    expect(said({ 'note-U1': '10,25' })).toBe('Une note est à corriger : de 0 à 20, au demi-point.');
    expect(said({ 'note-U1': '10,25', 'note-U2': '21' })).toBe('2 notes sont à corriger : de 0 à 20, au demi-point.');
    const unknown = { ...FORM, rows: [row('U1', null), row('U2', 4)] };
    expect(said({ 'note-U1': '12' }, unknown)).toContain("1 coefficient n'est pas connu");
    expect(said({ 'note-U1': '12', 'note-U2': '12' }, unknown)).toContain("1 coefficient n'est pas connu");
  });
  it('the unit that was chosen, and the trade alone where the exam asks it', () => {
    const choice = { ...FORM, rows: [row('U1', 6, { coefficients: { A: 1, B: 3 } }), row('U2', 1)] };
    expect(said({ 'note-U1': '20', 'note-U2': '0', 'unite-U1': 'B' }, choice)).toBe('Moyenne : 15,00 sur 20.');
    expect(said({ 'note-U1': '20', 'note-U2': '0' }, choice)).toBe('Moyenne : 10,00 sur 20.');
    const trade = { ...FORM, pass: { average: 20, professional: 20 } };
    expect(said({ 'note-U2': '20' }, trade)).toBe(
      '1 unité à passer : il faut 3,4 de moyenne. Il faut aussi 10 sur les seules unités professionnelles.',
    );
    expect(said({ 'note-U1': '9', 'note-U2': '20' }, trade)).toBe(
      'Moyenne : 13,40 sur 20. Sur les seules unités professionnelles : 9,00.',
    );
  });
});
