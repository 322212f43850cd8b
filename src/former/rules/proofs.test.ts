import { describe, expect, it } from 'vitest';
import type { Identity } from '../../accounts/index.ts';
import { likenessTo, proofsFor, samePerson, wantsWords } from './proofs.ts';

const born = Temporal.PlainDate.from('1995-05-30');
const claimant: Identity = { birthName: "D'Ûrville", usageName: null, firstNames: 'Zoé, Marie', birthDate: born };
const person = { number: '1', birthName: 'DURVILLE', firstNames: 'ZOE', birthDate: born };
const NOTHING = { number: null, identity: false, transcript: false };

describe('Whose former results they are', () => {
  it('is the same civil status but for accents and signs, with the first given names alike', () => {
    expect(samePerson(claimant, person)).toBe(true);
    expect(samePerson({ ...claimant, firstNames: 'Zoé' }, { ...person, firstNames: 'ZOE MARIE' })).toBe(true);
    expect(samePerson({ ...claimant, firstNames: 'Zoé' }, person)).toBe(true);
    expect(samePerson({ ...claimant, usageName: 'Lebrun' }, { ...person, birthName: 'LEBRUN' })).toBe(true);
  });

  it('is not that of a brother, a twin, a namesake, nor of a name that begins alike', () => {
    expect(samePerson(claimant, { ...person, firstNames: 'ZOELIE' })).toBe(false);
    expect(samePerson({ ...claimant, firstNames: 'Zoélie' }, person)).toBe(false);
    expect(samePerson(claimant, { ...person, birthName: 'DURVILLES' })).toBe(false);
    expect(samePerson(claimant, { ...person, birthDate: born.add({ days: 1 }) })).toBe(false);
    expect(samePerson(claimant, { ...person, firstNames: 'MARIE' })).toBe(false);
  });

  it('is proposed to a letter near, and to nobody else', () => {
    expect(likenessTo(claimant, { ...person, birthName: 'DURVILE' })).toEqual(['birth-date', 'names-close']);
    expect(likenessTo(claimant, person)).toEqual(['birth-date', 'names']);
    expect(likenessTo(claimant, { ...person, birthName: 'MARTIN' })).toBeNull();
  });

  it('is proved by a document, or by the number with the same civil status; never by a likeness alone', () => {
    expect(proofsFor(claimant, person, NOTHING)).toEqual(['seen']);
    expect(proofsFor(claimant, person, { ...NOTHING, number: '1' })).toEqual(['number', 'seen']);
    expect(proofsFor(claimant, person, { ...NOTHING, number: '2' })).toEqual(['seen']);
    expect(proofsFor({ ...claimant, birthName: 'Durvile' }, person, { ...NOTHING, number: '1' })).toEqual(['seen']);
    expect(proofsFor(claimant, person, { number: '1', identity: true, transcript: true })).toEqual([
      'identity',
      'transcript',
      'number',
      'seen',
    ]);
    expect(proofsFor(claimant, person, { ...NOTHING, transcript: true })).toEqual(['transcript', 'seen']);
  });

  it('wants words where it was seen, or where the civil status differs', () => {
    expect([
      wantsWords('seen', true),
      wantsWords('identity', false),
      wantsWords('identity', true),
      wantsWords('number', true),
    ]).toEqual([true, true, false, false]);
  });
});
