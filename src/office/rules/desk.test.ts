import { describe, expect, it } from 'vitest';
import { personName, type Role, readsFiles } from '../../accounts/index.ts';
import { createCatalogue } from '../../catalogue/index.ts';
import { NO_FILTER, queueQuery, readQueueFilter } from '../../checking/index.ts';
import type { Json } from '../../platform/keys.ts';
import { queryOf, readPageNumber } from '../../platform/query.ts';
import {
  pieceLabel,
  pieceOptions,
  readSearch,
  readsAccommodations,
  readsPieces,
  type Scope,
  scopeOf,
  sessionOptions,
  specialityName,
  specialityOptions,
} from '../../scope/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { officeSays } from '../../testing/histories.ts';
import { isSentAhead } from '../file/rules/history.ts';

const shipped = await shippedCatalogue();
const catalogue = createCatalogue(shipped.pack, new Map([['bp-demo', Temporal.Instant.from('2026-11-25T10:00:00Z')]]));
const scope: Scope = {
  academy: 'clermont',
  sessions: ['bp-2024-clermont', 'bp-demo', 'bp-gone'],
  portfolios: null,
  pieces: 'ordinary',
};

describe('What an officer chooses among', () => {
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
      { value: 'bp-2024-clermont', label: 'session 2024' },
      { value: 'bp-demo', label: expect.stringMatching(/^session \d{4} \(démonstration\)$/) },
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

describe('Who sees what', () => {
  const ROLES: readonly Role[] = ['officer', 'accommodation', 'jury', 'centre', 'head', 'admin'];
  it('files are for officers and the head, pieces for who decides on accommodations too', () => {
    expect(ROLES.filter((role) => readsFiles({ role }))).toEqual(['officer', 'head']);
    expect(ROLES.filter((role) => readsPieces({ role }))).toEqual(['officer', 'accommodation', 'head']);
  });
  it('sessions of their own academy alone, and the kind of pieces of their role', () => {
    const staff = { academy: 'clermont', portfolios: ['G2'] } as const;
    expect(scopeOf({ ...staff, role: 'officer' }, catalogue)).toEqual({
      academy: 'clermont',
      sessions: ['bp-2024-clermont', 'bp-demo'],
      portfolios: ['G2'],
      pieces: 'ordinary',
    });
    expect(scopeOf({ ...staff, role: 'accommodation' }, catalogue)).toMatchObject({
      portfolios: null,
      pieces: 'confidential',
    });
    expect(scopeOf({ ...staff, academy: 'lyon', role: 'head' }, catalogue).sessions).toEqual([]);
  });
  const place = { academy: 'clermont', portfolios: ['G2'] } as const;
  it('an officer who stands in reads those groups too, each once; nobody else gains any', () => {
    const covered = ['G3', 'G2'];
    expect(scopeOf({ ...place, role: 'officer', accountId: 'me' }, catalogue, covered)).toMatchObject({
      reader: 'me',
      portfolios: ['G2', 'G3'],
    });
    expect(scopeOf({ ...place, role: 'jury' }, catalogue, covered).portfolios).toEqual([]);
    expect(scopeOf({ ...place, role: 'head' }, catalogue, covered).portfolios).toBeNull();
  });
  it('requests of accommodations are read by their service alone', () => {
    expect(ROLES.filter((role) => readsAccommodations({ role }))).toEqual(['accommodation']);
  });
});

describe('A name in a list', () => {
  it.each([
    ['Martin', 'Durand', 'Camille Jeanne', 'Martin (Durand) Camille'],
    ['Martin', 'Martin', 'Camille', 'Martin Camille'],
    ['Martin', null, 'Camille, Jeanne', 'Martin Camille'],
    ['Martin', null, ', Camille', 'Martin'],
    ['Martin', null, '', 'Martin'],
  ])('%s, %s, %s', (birthName, usageName, firstNames, expected) => {
    expect(personName({ birthName, usageName, firstNames })).toBe(expected);
  });
});

describe('The address of the queue', () => {
  it('holds a filter of whole words, and nothing around them', () => {
    expect(readQueueFilter({})).toEqual({ state: 'all', speciality: null, code: null, session: null, claim: null });
    expect(NO_FILTER).toEqual(readQueueFilter({}));
    for (const [name, value] of [
      ['specialite', '450336081'],
      ['specialite', 'x45033608'],
      ['piece', 'DOMICIL-'],
      ['piece', '-DOMICIL'],
      ['session', 'bp 2024'],
      ['session', ' bp'],
      ['session', 'bp '],
      ['session', 'x'.repeat(61)],
      ['etat', 'inconnu'],
    ] as const)
      expect(readQueueFilter({ [name]: value }), `${name}=${value}`).toEqual(NO_FILTER);
    expect(readQueueFilter({ etat: 'recues', specialite: '45033608', piece: 'DOMICIL', session: 'bp-2024' })).toEqual({
      state: 'received',
      speciality: '45033608',
      code: 'DOMICIL',
      session: 'bp-2024',
      claim: null,
    });
  });
  it('leaves out what is empty', () => {
    expect(queryOf({ a: 1, b: '', c: null, d: undefined, e: 'é' })).toBe('?a=1&e=%C3%A9');
    expect(queryOf({ a: null })).toBe('');
    expect(queueQuery({ ...NO_FILTER, state: 'received' }, { page: 2 })).toBe('?etat=recues&page=2');
  });
  it('counts pages from 1', () => {
    expect(['1', '2', '10', '345', '99999'].map(readPageNumber)).toEqual([1, 2, 10, 345, 99_999]);
    expect([undefined, '', '0', '-2', '01', '2x', 'x2', '100000', '1.5'].map(readPageNumber)).toEqual(Array(9).fill(1));
  });
});

describe('What was typed in the search', () => {
  const read = (typed: string | undefined) => readSearch(typed, ['BP24']);
  it.each<[string | undefined, ReturnType<typeof read>]>([
    [undefined, { kind: 'everything' }],
    ['123456789', { kind: 'serial', digits: '123456789' }],
    ['1234567890', { kind: 'name', words: ['1234567890'] }],
    ['rue 12', { kind: 'name', words: ['rue', '12'] }],
    ['12A', { kind: 'name', words: ['12a'] }],
    ['BP24-1234567890', { kind: 'wrong-number' }],
    ['BP24-00001-ZZ', { kind: 'name', words: ['bp24', '00001', 'zz'] }],
    ['BP24 durand 1', { kind: 'name', words: ['bp24', 'durand', '1'] }],
    ['BP24', { kind: 'name', words: ['bp24'] }],
    ['  MARTIN   camille ', { kind: 'name', words: ['martin', 'camille'] }],
  ])('%s', (typed, expected) => {
    expect(read(typed)).toEqual(expected);
  });
  it('is read up to 200 characters', () => {
    expect(read('a'.repeat(201))).toEqual({ kind: 'name', words: ['a'.repeat(200)] });
  });
});

describe('An entry of the journal', () => {
  const words = (name: string, data: Json): string => officeSays(catalogue, name, data);
  it('reads what it carries by its kind, and nothing else', () => {
    expect(words('enrolment.withdrawn', {})).toBe('Inscription retirée');
    expect(words('enrolment.modified', { version: '2' })).toBe('Inscription modifiée');
    expect(words('pieces.excused', { pieces: ['R408A3', 4, null, 'R408A4'] })).toBe('Dispensé : R408A3 et R408A4');
    expect(words('pieces.excused', { pieces: 'R408A3' })).toBe('Dispensé : ');
    expect(words('piece.deposited', { code: 'DOMICIL', receipt: 7 })).toBe(
      'Fichier déposé : Justificatif de domicile (reçu )',
    );
    expect(words('piece.removed', ['code'])).toBe('Fichier supprimé : ');
    expect(words('document.viewed', { code: 'DOMICIL', ahead: 'true' })).toBe(
      'Document consulté : Justificatif de domicile',
    );
    expect(words('document.viewed', { code: 'DOMICIL', ahead: true })).toMatch(/^Document envoyé d'avance/);
  });
  it('was sent ahead only if it is a document that says so', () => {
    expect(isSentAhead({ name: 'piece.deposited', data: { ahead: true } })).toBe(false);
    expect(isSentAhead({ name: 'document.viewed', data: 3 })).toBe(false);
    expect(isSentAhead({ name: 'document.viewed', data: { ahead: true } })).toBe(true);
    for (const [page, hidden] of [
      [null, false],
      [1, false],
      [2, true],
    ] as const)
      expect(isSentAhead({ name: 'document.viewed', data: { ahead: false, page } })).toBe(hidden);
  });
});
