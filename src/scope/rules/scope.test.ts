import { describe, expect, it } from 'vitest';
import { type Role, readsFiles } from '../../accounts/index.ts';
import { createCatalogue } from '../../catalogue/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { specialityOptions } from './choices.ts';
import { opensSummonses, readsAccommodations, readsPieces, scopeOf } from './scope.ts';

const shipped = await shippedCatalogue();
const catalogue = createCatalogue(shipped.pack, new Map([['bp-demo', Temporal.Instant.from('2026-11-25T10:00:00Z')]]));

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
  it('a summons is opened by the head of office alone', () => {
    expect(ROLES.filter((role) => opensSummonses({ role }))).toEqual(['head']);
  });
});

describe('What a member of staff sees', () => {
  const catalogue = shipped;
  const staff = { academy: 'clermont', portfolios: ['G2'] } as const;
  it('an officer their groups, the head all, the others nothing', () => {
    expect(scopeOf({ ...staff, role: 'officer' }, catalogue).portfolios).toEqual(['G2']);
    expect(scopeOf({ ...staff, role: 'head' }, catalogue).portfolios).toBeNull();
    for (const role of ['jury', 'centre', 'admin'] as const)
      expect(scopeOf({ ...staff, role }, catalogue).portfolios).toEqual([]);
    expect(scopeOf({ ...staff, role: 'accommodation' }, catalogue)).toMatchObject({
      portfolios: null,
      pieces: 'confidential',
    });
    for (const role of ['officer', 'head', 'jury', 'admin'] as const)
      expect(scopeOf({ ...staff, role }, catalogue).pieces).toBe('ordinary');
    expect(scopeOf({ ...staff, role: 'head', academy: 'lyon' }, catalogue).sessions).toEqual([]);
  });
  it.each([
    ['officer', true, true],
    ['head', true, true],
    ['accommodation', false, true],
    ['jury', false, false],
    ['centre', false, false],
    ['admin', false, false],
  ] as const)('%s: reads files, %s; pieces, %s', (role, files, pieces) => {
    expect([readsFiles({ role }), readsPieces({ role })]).toEqual([files, pieces]);
  });
  it('works on the sessions of their own academy', () => {
    expect(scopeOf({ ...staff, role: 'officer' }, catalogue)).not.toHaveProperty('reader');
    expect(scopeOf({ ...staff, role: 'officer' }, catalogue)).toEqual({
      academy: 'clermont',
      sessions: ['bp-2024-clermont'],
      portfolios: ['G2'],
      pieces: 'ordinary',
    });
  });
  it('chooses among the specialities of their groups', () => {
    const labels = specialityOptions(catalogue, scopeOf({ ...staff, role: 'officer' }, catalogue)).map(
      (one) => one.label,
    );
    expect(labels).toContain('Coiffure');
    expect(labels).not.toContain('Boulanger');
    expect(new Set(labels).size).toBe(labels.length);
  });
});
