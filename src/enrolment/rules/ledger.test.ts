import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { type LedgerLine, markHeld } from './ledger.ts';
import { slotsOf } from './slots.ts';

const COIFFURE = '45033608';
const regulation = (await shippedCatalogue()).regulation(COIFFURE, 2024);
const slots = regulation === undefined ? [] : slotsOf(regulation);
const slot = (id: string) => {
  const found = slots.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No slot ${id}`);
  return found;
};
const line = (changes: Partial<LedgerLine> = {}): LedgerLine => ({
  unit: 'U10',
  cfd: COIFFURE,
  session: 2022,
  halfPoints: 24,
  obtainedOn: Temporal.PlainDate.from('2022-07-05'),
  source: 'declared',
  ...changes,
});

describe('The mark held for a unit', () => {
  it('is the last one obtained, whoever says so: a new mark replaces the old one, even lower (D337-115)', () => {
    const later = line({ halfPoints: 12, obtainedOn: Temporal.PlainDate.from('2023-07-04') });
    expect(markHeld(slot('U10'), COIFFURE, [later, line()])).toBe(later);
    expect(markHeld(slot('U10'), COIFFURE, [line(), later])).toBe(later);
  });
  it('of one and the same day is that of our own results', () => {
    const ours = line({ halfPoints: 22, source: 'own-results' });
    expect(markHeld(slot('U10'), COIFFURE, [ours, line()])).toBe(ours);
    expect(markHeld(slot('U10'), COIFFURE, [line(), ours])).toBe(ours);
  });
  it('of an earlier day is no better for being our own; of two of our own on one day, the first', () => {
    const later = line({ halfPoints: 12, obtainedOn: Temporal.PlainDate.from('2023-07-04') });
    const ours = line({ halfPoints: 22, source: 'own-results' });
    expect(markHeld(slot('U10'), COIFFURE, [later, ours])).toBe(later);
    const again = { ...ours, halfPoints: 30 };
    expect(markHeld(slot('U10'), COIFFURE, [ours, again])).toBe(ours);
  });
  it('is of this unit and this diploma', () => {
    expect(markHeld(slot('U20'), COIFFURE, [line()])).toBeNull();
    expect(markHeld(slot('U10'), COIFFURE, [line({ cfd: '45033605' })])).toBeNull();
  });
  it('of a choice is that of either unit, or of the choice while it is not said which', () => {
    for (const unit of ['U30A', 'U30B', 'E3-option'])
      expect(markHeld(slot('E3-option'), COIFFURE, [line({ unit })])?.unit).toBe(unit);
  });
});
