import { describe, expect, it } from 'vitest';
import { type Catalogue, createCatalogue } from '../../catalogue/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import type { Scope } from '../scope.ts';
import { pieceLabel, pieceOptions, sessionOptions, specialityName, specialityOptions } from './choices.ts';

const shipped = await shippedCatalogue();
const catalogue: typeof shipped = shipped;
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
      { value: 'bp-2024-clermont', label: 'BP, session 2024' },
      { value: 'bp-demo', label: 'BP, session 2024 (démonstration)' },
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

describe('What an officer chooses among, with a demonstration beside', () => {
  const catalogue = createCatalogue(
    shipped.pack,
    new Map([['bp-demo', Temporal.Instant.from('2026-11-25T10:00:00Z')]]),
  );
  const scope: Scope = {
    academy: 'clermont',
    sessions: ['bp-2024-clermont', 'bp-demo', 'bp-gone'],
    portfolios: null,
    pieces: 'ordinary',
  };
  it('specialities of all groups for the head, in the order of the alphabet, two of one name by their code', () => {
    const all = specialityOptions(catalogue, scope);
    expect(all).toHaveLength(54);
    const labels = all.map(({ label }) => label);
    expect(labels).toEqual(labels.toSorted((a, b) => a.localeCompare(b, 'fr')));
    expect(labels).toContain('Sommelier (45033405)');
    expect(labels).toContain('Sommelier (45033408)');
    expect(all).toContainEqual({ value: '45033608', label: 'Coiffure' });
    expect(labels.some((label) => label.startsWith('Aciériste'))).toBe(false);
  });
  it('pieces of their own kind, in the order of the catalogue', () => {
    const ordinary = pieceOptions(catalogue, scope);
    expect(ordinary.map(({ value }) => value)).toEqual(
      catalogue
        .pieceTypes('bp')
        .filter(({ health }) => !health)
        .map(({ code }) => code),
    );
    expect(ordinary).toContainEqual({
      value: 'DOMICIL',
      label: `DOMICIL, ${catalogue.pieceType({ session: 'bp-2024-clermont', code: 'DOMICIL' })?.label}`,
    });
    expect(pieceOptions(catalogue, { ...scope, pieces: 'confidential' }).map(({ value }) => value)).toEqual([
      'R408DISP',
    ]);
  });
  it('sessions by their name, a demonstration as such, one that is gone by its code', () => {
    expect(sessionOptions(catalogue, scope)).toEqual([
      { value: 'bp-2024-clermont', label: 'BP, session 2024' },
      { value: 'bp-demo', label: expect.stringMatching(/^BP, session \d{4} \(démonstration\)$/) },
      { value: 'bp-gone', label: 'bp-gone' },
    ]);
  });
  it('names what is known, and shows the code of what is not', () => {
    expect([specialityName(catalogue, '45033608'), specialityName(catalogue, '45099999')]).toEqual([
      'Coiffure',
      '45099999',
    ]);
    expect([
      pieceLabel(catalogue, { session: 'bp-2024-clermont', code: 'CINSIG01' }),
      pieceLabel(catalogue, { session: 'bp-2024-clermont', code: 'X' }),
    ]).toEqual(["Confirmation d'inscription signée", 'X']);
  });
});
