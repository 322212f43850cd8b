import { describe, expect, it } from 'vitest';
import { personName } from './account.ts';

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

describe('A name', () => {
  it('is sorted by birth name, with the name in use in brackets', () => {
    const person = { birthName: 'Lefèvre', usageName: 'Durand', firstNames: 'Camille, Jeanne' };
    expect(personName(person)).toBe('Lefèvre (Durand) Camille');
    expect(personName({ ...person, usageName: null })).toBe('Lefèvre Camille');
  });
  it.each([
    ['Lefèvre', 'Camille Jeanne', 'Lefèvre Camille'],
    ['Lefèvre', 'Anne-Lise,\u00a0Jeanne', 'Lefèvre Anne-Lise'],
    ['Lefèvre', '', 'Lefèvre'],
  ])('is said once where %s is in use too, with the first of « %s »', (usageName, firstNames, expected) => {
    expect(personName({ birthName: 'Lefèvre', usageName, firstNames })).toBe(expected);
  });
});
