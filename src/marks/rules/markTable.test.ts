import { describe, expect, it } from 'vitest';
import type { Script } from '../marks.ts';
import { anonymousNumber, showNumber } from './anonymousNumber.ts';
import { HEADINGS, readMarkTable } from './markTable.ts';

const numbers = [1, 2, 3].map(anonymousNumber);
const [one = '', two = '', three = ''] = numbers;
const scripts: readonly Script[] = numbers.map((number) => ({
  id: `id-${number}`,
  number,
  first: number === two ? { rank: 1, mark: { code: 'mark', halfPoints: 20 } } : null,
  second: { rank: 2, mark: { code: 'absent' } },
  board: null,
  decided: null,
  corrected: null,
}));
const batch = { session: 'bp-2024-clermont', speciality: '45033608', unit: 'U10', step: 'half-point' } as const;
const into = { batch, round: 'first', scripts } as const;
const line = (number: string, mark: string, more: Partial<Record<number, string>> = {}): readonly string[] =>
  ['bp-2024-clermont', '45033608', 'U10', number, mark].map((cell, index) => more[index] ?? cell);
const read = (...lines: readonly (readonly string[])[]) => readMarkTable([HEADINGS, ...lines], into);
const faults = (...lines: readonly (readonly string[])[]): readonly string[] => {
  const seen = read(...lines);
  return seen.ok ? [] : seen.error.map(({ line: at, message }) => `${at}: ${message.replaceAll('\u00a0', ' ')}`);
};

describe('A file of marks', () => {
  it('changes what differs in that round, and says what it leaves', () => {
    expect(read(line(one, '12,5'), line(two, '10'))).toEqual({
      ok: true,
      value: {
        changes: [{ scriptId: `id-${one}`, number: one, before: null, after: { code: 'mark', halfPoints: 25 } }],
        same: 1,
        absent: 1,
      },
    });
    const replaced = read(line(showNumber(two), 'A'), line(three, ''));
    expect(replaced).toEqual({
      ok: true,
      value: {
        changes: [
          {
            scriptId: `id-${two}`,
            number: two,
            before: { code: 'mark', halfPoints: 20 },
            after: { code: 'absent' },
          },
        ],
        same: 1,
        absent: 1,
      },
    });
  });

  it('leaves alone what its empty marks name, and takes cells with spaces around', () => {
    const seen = read(line(two, ' '), line(` ${one} `, ' 12 ', { 0: ' bp-2024-clermont ' }));
    expect(seen).toMatchObject({ ok: true, value: { changes: [{ number: one }], same: 1, absent: 1 } });
  });

  it('is read by its headings, in any order, under empty lines', () => {
    const seen = readMarkTable(
      [
        ['', ' '],
        ['NOTE', 'numero', 'Remarque', 'Unite', ' session ', 'SPECIALITE'],
        ['14', one.toLowerCase(), 'x', 'U10', 'bp-2024-clermont', '45033608'],
        ['', '', ' '],
      ],
      into,
    );
    expect(seen).toMatchObject({ ok: true, value: { changes: [{ number: one }], same: 0, absent: 2 } });
  });

  it('says every fault at once, each with its line', () => {
    const elsewhere = anonymousNumber(999);
    expect(
      faults(
        line(one, '10.25'),
        line(two, '21'),
        line(one, '12'),
        line(two, '12'),
        line(two, '13'),
        line('123', '12'),
        line('', '12'),
        line(elsewhere, '12'),
        line(three, '12', { 0: 'bp-2023-clermont', 2: 'U20' }),
        line(three, '12', { 1: '45023216' }),
        line(three, 'bof', { 0: '' }),
      ),
    ).toEqual([
      '2: Écrivez la note au demi-point près, par exemple 12 ou 12,5.',
      '3: La note va de 0 à 20.',
      `6: Le numéro « ${showNumber(two).replaceAll('\u00a0', ' ')} » est déjà à la ligne 5. Gardez une seule ligne par copie.`,
      "7: Le numéro « 123 » n'existe pas : relisez ses six chiffres et sa lettre sur la copie.",
      '8: Le numéro est vide : relisez ses six chiffres et sa lettre sur la copie.',
      `9: Le numéro « ${showNumber(elsewhere).replaceAll('\u00a0', ' ')} » n'est pas dans ce lot. Relisez-le sur la copie.`,
      '10: Cette ligne est de la session « bp-2023-clermont », et ce lot de la session « bp-2024-clermont ». Prenez le modèle de ce lot.',
      "10: Cette ligne est de l'unité « 45033608 U20 », et ce lot de l'unité « 45033608 U10 ». Envoyez-la avec son propre lot.",
      "11: Cette ligne est de l'unité « 45023216 U10 », et ce lot de l'unité « 45033608 U10 ». Envoyez-la avec son propre lot.",
      '12: Cette ligne est de la session «  », et ce lot de la session « bp-2024-clermont ». Prenez le modèle de ce lot.',
      expect.stringMatching(/^12: Ce n'est pas une note\./),
    ]);
  });

  it.each([
    ['no mark column', [HEADINGS.slice(0, 4), line(one, '12')], 'Il manque la colonne « Note »'],
    ['two columns missing', [HEADINGS.slice(1, 4), line(one, '12')], 'les colonnes « Session » et « Note »'],
    ['a column twice', [[...HEADINGS, 'note'], line(one, '12')], 'La colonne « Note » est là deux fois'],
    ['a column twice, under an empty line', [[''], [...HEADINGS, 'note'], line(one, '12')], '« Note »'],
    ['no line', [HEADINGS], 'aucune ligne'],
    ['nothing', [], 'Il manque les colonnes'],
    ['nothing new', [HEADINGS, line(two, '10,0'), line(one, '')], 'ne change rien'],
  ])('with %s is refused', (_, table, says) => {
    const seen = readMarkTable(table, into);
    expect(seen.ok ? '' : seen.error.map(({ message }) => message.replaceAll('\u00a0', ' ')).join()).toContain(says);
  });
});
