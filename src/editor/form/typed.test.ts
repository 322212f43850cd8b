import { describe, expect, it } from 'vitest';
import { plainSpaces } from '../../testing/words.ts';
import { checksOf, instantOf, wallClockOf } from './typed.ts';

const is = checksOf('Clôture');

function said(
  check: { safeParse(typed: unknown): { success: boolean; data?: unknown; error?: unknown } },
  typed: string,
) {
  const read = check.safeParse(typed) as { data?: unknown; error?: { issues: { message: string }[] } };
  return read.error === undefined ? read.data : plainSpaces(read.error.issues[0]?.message);
}

describe('What may be typed in a field, whose faults name it', () => {
  it('is a line of 500 characters at most, counted as a person counts them', () => {
    expect(said(is.line, '😀'.repeat(500))).toBe('😀'.repeat(500));
    expect(said(is.line, 'é'.repeat(501))).toBe('« Clôture » : écrivez 500 caractères au plus.');
  });
  it('is a whole number of six figures at most', () => {
    expect(['0', '42', '999999'].map((typed) => said(is.wholeNumber, typed))).toEqual([0, 42, 999_999]);
    for (const typed of ['1000000', '4,5', '-1', 'x1', '1x', '٣'])
      expect(said(is.wholeNumber, typed), typed).toBe(
        '« Clôture » : écrivez un nombre entier, en chiffres, 999999 au plus.',
      );
  });
  it('is a day with its hour', () => {
    expect(said(is.moment, '12/10/2023 à 14 h 00')).toBe('2023-10-12T14:00');
    expect(said(is.moment, '12/10/2023')).toMatch(/^« Clôture » : il manque l'heure/);
    expect(said(is.moment, '31/02/2023 14:00')).toMatch(/^« Clôture » : ce jour n'existe pas/);
    // The night when the clocks change is the pack's to judge.
    expect(said(is.moment, '26/03/2023 à 2 h 30')).toBe('2023-03-26T02:30');
  });
  it('is an instant that Paris had, once', () => {
    expect(said(is.instant, '12/10/2023 14:00')).toBe('2023-10-12T14:00');
    expect(said(is.instant, 'demain')).toMatch(/^« Clôture » : écrivez le jour, le mois, l'année et l'heure/);
    for (const typed of ['26/03/2023 à 2 h 30', '29/10/2023 à 2 h 30'])
      expect(said(is.instant, typed), typed).toMatch(/^« Clôture » : cette nuit-là, l'heure change/);
  });
  it('is a day', () => {
    expect(said(is.day, '03/06/2024')).toBe('2024-06-03');
    expect(said(is.day, '31/06/2024')).toMatch(/^« Clôture » : ce jour n'existe pas dans le calendrier/);
    expect(said(is.day, '03/06/2024 14:00')).toBe(
      "« Clôture » : écrivez le jour, le mois et l'année, par exemple 03/06/2024.",
    );
  });
  it('is a text of YAML that says more than a word', () => {
    expect(said(is.yaml, 'a: 1')).toEqual({ a: 1 });
    expect(said(is.yaml, '[ 6, 12 ]')).toEqual([6, 12]);
    for (const typed of ['un mot', 'a: [', '"'])
      expect(said(is.yaml, typed), typed).toBe(
        "« Clôture » : ce texte n'est pas lisible : une ligne par réponse, « nom: valeur ».",
      );
  });
});

describe('An instant of a file', () => {
  it('is shown as the clocks of Paris show it, in summer and in winter, and written so', () => {
    expect(wallClockOf('2023-11-15T10:00:00+01:00')).toBe('2023-11-15T10:00');
    expect(wallClockOf('2023-07-15T08:00:00Z')).toBe('2023-07-15T10:00');
    expect(instantOf('2023-11-15T10:00')).toBe('2023-11-15T10:00:00+01:00');
    expect(instantOf('2023-07-15T10:00')).toBe('2023-07-15T10:00:00+02:00');
  });
  it('stays as it is where it is none, and is nothing where none was typed', () => {
    expect(wallClockOf('bientôt')).toBe('bientôt');
    expect([instantOf(undefined), instantOf(null), instantOf('2023-03-26T02:30'), instantOf('bientôt')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
