import { describe, expect, it } from 'vitest';
import type { SpecialityOffer } from '../../catalogue/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';

import { isClosed, isOffered, isShown, offersOf, shelvesOf, yearOf } from './officers.ts';
import { scopeOf } from './scope.ts';

const catalogue = await shippedCatalogue();
const offers = offersOf(catalogue, scopeOf(catalogue, {}), Temporal.Instant.from('2023-11-15T10:00:00Z'));
const offer = (cfd: string): SpecialityOffer => {
  const found = offers.find(({ speciality }) => speciality.cfd === cfd);
  if (found === undefined) throw new Error(cfd);
  return found;
};

describe('The specialities of a session', () => {
  it('leave the dormant out, show the open, the extra sessions and those to come, fold the closed', () => {
    expect(offers).toHaveLength(54);
    expect(offers.some(({ status }) => status.code === 'dormant')).toBe(false);
    expect(new Set(offers.filter(isShown).map(({ status }) => status.code))).toEqual(
      new Set(['open', 'extra-session-only', 'not-yet']),
    );
    expect(new Set(offers.filter(isClosed).map(({ status }) => status.code))).toEqual(new Set(['closed']));
    for (const one of offers) expect(isShown(one)).toBe(!isClosed(one));
    const names = offers.filter(isOffered).map(({ speciality }) => speciality.name);
    expect([names.length, new Set(names).size]).toEqual([46, 46]);
    const dormant = catalogue
      .specialitiesOf({ exam: 'bp', year: 2024 })
      .filter(({ status }) => status.code === 'dormant');
    expect([dormant.length, dormant.some(isShown)]).toEqual([3, false]);
  });

  it('stand on the shelf of their officer, in the order of the notice, no shelf empty', () => {
    const [academy] = catalogue.academies();
    if (academy === undefined) throw new Error('no academy');
    const codeOf = (speciality: SpecialityOffer['speciality']) => catalogue.portfolioOf(speciality, academy.code)?.code;
    const shelves = shelvesOf(academy, offers);
    expect(shelves.map(({ portfolio }) => portfolio.code)).toEqual(
      academy.portfolios
        .map(({ code }) => code)
        .filter((code) => offers.some(({ speciality }) => codeOf(speciality) === code)),
    );
    for (const { portfolio, offers: own } of shelves)
      expect(own).toEqual(offers.filter(({ speciality }) => codeOf(speciality) === portfolio.code));
    expect(shelvesOf(academy, [offer('45033608')]).map(({ portfolio }) => portfolio.code)).toEqual(['G2']);
    expect(shelvesOf(academy, [])).toEqual([]);
  });
});

describe('The year that people mean', () => {
  const on = (day: string) => Temporal.Instant.from(`${day}T10:00:00Z`);
  it('is that of the session of the exam, which has its exam the year after it opens', () => {
    expect(yearOf(catalogue, 'bp', scopeOf(catalogue, {}), on('2023-11-15'))).toBe(2024);
  });
  it('is the civil year, in Paris, where the exam has no session', () => {
    expect(yearOf(catalogue, 'another', scopeOf(catalogue, {}), on('2023-11-15'))).toBe(2023);
    expect(yearOf(catalogue, 'another', scopeOf(catalogue, {}), Temporal.Instant.from('2023-12-31T23:30:00Z'))).toBe(
      2024,
    );
  });
});
