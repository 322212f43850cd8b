import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUEUE_STATES, type QueueFilter } from '../checking.ts';
import { NO_FILTER, queueQuery, readQueueFilter } from './queueFilter.ts';

describe('A filter of the queue', () => {
  it('comes back whole from its address', () => {
    const filter: fc.Arbitrary<QueueFilter> = fc.record({
      state: fc.constantFrom(...QUEUE_STATES),
      speciality: fc.option(fc.constantFrom('45033608', '45022108')),
      code: fc.option(fc.constantFrom('DOMICIL', '1NATID01')),
      session: fc.option(fc.constant('bp-2024-clermont')),
      claim: fc.option(fc.constantFrom('mine' as const, 'free' as const)),
    });
    fc.assert(
      fc.property(filter, fc.constantFrom({}, { group: 'G2' }, { group: 'G10', over: 15 as const }), (plain, more) => {
        const one = { ...plain, ...more };
        const query = Object.fromEntries(new URLSearchParams(queueQuery(one)));
        expect(readQueueFilter(query)).toEqual(one);
      }),
    );
  });
  it('is nothing where the address holds nonsense', () => {
    const nonsense = { etat: 'x', specialite: "1' or 1", piece: '../..', session: 'é', page: '0' };
    expect(queueQuery(readQueueFilter(nonsense))).toBe('');
  });
  it('is none without an address, and none of what is around a code', () => {
    expect(NO_FILTER).toEqual({ state: 'all', speciality: null, code: null, session: null, claim: null });
    for (const query of [
      {},
      { specialite: '450336081' },
      { specialite: 'x45033608' },
      { piece: '1NATID01-' },
      { piece: '-1NATID01' },
      { session: 'bp 2024' },
      { session: 'bp-2024é' },
      { session: 'ébp-2024' },
    ])
      expect(readQueueFilter(query), JSON.stringify(query)).toEqual(NO_FILTER);
  });
  it('goes on with a page', () => {
    expect(queueQuery({ ...NO_FILTER, state: 'received' }, { page: 2 })).toBe('?etat=recues&page=2');
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
      ['groupe', "G2' or 1"],
      ['attente', '16'],
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
  it('goes on with what stands after it', () => {
    expect(queueQuery({ ...NO_FILTER, state: 'received' }, { page: 2 })).toBe('?etat=recues&page=2');
  });
});
