import { describe, expect, it } from 'vitest';
import { type CivilStatus, changedData, displayName, personName } from './account.ts';
import { CAMILLE } from './testing.ts';

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

describe('What a correction of the civil status changed', () => {
  const other: Partial<CivilStatus> = {
    civility: 'M',
    birthName: 'Durand',
    usageName: 'null',
    firstNames: 'Camille',
    birthDate: Temporal.PlainDate.from('1998-05-31'),
    birthCountry: 'PT',
  };

  it('is each datum that differs, a name of four letters too', () => {
    expect(changedData(CAMILLE, { ...CAMILLE, birthDate: Temporal.PlainDate.from('1998-05-30') })).toEqual([]);
    expect(changedData(CAMILLE, { ...CAMILLE, usageName: 'null' })).toEqual(['usageName']);
    expect(changedData(CAMILLE, { ...CAMILLE, ...other })).toEqual(Object.keys(other));
  });
});
