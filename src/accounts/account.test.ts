import { describe, expect, it } from 'vitest';
import { displayName, personName } from './account.ts';

describe('The first of the given names', () => {
  it.each([
    ['Thị Hằng, Marie', 'Thị Hằng'],
    ['Thi\u0323 Ha\u0306\u0300ng, Marie', 'Thi\u0323 Ha\u0306\u0300ng'],
    ['Marie Anne,Jeanne', 'Marie Anne'],
    ['Marie-Anne Jeanne', 'Marie-Anne'],
    ['Camille Jeanne', 'Camille'],
    ['Camille', 'Camille'],
  ])('of « %s » is « %s »: whole up to its comma, else the first word', (firstNames, first) => {
    const person = { firstNames, birthName: 'Nguyễn', usageName: null };
    expect(displayName(person)).toBe(`${first} Nguyễn`);
    expect(personName({ ...person, usageName: 'Durand' })).toBe(`Nguyễn (Durand) ${first}`);
  });
});
