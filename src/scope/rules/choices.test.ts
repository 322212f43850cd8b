import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../catalogue/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import type { Scope } from '../scope.ts';
import { pieceLabel, pieceOptions, sessionOptions, specialityName, specialityOptions } from './choices.ts';

const catalogue = await shippedCatalogue();
const scope = (changes: Partial<Scope> = {}): Scope => ({
  academy: 'clermont',
  sessions: ['bp-2024-clermont'],
  portfolios: null,
  pieces: 'ordinary',
  ...changes,
});
const awake = catalogue.specialities().filter((one) => one.dormant === undefined);

describe('The specialities to choose from', () => {
  it('are all of those that live, for the head of office', () => {
    expect(awake.length).toBeLessThan(catalogue.specialities().length);
    expect(new Set(specialityOptions(catalogue, scope()).map(({ value }) => value))).toEqual(
      new Set(awake.map(({ cfd }) => cfd)),
    );
  });
  it('are those of their groups, for an officer', () => {
    const own = awake.filter((one) => ['G2', 'G3'].includes(catalogue.portfolioOf(one, 'clermont')?.code ?? ''));
    expect(specialityOptions(catalogue, scope({ portfolios: ['G2', 'G3'] }))).toHaveLength(own.length);
    expect(specialityOptions(catalogue, scope({ portfolios: [] }))).toEqual([]);
  });
  it('bear their code where two have one name, and stand in alphabetical order', () => {
    const labels = specialityOptions(catalogue, scope()).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Coiffure', 'Sommelier (45033405)', 'Sommelier (45033408)']));
    expect(labels).not.toContain('Sommelier');
    expect(labels).toEqual(labels.toSorted((a, b) => a.localeCompare(b, 'fr')));
    expect(labels).not.toEqual(awake.map(({ name }) => name));
  });
});

describe('The types of pieces to choose from', () => {
  it('are the ordinary ones or those that hold health data, by code and name, in the order of the catalogue', () => {
    const values = (pieces: Scope['pieces']) => pieceOptions(catalogue, scope({ pieces })).map(({ value }) => value);
    const all = catalogue.pieceTypes('bp').map(({ code }) => code);
    expect(values('confidential')).toEqual(['R408DISP']);
    expect(values('ordinary')).toEqual(all.filter((code) => code !== 'R408DISP'));
    expect(pieceOptions(catalogue, scope({ pieces: 'ordinary' }))[0]).toEqual({
      value: 'CINSIG01',
      label: "CINSIG01, Confirmation d'inscription signée",
    });
  });
});

describe('The sessions to choose from', () => {
  it('are named by the catalogue, or by their code once it has lost them; a demonstration says so', () => {
    const session = catalogue.session('bp-2024-clermont');
    if (session === undefined) throw new Error('no session');
    const known: Catalogue = {
      ...catalogue,
      session: (code) => (code === 'bp-demo' ? { ...session, demonstration: true } : catalogue.session(code)),
    };
    expect(sessionOptions(known, scope({ sessions: ['bp-2024-clermont', 'bp-demo', 'bp-1999'] }))).toEqual([
      { value: 'bp-2024-clermont', label: 'session 2024' },
      { value: 'bp-demo', label: 'session 2024 (démonstration)' },
      { value: 'bp-1999', label: 'bp-1999' },
    ]);
  });
});

describe('A name', () => {
  it.each([
    ['of a speciality', specialityName(catalogue, '45033608'), 'Coiffure'],
    ['of a speciality that the catalogue lost', specialityName(catalogue, '99999999'), '99999999'],
    [
      'of a piece',
      pieceLabel(catalogue, { session: 'bp-2024-clermont', code: 'CINSIG01' }),
      "Confirmation d'inscription signée",
    ],
    [
      'of a piece that the catalogue lost',
      pieceLabel(catalogue, { session: 'bp-2024-clermont', code: 'PHOTO' }),
      'PHOTO',
    ],
  ])('%s', (_, name, expected) => {
    expect(name).toBe(expected);
  });
});
